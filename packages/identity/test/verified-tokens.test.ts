import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTokenVerifier, guest, type TokenVerifier, type Viewer } from '../src/index.ts';
import { createKey, Provider, signToken, type TestKey } from './provider.ts';

const start = Date.parse('2026-01-01T12:00:00Z');
const seconds = (count: number) => start / 1_000 + count;
const minutes = (count: number) => start + count * 60_000;
const issuer = 'https://staff.test';
const audience = 'graph';

let key: TestKey;
let next: TestKey;

beforeAll(async () => {
  [key, next] = await Promise.all([createKey('k1'), createKey('k2')]);
});

/** A verifier with a provider and a clock of its own. */
const setUp = async () => {
  const provider = await new Provider([key]).start();
  const clock = { now: start };
  const verify = createTokenVerifier({
    issuers: [{ issuer, jwksUri: provider.jwksUri, audience, kind: 'staff' }],
    now: () => new Date(clock.now),
  });
  return { provider, clock, verify, [Symbol.asyncDispose]: () => provider[Symbol.asyncDispose]() };
};

const bearer = async (claims: { readonly sub: string; readonly exp: number }, signer = key) =>
  `Bearer ${await signToken(signer, { iss: issuer, aud: audience, ...claims })}`;

/** Makes the verifier fetch its keys, so that the next token that it verifies is remembered. */
const withKeys = async ({ verify }: { readonly verify: TokenVerifier }): Promise<void> => {
  await verify(await bearer({ sub: 'first', exp: seconds(3_600) }));
};

const refused = { code: 'UNAUTHENTICATED' };
const subjectOf = (viewer: Viewer | Promise<Viewer>) => (viewer instanceof Promise ? 'not at once' : viewer.subject);

describe('a token that was verified a moment ago', () => {
  it('is answered at once, with the same viewer, and so is no token', async () => {
    await using own = await setUp();
    await withKeys(own);
    const token = await bearer({ sub: 's-1', exp: seconds(3_600) });
    const viewer = await own.verify(token);
    expect(own.verify(token)).toBe(viewer);
    expect(own.verify(undefined)).toBe(guest);
    own.clock.now += 59_999;
    expect(own.verify(token)).toBe(viewer);
    own.clock.now += 1;
    expect(own.verify(token)).toBeInstanceOf(Promise);
  });

  it('is refused on the dot when it ends', async () => {
    await using own = await setUp();
    await withKeys(own);
    const token = await bearer({ sub: 's-1', exp: seconds(30) });
    await own.verify(token);
    // Clocks may differ by five seconds.
    own.clock.now = start + 34_999;
    expect(subjectOf(own.verify(token))).toBe('s-1');
    own.clock.now = start + 35_000;
    await expect(own.verify(token)).rejects.toMatchObject(refused);
    await expect(own.verify(token)).rejects.toThrow('has expired');
  });

  it('is refused as soon as its key is known to be withdrawn, which is asked every ten minutes', async () => {
    await using own = await setUp();
    await withKeys(own);
    const token = await bearer({ sub: 's-1', exp: seconds(3_600) });
    own.provider.keys = [next.jwk];
    own.clock.now = minutes(10) - 1;
    expect((await own.verify(token)).subject).toBe('s-1');
    expect(subjectOf(own.verify(token))).toBe('s-1');
    expect(own.provider.requests).toBe(1);
    own.clock.now = minutes(10) + 1;
    expect(subjectOf(own.verify(token))).toBe('s-1');
    await vi.waitFor(() => expect(own.verify(token)).rejects.toMatchObject(refused), { timeout: 5_000 });
    expect((await own.verify(await bearer({ sub: 's-2', exp: seconds(3_600) }, next))).subject).toBe('s-2');
    expect(own.provider.requests).toBe(2);
  });

  it('is forgotten when keys are too old to be believed', async () => {
    await using own = await setUp();
    await withKeys(own);
    const token = await bearer({ sub: 's-1', exp: seconds(7_200) });
    own.provider.down = true;
    own.clock.now = minutes(60);
    await own.verify(token);
    expect(subjectOf(own.verify(token))).toBe('s-1');
    own.clock.now += 1;
    await expect(own.verify(token)).rejects.toMatchObject({ code: 'DOWNSTREAM_UNAVAILABLE' });
  });
});

describe('whoever asks, and in whatever order, many at once', () => {
  const people = [0, 1, 2, 3].flatMap((person) => [20, 90, 600].map((exp) => ({ sub: `s-${person}`, exp })));
  let own: Awaited<ReturnType<typeof setUp>>;
  let headers: { readonly authorization: string; readonly sub: string; readonly exp: number; forged: boolean }[];

  beforeAll(async () => {
    own = await setUp();
    await withKeys(own);
    const good = await Promise.all(
      people.map(async ({ sub, exp }) => ({
        authorization: await bearer({ sub, exp: seconds(exp) }),
        sub,
        exp,
        forged: false,
      })),
    );
    // Somebody else's claims under one's own signature: all but the end of the header is that of a good token.
    const forged = good.map((token, index) => {
      const mine = good[(index + 1) % good.length]!.authorization;
      const authorization = token.authorization.replace(/[^.]+$/, mine.slice(mine.lastIndexOf('.') + 1));
      return { ...token, authorization, forged: true };
    });
    headers = [...good, ...forged];
  });

  afterAll(() => own[Symbol.asyncDispose]());

  it('gets the viewer of the token or none', async () => {
    const asks = fc.array(fc.nat(23), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(30_000), asks), { maxLength: 8 }), async (steps) => {
        own.clock.now = start;
        for (const [pause, asked] of steps) {
          own.clock.now += pause;
          const tokens = asked.map((index) => headers[index]!);
          const answers = await Promise.allSettled(tokens.map(async (token) => own.verify(token.authorization)));
          const subjects = answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.subject : null));
          expect(subjects).toStrictEqual(
            tokens.map(({ sub, exp, forged }) => (!forged && own.clock.now < start + (exp + 5) * 1_000 ? sub : null)),
          );
        }
      }),
      { numRuns: 100 },
    );
  });
});
