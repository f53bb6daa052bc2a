import { describe, expect, it } from 'vitest';
import { createWorld } from '../src/index.ts';
import { accounts, ANCHOR, customers, deepValues, repeated, world } from './world.ts';

describe('the customers', () => {
  it('are told apart by id, e-mail, phone, card and legacy account', () => {
    const phones = customers.flatMap(({ profile }) => (profile.phone === null ? [] : [profile.phone.number]));
    expect(repeated(customers.map(({ id }) => id))).toStrictEqual([]);
    expect(repeated(customers.map(({ profile }) => profile.email.address))).toStrictEqual([]);
    expect(repeated(phones)).toStrictEqual([]);
    expect(phones.filter((number) => !/^\+[1-9]\d{7,14}$/.test(number))).toStrictEqual([]);
    expect(repeated(accounts.map(({ accountId }) => accountId))).toStrictEqual([]);
    expect(repeated(accounts.map(({ legacyAccountId, accountId }) => legacyAccountId ?? accountId))).toStrictEqual([]);
    expect(repeated(accounts.map(({ cardNumber, accountId }) => cardNumber ?? accountId))).toStrictEqual([]);
  });

  it('never share an id of anything they own', () => {
    const owned = customers.flatMap(({ id, orders: placed, offers, consents, cart, quote, loyalty }) => [
      id,
      ...placed.flatMap((order) => [order.id, ...deepValues([order.lines, order.check, order.refunds], 'id')]),
      ...offers.flatMap((offer) => [offer.id, ...offer.redemptions.map((redemption) => redemption.id)]),
      ...consents.map((consent) => consent.id),
      ...deepValues([loyalty?.entries, loyalty?.lots, loyalty?.holds, cart, quote?.id], 'id'),
    ]) as readonly string[];
    expect(owned.length).toBeGreaterThan(20_000);
    expect(repeated(owned)).toStrictEqual([]);
  });

  it('fit into a small store', () => {
    const stored = customers.map(
      ({ loyalty, offers, cart, quote, orders: placed }) =>
        2 +
        (loyalty?.entries.length ?? 0) +
        offers.length +
        placed.length +
        Number(cart !== null) +
        Number(quote !== null),
    );
    expect(stored.reduce((total, count) => total + count, 0)).toBeLessThan(20_000);
  });

  it('are members in every way there is, with legacy ids that floats would lose', () => {
    expect(new Set(accounts.map(({ status }) => status)).size).toBe(4);
    expect(customers.some(({ loyalty }) => loyalty === null)).toBe(true);
    expect(new Set(accounts.map(({ tierCode }) => tierCode)).size).toBe(4);
    const lost = accounts.filter(
      ({ legacyAccountId }) => legacyAccountId !== null && String(Number(legacyAccountId)) !== legacyAccountId,
    );
    expect(lost.length).toBeGreaterThan(accounts.length / 3);
    expect(accounts.every(({ legacyAccountId }) => BigInt(legacyAccountId ?? 0) < 2n ** 63n)).toBe(true);
  });

  it('wait for their own orders, but for the one that is held by hand', () => {
    const held = customers.filter(({ orders }) => orders.some(({ heldByHand }) => heldByHand));
    expect(held.map(({ index }) => index)).toStrictEqual([0]);
  });

  it('have done nothing after the anchor', () => {
    const json = JSON.stringify(customers);
    const future = [...json.matchAll(/"(\w+)":"(\d{4}-\d\d-\d\dT[^"]+)"/g)].filter(([, , at]) => at! > ANCHOR);
    expect(new Set(future.map(([, key]) => key))).toStrictEqual(new Set(['expiresAt', 'promisedAt', 'reservedUntil']));
  });

  it('consented to a policy that was in force, and only ever append', () => {
    for (const { consents, profile } of customers) {
      const times = consents.map(({ recordedAt }) => recordedAt);
      expect(times).toStrictEqual([...times].sort());
      for (const { purpose, policyVersion, recordedAt } of consents) {
        const type = purpose === 'MARKETING' ? 'MARKETING_CONSENT' : 'PRIVACY_NOTICE';
        const inForce = world.content.legalDocuments.findLast(
          (document) => document.type === type && document.effectiveFrom <= recordedAt,
        );
        expect(policyVersion).toBe(inForce?.version);
        expect(recordedAt >= profile.createdAt).toBe(true);
      }
    }
  });

  it('belong to the segments whose rules they fulfil', () => {
    const inSegment = (code: string) => {
      const id = world.segments.find((segment) => segment.code === code)?.id ?? '';
      return customers.filter(({ segmentIds }) => segmentIds.includes(id));
    };
    expect(world.segments.filter(({ code }) => inSegment(code).length === 0)).toStrictEqual([]);
    expect(inSegment('high-fliers').every(({ loyalty }) => ['soar', 'summit'].includes(loyalty?.tierCode ?? ''))).toBe(
      true,
    );
    expect(inSegment('regulars').length).toBe(customers.filter(({ traits }) => traits.ordersIn90Days >= 2).length);
  });
});

const anchors = [ANCHOR, '2026-07-16T00:00:00.000Z', '2026-11-02T00:00:00.000Z', '2027-01-01T00:00:00.000Z'];

describe.each(anchors)('the default customer on %s', (anchor) => {
  const { program, stores, ...today } = createWorld({ anchor, customers: 1 });
  const maya = today.customer(0);
  const daysAhead = (days: number) => new Date(Date.parse(anchor) + days * 86_400_000).toISOString().slice(0, 10);

  it('has points to spend, some of them about to expire, and a tier to reach', () => {
    const { loyalty, traits } = maya;
    const tier = program.tiers.findIndex(({ code }) => code === loyalty?.tierCode);
    expect(maya.id).toBe(today.defaultCustomerId);
    expect(traits.pointsAvailable).toBeGreaterThanOrEqual(1000);
    expect(loyalty?.lots.some(({ expiresOn }) => expiresOn > daysAhead(0) && expiresOn < daysAhead(30))).toBe(true);
    expect(loyalty?.pendingPoints).toBeGreaterThan(0);
    expect(tier).toBeLessThan(program.tiers.length - 1);
  });

  it('has a history, and one order that only a hand moves on', () => {
    const held = maya.orders.filter(({ heldByHand }) => heldByHand);
    expect(held.map(({ status }) => status)).toStrictEqual(['IN_PREPARATION']);
    expect(maya.orders.filter(({ status }) => status === 'COMPLETED').length).toBeGreaterThanOrEqual(8);
    const types = Object.groupBy(maya.loyalty?.entries ?? [], ({ type }) => type);
    expect(types.ACCRUAL?.length).toBeGreaterThanOrEqual(8);
    expect(types.REDEMPTION?.length).toBeGreaterThan(0);
  });

  it('can check out a cart of two lines with a stored card in a store that is open', () => {
    const { cart, quote, vault } = maya;
    expect(cart?.lines.length).toBe(2);
    expect({ status: quote?.status, version: quote?.cartVersion }).toStrictEqual({
      status: 'OPEN',
      version: cart?.version,
    });
    expect(quote?.expiresAt.slice(0, 10)).toBe(daysAhead(365));
    expect(vault?.cards.length).toBe(2);
    expect(stores.find(({ id }) => id === cart?.storeId)?.openAllHours).toBe(true);
  });

  it('has offers in several states', () => {
    expect(new Set(maya.offers.map(({ state }) => state)).size).toBeGreaterThanOrEqual(3);
    expect(maya.offers.some(({ redemptions }) => redemptions.some(({ status }) => status === 'COMMITTED'))).toBe(true);
  });
});
