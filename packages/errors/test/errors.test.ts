import { describe, expect, it } from 'vitest';
import { AppError, badUserInput, errorCatalogue, isErrorCode, maskError } from '../src/index.ts';

describe('the catalogue', () => {
  it('knows its own codes and no inherited names', () => {
    expect(Object.keys(errorCatalogue).every(isErrorCode)).toBe(true);
    expect(['constructor', '__proto__', 'toString', '', null].some(isErrorCode)).toBe(false);
  });
});

describe('masking', () => {
  it('keeps the message that was written for the client, and the path', () => {
    const error = badUserInput('Query.orders(first:)', '0 is out of range');
    expect(
      maskError({ message: error.message, path: ['me', 'orders'], extensions: { ...error.extensions } }),
    ).toStrictEqual({
      message: 'Query.orders(first:): 0 is out of range',
      path: ['me', 'orders'],
      extensions: { code: 'BAD_USER_INPUT', retryable: false },
    });
  });

  it('drops texts, stacks and URLs of everything else', () => {
    const cause = new Error('connect ECONNREFUSED 10.0.0.1:8000');
    const error = new AppError('DOWNSTREAM_UNAVAILABLE', 'http://10.0.0.1 is down', { service: 'store', cause });
    const masked = maskError({
      message: error.message,
      extensions: { ...error.extensions, stacktrace: ['at secret.ts'], http: { status: 500 } },
    });
    expect(masked).toStrictEqual({
      message: 'A service is unavailable.',
      extensions: { code: 'DOWNSTREAM_UNAVAILABLE', retryable: true, service: 'store' },
    });
  });

  it('turns a code that is not in the catalogue into an internal error', () => {
    expect(maskError({ message: 'boom', extensions: { code: 'MADE_UP' } })).toStrictEqual({
      message: 'Something went wrong on our side.',
      extensions: { code: 'INTERNAL_SERVER_ERROR', retryable: false },
    });
  });
});
