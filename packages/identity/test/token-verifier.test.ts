import { UnsecuredJWT, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTokenVerifier, guest, type TokenVerifier } from '../src/index.ts';
import { createKey, Provider, signToken, type TestKey } from './provider.ts';

const customerIssuer = 'https://customers.test';
const staffIssuer = 'https://staff.test';
const audience = 'graph';
const customerId = 'cus_01HZX3F6J5Q8W2R4T6Y8N0B1C3';
const customerClaims = { iss: customerIssuer, aud: audience, sub: 'u-1', customer_id: customerId };
const staffClaims = { iss: staffIssuer, aud: audience, sub: 's-1', scope: 'orders:refund  orders:read:any' };
const minutes = (count: number) => count * 60_000;

let customerKey: TestKey;
let staffKey: TestKey;
let customers: Provider;
let staff: Provider;
let verify: TokenVerifier;

beforeAll(async () => {
  [customerKey, staffKey] = await Promise.all([createKey('c1'), createKey('s1')]);
  customers = await new Provider([customerKey]).start();
  staff = await new Provider([staffKey]).start();
  verify = createTokenVerifier({
    issuers: [
      { issuer: customerIssuer, jwksUri: customers.jwksUri, audience, kind: 'customer' },
      { issuer: staffIssuer, jwksUri: staff.jwksUri, audience, kind: 'staff' },
    ],
  });
});

afterAll(async () => {
  await customers[Symbol.asyncDispose]();
  await staff[Symbol.asyncDispose]();
});

describe('a token that verifies', () => {
  it('no header is a guest', async () => {
    expect(await verify(undefined)).toBe(guest);
  });

  it('a customer gets the claimed id and no scopes, whatever the token says about scopes and kind', async () => {
    const claims = { ...customerClaims, scope: 'customer:read:any', kind: 'staff', scopes: ['orders:refund'] };
    expect(await verify(`Bearer ${await signToken(customerKey, claims)}`)).toStrictEqual({
      kind: 'customer',
      subject: 'u-1',
      customerId,
      scopes: [],
    });
  });

  it('staff get the scopes of the token and never a customer id', async () => {
    const token = await signToken(staffKey, { ...staffClaims, customer_id: customerId });
    expect(await verify(`bearer ${token}`)).toStrictEqual({
      kind: 'staff',
      subject: 's-1',
      customerId: null,
      scopes: ['orders:refund', 'orders:read:any'],
    });
  });
});

describe('a token that does not verify is refused and never served as a guest', () => {
  const soon = Math.floor(Date.now() / 1000) + 300;
  const wrongTokens: Record<string, () => string | Promise<string>> = {
    'an empty header': () => '',
    'another scheme': () => 'Basic dTpw',
    'not a JWT': () => 'Bearer abc',
    'a key of another issuer': () => signToken(staffKey, customerClaims),
    'a key of another issuer under the right key id': () => signToken({ ...staffKey, kid: 'c1' }, customerClaims),
    'an unknown key id': () => signToken({ ...customerKey, kid: 'c9' }, customerClaims),
    'alg none': () => new UnsecuredJWT(customerClaims).setExpirationTime(soon).encode(),
    'a shared-secret algorithm keyed with the public key': () =>
      new SignJWT(customerClaims)
        .setProtectedHeader({ alg: 'HS256', kid: 'c1' })
        .setExpirationTime(soon)
        .sign(new TextEncoder().encode(JSON.stringify(customerKey.jwk))),
    expired: () => signToken(customerKey, { ...customerClaims, exp: soon - 400 }),
    'not valid yet': () => signToken(customerKey, { ...customerClaims, nbf: soon }),
    'without an end': () =>
      new SignJWT(customerClaims).setProtectedHeader({ alg: 'ES256', kid: 'c1' }).sign(customerKey.privateKey),
    'another audience': () => signToken(customerKey, { ...customerClaims, aud: 'billing' }),
    'an unknown issuer': () => signToken(customerKey, { ...customerClaims, iss: 'https://evil.test' }),
    'a customer without an id': () => signToken(customerKey, { ...customerClaims, customer_id: undefined }),
    'a customer with an id of another kind': () => signToken(customerKey, { ...customerClaims, customer_id: 'ord_1' }),
  };

  it.each(Object.entries(wrongTokens))('%s', async (_name, make) => {
    const token = await make();
    const header = token === '' || token.includes(' ') ? token : `Bearer ${token}`;
    await expect(verify(header)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('an honest client learns that its token expired or its header has the wrong form', async () => {
    const expired = await signToken(customerKey, { ...customerClaims, exp: soon - 400 });
    await expect(verify(`Bearer ${expired}`)).rejects.toThrow('has expired');
    await expect(verify('Basic dTpw')).rejects.toThrow('Bearer <token>');
  });

  it('claims that were changed after signing', async () => {
    const [header, payload, signature] = (await signToken(staffKey, staffClaims)).split('.');
    const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString()) as Record<string, unknown>;
    const changed = Buffer.from(JSON.stringify({ ...claims, scope: 'loyalty:adjust' })).toString('base64url');
    await expect(verify(`Bearer ${header!}.${changed}.${signature!}`)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('a token for two audiences of one issuer, because its kind would be a guess', async () => {
    const both = createTokenVerifier({
      issuers: [
        { issuer: staffIssuer, jwksUri: staff.jwksUri, audience: 'desk', kind: 'staff' },
        { issuer: staffIssuer, jwksUri: staff.jwksUri, audience: 'machine', kind: 'client' },
      ],
    });
    const tokenFor = async (aud: string | string[]) => `Bearer ${await signToken(staffKey, { ...staffClaims, aud })}`;
    expect((await both(await tokenFor('machine'))).kind).toBe('client');
    await expect(both(await tokenFor(['desk', 'machine']))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('while the identity provider is down', () => {
  const start = Date.parse('2026-01-01T12:00:00Z');

  it('cached keys work for an hour, then nobody is let in, until it is back', async () => {
    await using provider = await new Provider([customerKey]).start();
    let time = start;
    const now = () => new Date(time);
    const verifyLater = createTokenVerifier({
      issuers: [{ issuer: customerIssuer, jwksUri: provider.jwksUri, audience, kind: 'customer' }],
      now,
    });
    const request = async () => verifyLater(`Bearer ${await signToken(customerKey, customerClaims, now())}`);

    expect((await request()).kind).toBe('customer');
    provider.down = true;
    for (const passed of [11, 30, 59]) {
      time = start + minutes(passed);
      expect((await request()).customerId).toBe(customerId);
    }
    expect(provider.requests).toBeGreaterThan(1);
    time = start + minutes(61);
    await expect(request()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    provider.down = false;
    expect((await request()).kind).toBe('customer');
  });

  it('a key that was never seen is refused', async () => {
    await using provider = await new Provider([customerKey]).start();
    provider.down = true;
    const neverSeen = createTokenVerifier({
      issuers: [{ issuer: customerIssuer, jwksUri: provider.jwksUri, audience, kind: 'customer' }],
    });
    await expect(neverSeen(`Bearer ${await signToken(customerKey, customerClaims)}`)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });
});
