import type { CartFact, CheckDiscountFact, CheckTotalsFact, OrderFact, QuoteFact } from '@qsr/seed';
import { describe, expect, it } from 'vitest';
import { priceCheck } from '../../src/domain/pricing/price.ts';
import type { OfferTerms, PricedCheck, RewardTerms } from '../../src/domain/pricing/terms.ts';
import { customers, world } from '../world.ts';

const byId = <Fact extends { readonly id: string }>(facts: readonly Fact[], id: string): Fact =>
  facts.find((fact) => fact.id === id)!;

const offerTerms = (offerId: string): OfferTerms => {
  const { kind, effect, stacking, minimumSubtotal, caps } = byId(world.offers, offerId);
  return { offerId, kind, effect, stacking, minimumSubtotal, perCheck: caps.perCheck };
};

const rewardTerms = (rewardId: string): RewardTerms => {
  const { amountOff, percentOffBps, menuItemId, ...reward } = byId(world.rewards, rewardId);
  return {
    ...reward,
    rewardId,
    amountOff: amountOff ?? undefined,
    percentOffBps: percentOffBps ?? undefined,
    menuItemId: menuItemId ?? undefined,
  };
};

const tenderRate = (currency: string) => {
  const { points, money } = world.program.tenderRates.find((rate) => rate.money.currency === currency)!;
  return { points, amountMinor: money.amountMinor };
};

type Priced = Pick<CartFact, 'storeId' | 'currency' | 'lines' | 'benefits'> & {
  readonly handoffMode: OrderFact['fulfilment']['handoffMode'];
  readonly totals: CheckTotalsFact;
};

const price = ({ storeId, currency, lines, benefits, handoffMode, totals }: Priced): PricedCheck =>
  priceCheck({
    currency,
    lines,
    store: { ...byId(world.stores, storeId), handoffMode },
    tip: totals.tipTotal,
    offers: benefits.offerIds.map(offerTerms),
    rejected: [],
    rewards: benefits.rewardIds.map(rewardTerms),
    pointsToBurn: benefits.pointsToBurn,
    points: { available: 1_000_000, tenderRate: tenderRate(currency) },
  });

/** Ids are drawn by lot in the seed, and which of two lines at the same price is discounted goes by them. */
const comparable = (discounts: readonly CheckDiscountFact[], lines: CartFact['lines']) =>
  discounts.map(({ source, offerId, rewardId, lineId, onServiceCharge, amount }) => {
    const unitPrice = lineId === null ? null : byId(lines, lineId).unitPrice;
    return { source, offerId, rewardId, unitPrice, onServiceCharge, amount };
  });

const orders = customers.flatMap((customer) => customer.orders);
const carts = customers.flatMap(({ cart, quote }) => (cart === null || quote === null ? [] : [{ cart, quote }]));

describe('what the seed sold', () => {
  it('is priced as the seed priced it: totals, discounts, points and what earns points', () => {
    for (const order of orders) {
      const { lines, check, fulfilment, benefits, accrualBase } = order;
      const priced = price({ ...order, handoffMode: fulfilment.handoffMode, totals: check.totals });
      const points = check.tenders.find(({ type }) => type === 'LOYALTY_POINTS');
      expect(priced.rejectedBenefits).toStrictEqual([]);
      expect(priced.totals).toStrictEqual(check.totals);
      expect(comparable(priced.discounts, lines)).toStrictEqual(comparable(check.discounts, lines));
      expect(priced).toMatchObject({
        pointsToBurn: benefits.pointsToBurn,
        pointsTender: points?.amount ?? 0,
        amountDue: check.totals.total - (points?.amount ?? 0),
        accrualBase,
      });
    }
    expect(orders.flatMap(({ check }) => check.discounts).length).toBeGreaterThan(10);
  });

  it('is quoted as the seed quoted it', () => {
    for (const { cart, quote } of carts) {
      const priced = price({ ...cart, totals: quote.totals });
      const names = ['totals', 'pointsToBurn', 'amountDue', 'accrualBase'] as const satisfies (keyof QuoteFact)[];
      for (const name of names) expect(priced[name]).toStrictEqual(quote[name]);
      expect(comparable(priced.discounts, cart.lines)).toStrictEqual(comparable(quote.discounts, cart.lines));
    }
    expect(carts.length).toBeGreaterThan(0);
  });
});
