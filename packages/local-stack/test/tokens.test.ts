import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRunningStack } from '../src/running.ts';
import { dataDirectory } from '../src/data-directory.ts';
import type { Stack } from '../src/stack.ts';
import { scratchDirectory, startStandIns } from './fixtures/scratch.ts';

let directory: Awaited<ReturnType<typeof scratchDirectory>>;
let stack: Stack;

beforeAll(async () => {
  directory = await scratchDirectory();
  stack = await startStandIns(directory.path);
});
afterAll(async () => {
  await stack.stop();
  await directory[Symbol.asyncDispose]();
});

/** The claims of a token whose signature fits the issuer's published keys. */
const verified = async (token: string, issuer: string) => {
  const { identityProvider } = await readRunningStack(dataDirectory(directory.path));
  const response = await fetch(`${identityProvider}/${issuer}/jwks`);
  const { keys } = (await response.json()) as { keys: JsonWebKey[] };
  const [header = '', payload = '', signature = ''] = token.split('.');
  const signed = keys.some((key) =>
    verify(
      'sha256',
      Buffer.from(`${header}.${payload}`),
      createPublicKey({ key, format: 'jwk' }),
      Buffer.from(signature, 'base64url'),
    ),
  );
  expect(signed).toBe(true);
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown> & {
    iat: number;
    exp: number;
  };
};

it('a customer token names its customer and carries no scope', async () => {
  const claims = await verified(await stack.token('customer', { ttlSeconds: 90 }), 'customers');
  expect(claims).toMatchObject({
    iss: 'http://identity.localhost/customers',
    aud: 'qsr-supergraph',
    sub: stack.defaultCustomerId,
    customer_id: stack.defaultCustomerId,
  });
  expect(claims['scope']).toBeUndefined();
  expect(claims.exp - claims.iat).toBe(90);
});

it('a marketing token has its scopes, pii only when that is named', async () => {
  const usual = await verified(await stack.token('marketing'), 'clients');
  expect(usual['scope']).toBe('marketing:read marketing:export marketing:members marketing:manage');
  const named = await verified(await stack.token('marketing', { scopes: ['marketing:pii'] }), 'clients');
  expect(named['scope']).toBe('marketing:pii');
});

it('scopes of another kind and malformed customers are refused with what is allowed', async () => {
  await expect(stack.token('staff', { scopes: ['orders:refund', 'marketing:pii'] })).rejects.toThrow(
    /cannot carry marketing:pii. Choose from: customer:read:any, /,
  );
  await expect(stack.token('customer', { scopes: ['orders:refund'] })).rejects.toThrow('They carry none.');
  await expect(stack.token('customer', { customer: 'ann' })).rejects.toThrow('"ann" is not a customer id');
});

it('tokens stay good over a restart: the keys are kept', async () => {
  const token = await stack.token('staff');
  await stack.stop();
  stack = await startStandIns(directory.path);
  expect(await verified(token, 'staff')).toMatchObject({ sub: 'local-staff' });
});
