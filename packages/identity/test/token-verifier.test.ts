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
  const unavailable = { code: 'DOWNSTREAM_UNAVAILABLE', extensions: { service: 'identity-provider' } };

  /** A verifier with a provider and a clock of its own, and what it says of its keys. */
  const setUp = async () => {
    const provider = await new Provider([customerKey]).start();
    const clock = { now: start };
    const now = () => new Date(clock.now);
    const said: string[] = [];
    const verifyAt = createTokenVerifier({
      issuers: [{ issuer: customerIssuer, jwksUri: provider.jwksUri, audience, kind: 'customer' }],
      now,
      onKeysChange: (issuer, problem) => said.push(`${issuer}: ${problem === undefined ? 'well' : 'ill'}`),
    });
    const request = async (key = customerKey) => verifyAt(`Bearer ${await signToken(key, customerClaims, now())}`);
    return { provider, clock, said, request, [Symbol.asyncDispose]: () => provider[Symbol.asyncDispose]() };
  };

  it('cached keys work for an hour, then nobody is let in, until it is back', async () => {
    await using own = await setUp();
    expect((await own.request()).kind).toBe('customer');
    own.provider.down = true;
    for (const passed of [11, 30, 59]) {
      own.clock.now = start + minutes(passed);
      expect((await own.request()).customerId).toBe(customerId);
    }
    expect(own.provider.requests).toBeGreaterThan(1);
    own.clock.now = start + minutes(61);
    await expect(own.request()).rejects.toMatchObject(unavailable);
    own.provider.down = false;
    own.clock.now += 1_000;
    expect((await own.request()).kind).toBe('customer');
    expect(own.said).toStrictEqual([`${customerIssuer}: ill`, `${customerIssuer}: well`]);
  });

  it('a gateway that has no keys yet cannot tell a good token from a bad one, and asks once a second', async () => {
    await using own = await setUp();
    own.provider.down = true;
    const forger = { ...(await createKey('c1')), kid: 'made-up' };
    for (const key of [customerKey, forger, customerKey]) {
      await expect(own.request(key)).rejects.toMatchObject(unavailable);
    }
    expect(own.provider.requests).toBe(1);
    own.clock.now += 1_000;
    own.provider.down = false;
    expect((await own.request()).kind).toBe('customer');
    await expect(own.request(forger)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(own.provider.requests).toBe(2);
  });

  it('a token that is refused whatever its key is needs no keys', async () => {
    await using own = await setUp();
    own.provider.down = true;
    const strange = createTokenVerifier({
      issuers: [{ issuer: staffIssuer, jwksUri: own.provider.jwksUri, audience, kind: 'staff' }],
    });
    const token = await signToken(customerKey, customerClaims);
    await expect(strange(`Bearer ${token}`)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(own.provider.requests).toBe(0);
  });
});

describe('a flood of made-up key ids', () => {
  it.each([
    ['up', 'UNAUTHENTICATED', 2],
    ['down', 'DOWNSTREAM_UNAVAILABLE', 2],
    ['hanging', 'DOWNSTREAM_UNAVAILABLE', 2],
  ] as const)('costs honest clients nothing while the provider is %s', async (state, code, requests) => {
    await using provider = await new Provider([customerKey]).start();
    let time = Date.now();
    const now = () => new Date(time);
    const verifyAt = createTokenVerifier({
      issuers: [{ issuer: customerIssuer, jwksUri: provider.jwksUri, audience, kind: 'customer' }],
      now,
    });
    const honest = `Bearer ${await signToken(customerKey, customerClaims, now())}`;
    const forged = await Promise.all(
      Array.from({ length: 50 }, (_, index) => signToken({ ...staffKey, kid: `made-up ${index}` }, customerClaims)),
    );
    await verifyAt(honest);
    provider.down = state === 'down';
    provider.hangs = state === 'hanging';
    time += 6_000;
    const flood = forged.map((token) => expect(verifyAt(`Bearer ${token}`)).rejects.toMatchObject({ code }));
    expect((await verifyAt(honest)).customerId).toBe(customerId);
    await Promise.all(flood);
    expect((await verifyAt(honest)).customerId).toBe(customerId);
    expect(provider.requests).toBe(requests);
  });

  it('does not keep a new key from working', async () => {
    const next = await createKey('c2');
    await using provider = await new Provider([customerKey]).start();
    let time = Date.now();
    const verifyAt = createTokenVerifier({
      issuers: [{ issuer: customerIssuer, jwksUri: provider.jwksUri, audience, kind: 'customer' }],
      now: () => new Date(time),
    });
    const bearer = async (key: TestKey) => `Bearer ${await signToken(key, customerClaims)}`;
    const madeUp = { ...staffKey, kid: 'made-up' };
    await expect(verifyAt(await bearer(madeUp))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    provider.keys = [customerKey.jwk, next.jwk];
    time += 5_000;
    expect((await verifyAt(await bearer(next))).kind).toBe('customer');
  });
});
