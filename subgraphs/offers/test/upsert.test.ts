import type { Store } from '@qsr/store';
import { clientViewer, customerViewer, mortalStore, staffViewer } from '@qsr/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { upsertOffer } from '../src/commands/upsert-offer.ts';
import { offerFault } from '../src/domain/offer-terms.ts';
import type { UpsertOfferInput } from '../src/generated/resolvers.ts';
import { offerUsageTable } from '../src/repository/offer-usage.ts';
import { offerOf } from '../src/seed/items.ts';
import { world } from './world.ts';
import { key, newCustomerId, processOver, startWriting, ulid, type WritingWorld } from './writing.ts';

let offers: WritingWorld;
beforeAll(async () => {
  offers = await startWriting();
});
afterAll(() => offers[Symbol.asyncDispose]());

const manager = staffViewer('offers:manage', 'marketing:read');

const upsert = async (input: object, idempotencyKey = key()): Promise<any> => {
  const { data, errors } = await offers.ask(
    `mutation ($input: UpsertOfferInput!) { upsertOffer(input: $input) {
      offer { id code kind status startsAt endsAt requiresActivation stacking { priority }
        effect { amountOff { amountMinor currency } percentOffBps menuItems { id } } caps { total perCheck budget { amountMinor } } }
      userErrors { code message path retryable } } }`,
    { viewer: manager, variables: { input: { idempotencyKey, ...input } } },
  );
  expect(errors).toBeUndefined();
  return data.upsertOffer;
};

const money = (amountMinor: number, currency = 'USD') => ({ amountMinor, currency });

const newInput = () => ({
  code: `NEW-${ulid()}`,
  kind: 'AMOUNT_OFF',
  status: 'LIVE',
  startsAt: '2026-01-01T01:00:00+01:00',
  effect: { scope: 'SUBTOTAL', amountOff: money(300) },
});

/** The same in a process of its own. */
const upsertOver = (store: Store, input: object) =>
  upsertOffer(input as UpsertOfferInput, processOver(store, () => offers.clock.at).request('cus_same'));

const item = { menuItemIds: ['mit_1'] };

/** An effect of a kind, and which part of the input is refused. */
const wrongEffects: ReadonlyArray<readonly [kind: string, effect: object, path: string]> = [
  ['AMOUNT_OFF', { scope: 'SUBTOTAL' }, 'amountOff'],
  ['AMOUNT_OFF', { scope: 'SUBTOTAL', amountOff: money(0) }, 'amountOff.amountMinor'],
  ['AMOUNT_OFF', { scope: 'SUBTOTAL', amountOff: money(1), bonusPoints: 5 }, 'bonusPoints'],
  ['AMOUNT_OFF', { scope: 'LOYALTY', amountOff: money(1) }, 'scope'],
  ['PERCENT_OFF', { scope: 'SUBTOTAL', percentOffBps: 10_001 }, 'percentOffBps'],
  ['PERCENT_OFF', { scope: 'ITEM', percentOffBps: 100 }, 'menuItemIds'],
  ['PERCENT_OFF', { scope: 'SUBTOTAL', percentOffBps: 100, ...item }, 'menuItemIds'],
  ['FREE_ITEM', { scope: 'ITEM', menuItemIds: ['mit_1', 'burger'] }, 'menuItemIds.1'],
  ['BOGO', { scope: 'MULTI_ITEM', buyQuantity: 1, getQuantity: 2, percentOffBps: 5_000, ...item }, 'getQuantity'],
  ['BUNDLE_PRICE', { scope: 'MULTI_ITEM', buyQuantity: 2, ...item }, 'fixedPrice'],
  ['BONUS_POINTS', { scope: 'LOYALTY', bonusPoints: 0 }, 'bonusPoints'],
  ['POINTS_MULTIPLIER', { scope: 'LOYALTY', pointsMultiplierPercent: 100 }, 'pointsMultiplierPercent'],
  ['FREE_DELIVERY', { scope: 'SERVICE_CHARGE', maxDiscount: money(-1) }, 'maxDiscount.amountMinor'],
];

