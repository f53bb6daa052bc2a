import { AppError } from '@qsr/errors';
import type { PolicyOptions } from '../src/index.ts';

export const options: PolicyOptions = {
  name: 'legacy-loyalty',
  timeoutMs: 800,
  concurrency: 100,
  queue: 0,
  breaker: { failurePercent: 50, minimumCalls: 20, windowMs: 30_000, halfOpenAfterMs: 10_000 },
};

export const succeed = () => Promise.resolve('answer');

/** What a call is answered, or the code that it is refused with. */
export const codeOf = (call: Promise<unknown>): Promise<unknown> =>
  call.catch((error: unknown) => (error instanceof AppError ? error.code : error));
