import { createWorld, tallyUsage } from '@qsr/seed';
import { expect, it } from 'vitest';
import { customerOfferState, redemptionsLeft } from '../src/domain/customer-offer.ts';
import { offerStatus } from '../src/domain/offer.ts';
import { usageSummary } from '../src/domain/usage.ts';
import { offerOf, walletEntry } from '../src/seed/items.ts';
import { createUsageTally } from '../src/seed/tally.ts';

const world = createWorld({ anchor: '2026-03-01T00:00:00.000Z', customers: 300 });
const customers = [...world.customers()];
const now = new Date(world.anchor);
const offers = new Map(world.offers.map((fact) => [fact.id, offerOf(fact)]));

it('what is stored of the demonstration business gives the states of its facts', () => {
  const facts = customers.flatMap((customer) => customer.offers);
  const derived = facts.map((fact) => {
    const [offer, entry] = [offers.get(fact.offerId)!, walletEntry(fact)];
    return { state: customerOfferState(offer, entry, now), redemptionsLeft: redemptionsLeft(offer, entry, now) };
  });
  expect(derived).toStrictEqual(facts.map(({ state, redemptionsLeft: left }) => ({ state, redemptionsLeft: left })));
  expect(new Set(derived.map(({ state }) => state)).size).toBe(6);
});

it('the status that the clock gives is the one of the facts', () => {
  expect(world.offers.map((fact) => offerStatus(offerOf(fact), now))).toStrictEqual(
    world.offers.map(({ status }) => status),
  );
});

it('counters add up to the same sums however the customers are cut into chunks', () => {
  const tally = createUsageTally();
  for (let from = 0; from < customers.length; from += 7) tally.count(customers.slice(from, from + 7));
  const expected = [...tallyUsage(world.offers, customers)].filter(([, { activated, reserved, redeemed }]) =>
    [activated, reserved, redeemed].some((count) => count > 0),
  );
  const counted = new Map(
    tally.count([]).map((item) => [item.offerId, usageSummary(item, offers.get(item.offerId)!.caps)]),
  );
  for (const [offerId, { activated, reserved, redeemed, discountGranted }] of expected) {
    expect(counted.get(offerId)).toMatchObject({
      activated,
      reserved,
      redeemed,
      discountGranted: Object.entries(discountGranted)
        .map(([currency, amountMinor]) => ({ currency, amountMinor }))
        .sort((one, other) => one.currency.localeCompare(other.currency)),
    });
  }
  expect(expected.length).toBeGreaterThan(20);
});
