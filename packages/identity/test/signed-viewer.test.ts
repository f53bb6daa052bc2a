import fc from 'fast-check';
import { decodeJwt, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createViewerSigner, createViewerVerifier, guest, type Viewer } from '../src/index.ts';

const oldSecret = 'old-secret-old-secret-old-secret-old';
const newSecret = 'new-secret-new-secret-new-secret-new';
const at = (time: string) => () => new Date(time);
const now = at('2026-01-01T12:00:00Z');
const ttlMs = 10_000;

const sign = createViewerSigner({ secrets: [newSecret], ttlMs, now });
const verify = createViewerVerifier({ secrets: [newSecret], now });

const viewers: fc.Arbitrary<Viewer> = fc.record(
  {
    kind: fc.constantFrom('guest', 'customer', 'staff', 'client'),
    subject: fc.option(fc.string({ unit: 'grapheme' })),
    customerId: fc.option(fc.string()),
    scopes: fc.array(fc.string()),
  },
  { noNullPrototype: true },
);

describe('a signed viewer', () => {
  it('arrives as it was sent', async () => {
    await fc.assert(
      fc.asyncProperty(viewers, fc.boolean(), async (viewer, trace) => {
        expect(await verify(sign({ viewer, trace }))).toStrictEqual({ viewer, trace });
      }),
      { numRuns: 50 },
    );
  });

  it('is worth nothing with any character of it changed', async () => {
    const token = sign({ viewer: guest, trace: false });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(token.length - 2),
        fc.constantFrom('A', 'z', '0', '-', '_', '.'),
        async (index, character) => {
          fc.pre(token[index] !== character);
          const changed = token.slice(0, index) + character + token.slice(index + 1);
          await expect(verify(changed)).rejects.toMatchObject({ code: 'GATEWAY_ONLY' });
        },
      ),
    );
  });

  it('verifies with any of the secrets, so that they can be rotated', async () => {
    const during = createViewerVerifier({ secrets: [newSecret, oldSecret], now });
    const byOld = createViewerSigner({ secrets: [oldSecret], ttlMs, now })({ viewer: guest, trace: true });
    expect(await during(byOld)).toStrictEqual({ viewer: guest, trace: true });
    await expect(verify(byOld)).rejects.toMatchObject({ code: 'GATEWAY_ONLY' });
  });

  it('is good for as long as it says, and hardly longer, whenever it is handed out, also again', () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 4_000 }), { maxLength: 20 });
    fc.assert(
      fc.property(fc.record({ start: fc.nat(1_000), pauses }), ({ start, pauses: steps }) => {
        const clock = { now: now().getTime() + start };
        const signAt = createViewerSigner({ secrets: [newSecret], ttlMs, now: () => new Date(clock.now) });
        for (const step of steps) {
          clock.now += step;
          const leftMs = decodeJwt(signAt({ viewer: guest, trace: false })).exp! * 1_000 - clock.now;
          expect(leftMs).toBeGreaterThanOrEqual(ttlMs);
          expect(leftMs).toBeLessThanOrEqual(ttlMs + 6_000);
        }
      }),
    );
  });

  it('is made anew after five seconds, and before for anybody else and any other trace', () => {
    const clock = { now: now().getTime() };
    const signAt = createViewerSigner({ secrets: [newSecret], ttlMs, now: () => new Date(clock.now) });
    const signed = { viewer: guest, trace: false };
    const first = signAt(signed);
    clock.now += 4_999;
    expect(signAt({ ...signed })).toBe(first);
    expect(signAt({ ...signed, trace: true })).not.toBe(first);
    expect(signAt({ ...signed, viewer: { ...guest, subject: 'another' } })).not.toBe(first);
    clock.now += 1;
    expect(signAt(signed)).not.toBe(first);
  });

  it('ends soon after the request that it was made for', async () => {
    const token = sign({ viewer: guest, trace: false });
    const later = createViewerVerifier({ secrets: [newSecret], now: at('2026-01-01T12:00:21Z') });
    await expect(later(token)).rejects.toMatchObject({ code: 'GATEWAY_ONLY' });
  });

  const bytes = new TextEncoder().encode(newSecret);
  const body = { viewer: guest, trace: false };
  const forged: Record<string, () => string | undefined | Promise<string>> = {
    'no header': () => undefined,
    'no signature': () =>
      new UnsecuredJWT(body).setIssuer('gateway').setAudience('subgraph').setExpirationTime('1h').encode(),
    'the secret used for something else': async () => {
      const { kid } = JSON.parse(atob(sign({ viewer: guest, trace: false }).split('.')[0]!)) as { kid: string };
      return new SignJWT(body)
        .setProtectedHeader({ alg: 'HS256', kid })
        .setIssuer('orders')
        .setAudience('loyalty')
        .setExpirationTime(new Date('2026-01-01T12:01:00Z'))
        .sign(bytes);
    },
    'another secret under a known key id': () => {
      const [header] = sign({ viewer: guest, trace: false }).split('.');
      const stranger = createViewerSigner({ secrets: [oldSecret], ttlMs, now });
      const [, payload, signature] = stranger({ viewer: guest, trace: false }).split('.');
      return `${header!}.${payload!}.${signature!}`;
    },
  };

  it.each(Object.entries(forged))('is refused with %s', async (_name, make) => {
    await expect(verify(await make())).rejects.toMatchObject({ code: 'GATEWAY_ONLY' });
  });
});