const wrongInputs: ReadonlyArray<readonly [changes: object, path: string]> = [
  ...wrongEffects.map(([kind, effect, path]) => [{ kind, effect }, `effect.${path}`] as const),
  [{ endsAt: '2025-01-01T00:00:00Z' }, 'endsAt'],
  [{ caps: { total: 0 } }, 'caps.total'],
  [{ minimumSubtotal: money(100, 'EUR') }, 'minimumSubtotal.currency'],
  [{ status: 'ENDED' }, 'status'],
  [{ claimCodes: [{ code: 'SAME' }, { code: 'same' }] }, 'claimCodes.1.code'],
];

describe('making an offer', () => {
  it('gives the whole of it, with the defaults of what is left out', async () => {
    const input = newInput();
    const { offer, userErrors } = await upsert({ ...input, caps: { budget: money(5_000_000_000) } });
    expect(userErrors).toStrictEqual([]);
    expect(offer).toMatchObject({
      code: input.code,
      startsAt: '2026-01-01T00:00:00.000Z',
      endsAt: null,
      requiresActivation: false,
      stacking: { priority: 0 },
      effect: { amountOff: money(300), percentOffBps: null, menuItems: null },
      caps: { total: null, perCheck: 1, budget: { amountMinor: 5_000_000_000 } },
    });
    const { data } = await offers.ask(`{ offer(id: "${offer.id}") { status } }`);
    expect(data.offer).toStrictEqual({ status: 'LIVE' });
  });

  it('happens once under its key, also for many at once, and not for another input (I24)', async () => {
    const [input, idempotencyKey] = [newInput(), key()];
    const twins = await Promise.all(Array.from({ length: 10 }, () => upsert(input, idempotencyKey)));
    expect(new Set(twins.map((twin) => JSON.stringify(twin))).size).toBe(1);
    const other = await upsert({ ...input, id: twins[0].offer.id, status: 'PAUSED' }, idempotencyKey);
    expect(other).toMatchObject({ offer: null, userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] });
    expect((await upsert(input)).userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'code'] }]);
  });

  it.each(wrongInputs)('is refused for %j by its path %s', async (changes, path) => {
    const { offer, userErrors } = await upsert({ ...newInput(), ...changes });
    expect(offer).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', ...path.split('.')] }]);
  });

  it('takes every offer of the demonstration business as it is', () => {
    expect(world.offers.map((fact) => offerFault(offerOf(fact)))).toStrictEqual(world.offers.map(() => null));
  });

  it('is for staff who were granted it', async () => {
    for (const viewer of [customerViewer(newCustomerId()), clientViewer('marketing:read')]) {
      const answer = await offers.ask(
        `mutation { upsertOffer(input: { idempotencyKey: "k", code: "X", kind: AMOUNT_OFF, status: DRAFT,
          startsAt: "2026-01-01T00:00:00Z", effect: { scope: SUBTOTAL } }) { userErrors { code } } }`,
        { viewer },
      );
      expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });
});

it('an offer is made and replaced once when a process dies at any of its writes and the call is repeated', async () => {
  for (let atWrite = 1; ; atWrite += 1) {
    const died: boolean[] = [];
    for (const applied of [false, true]) {
      const through = async (input: object) => {
        const dying = mortalStore(offers.store, { atWrite, applied });
        const call = { ...input, idempotencyKey: key() };
        await upsertOver(dying, call).catch(() => undefined);
        died.push(dying.isDead());
        offers.later(1);
        const { id, userErrors } = await upsertOver(offers.store, call);
        expect(userErrors, `write ${atWrite}`).toStrictEqual([]);
        return id!;
      };
      const input = { ...newInput(), claimCodes: [{ code: `CODE${ulid()}` }] };
      const id = await through(input);
      await through({ ...input, id, status: 'PAUSED' });
      expect(await offers.repositories.offers.table.get({ partition: id })).toMatchObject({
        status: 'PAUSED',
        revision: 2,
      });
    }
    if (!died.includes(true)) return;
  }
}, 60_000);

it('the codes of an offer that nobody came to make are free after a while', async () => {
  const input = { ...newInput(), claimCodes: [{ code: `CODE${ulid()}` }] };
  // The last write before the call is remembered: both codes are reserved, the offer is not made.
  const dying = mortalStore(offers.store, { atWrite: 4, applied: false });
  await expect(upsertOver(dying, { ...input, idempotencyKey: key() })).rejects.toThrow('killed');
  const others = { ...newInput(), claimCodes: input.claimCodes };
  expect((await upsert(others)).userErrors).toMatchObject([{ path: ['input', 'claimCodes', '0', 'code'] }]);
  expect((await upsert({ ...newInput(), code: input.code })).userErrors).toMatchObject([{ path: ['input', 'code'] }]);
  offers.later(16);
  expect((await upsert({ ...others, code: input.code })).userErrors).toStrictEqual([]);
});

describe('replacing an offer', () => {
  it('sets all of it anew but its usage', async () => {
    const { offer } = await upsert({ ...newInput(), caps: { total: 5 }, priority: 7 });
    await offers.store.session().table(offerUsageTable).create({ offerId: offer.id, taken: 2 });
    const replaced = await upsert({ ...newInput(), id: offer.id, status: 'PAUSED' });
    expect(replaced.offer).toMatchObject({
      id: offer.id,
      status: 'PAUSED',
      caps: { total: null },
      stacking: { priority: 0 },
    });
    expect(await offers.repositories.offerUsage.table.get({ partition: offer.id })).toMatchObject({ taken: 2 });
    expect(await offers.repositories.offers.table.get({ partition: offer.id })).toMatchObject({ revision: 2 });
  });

  it('lets nobody have the code of another, and frees the one it had', async () => {
    const [one, other] = [newInput(), newInput()];
    const { offer } = await upsert(one);
    const second = await upsert(other);
    const taken = await upsert({ ...other, id: second.offer.id, code: one.code.toLowerCase() });
    expect(taken.userErrors).toMatchObject([{ path: ['input', 'code'] }]);
    await upsert({ ...one, id: offer.id, code: `MOVED-${ulid()}` });
    offers.later(16);
    expect((await upsert({ ...other, id: second.offer.id, code: one.code })).userErrors).toStrictEqual([]);
  });

  it('follows the life of an offer: no draft once released, and what is over stays over', async () => {
    const input = newInput();
    const { offer } = await upsert(input);
    const to = async (status: string) => (await upsert({ ...input, id: offer.id, status })).userErrors;
    expect(await to('DRAFT')).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'status'] }]);
    expect(await to('ENDED')).toStrictEqual([]);
    expect(await to('LIVE')).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'status'] }]);
    const unknown = await upsert({ ...input, id: 'ofr_unknown' });
    expect(unknown.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'id'] }]);
  });

  it('makes promo codes and extends them; those that are left out stay', async () => {
    const code = `CODE${ulid()}`;
    const claim = async () => {
      const { data } = await offers.ask(
        'mutation ($input: ClaimOfferCodeInput!) { claimOfferCode(input: $input) { userErrors { code } } }',
        { viewer: customerViewer(newCustomerId()), variables: { input: { idempotencyKey: key(), code } } },
      );
      return data.claimOfferCode.userErrors[0]?.code ?? 'done';
    };
    const input = newInput();
    const { offer } = await upsert({ ...input, claimCodes: [{ code: code.toLowerCase() }] });
    expect([await claim(), await claim()]).toStrictEqual(['done', 'CODE_ALREADY_USED']);
    await upsert({ ...input, id: offer.id, claimCodes: [{ code, maxClaims: 2 }] });
    await upsert({ ...input, id: offer.id });
    expect([await claim(), await claim()]).toStrictEqual(['done', 'CAP_REACHED']);
    const foreign = await upsert({ ...newInput(), claimCodes: [{ code: `${code}X` }, { code }] });
    expect(foreign.userErrors).toMatchObject([{ path: ['input', 'claimCodes', '1', 'code'] }]);
    expect(await offers.repositories.claimCodes.table.get({ partition: `${code}X` })).toBeNull();
  });

  it('gives a promo code to one of five offers that ask for it at the same time', async () => {
    const claimCodes = [{ code: `CODE${ulid()}` }];
    const made = await Promise.all(Array.from({ length: 5 }, () => upsert({ ...newInput(), claimCodes })));
    expect(made.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
  });
});
