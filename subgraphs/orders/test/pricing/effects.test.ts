import { describe, expect, it } from 'vitest';
import { priceCheck } from '../../src/domain/pricing/price.ts';
import type { OfferTerms, PricingInput } from '../../src/domain/pricing/terms.ts';
import { lineOf, offerOf, plain, usd } from './arbitraries.ts';

const bun = lineOf('bun', 800, 2);
const fries = lineOf('fries', 300);
const shake = lineOf('shake', 500);
const lines = [bun, fries, shake];
const bacon = { modifierId: 'mod_bacon', code: 'bacon', quantity: 1, priceDelta: 150 };

const priced = (offers: readonly OfferTerms[], rest: Partial<PricingInput> = {}) =>
  priceCheck(plain({ lines, offers, ...rest }));
const discountsOf = (...asked: Parameters<typeof priced>) =>
  priced(...asked).discounts.map(({ lineId, amount }) => [lineId, amount]);
const reasonsOf = (...asked: Parameters<typeof priced>) =>
  priced(...asked).rejectedBenefits.map(({ offerId, rewardId, reason }) => [offerId ?? rewardId ?? 'points', reason]);

const items = ['bun', 'fries', 'shake'];

describe('an offer', () => {
  it('on an item takes the cheapest piece, and another one with each further use', () => {
    const free = offerOf('FREE_ITEM', { scope: 'ITEM', menuItemIds: ['bun', 'shake'] });
    expect(discountsOf([free])).toStrictEqual([['shake', 500]]);
    expect(priced([{ ...free, perCheck: 2 }]).appliedOffers).toStrictEqual([
      { offerId: 'ofr_FREE_ITEM', discount: 1300, uses: 2 },
    ]);
    const half = offerOf('PERCENT_OFF', { scope: 'ITEM', menuItemIds: ['fries'], percentOffBps: 5001 });
    expect(discountsOf([half])).toStrictEqual([['fries', 150]]);
    const amount = offerOf('AMOUNT_OFF', { scope: 'ITEM', menuItemIds: ['fries'], amountOff: usd(400) });
    expect(discountsOf([amount])).toStrictEqual([['fries', 300]]);
  });

  it('on an item leaves its extras to be paid', () => {
    const free = offerOf('FREE_ITEM', { scope: 'ITEM', menuItemIds: ['fries'] });
    const loaded = { ...fries, modifiers: [bacon] };
    expect(priced([free], { lines: [loaded] }).totals).toMatchObject({ subtotal: 450, discountTotal: 300, total: 150 });
    const cheaper = { ...fries, modifiers: [{ ...bacon, priceDelta: -100 }] };
    expect(priced([free], { lines: [cheaper] }).totals).toMatchObject({ subtotal: 200, discountTotal: 200, total: 0 });
  });

  it('of buy and get takes the cheapest pieces of each group of those that are bought', () => {
    const effect = {
      scope: 'MULTI_ITEM',
      menuItemIds: items,
      buyQuantity: 2,
      getQuantity: 1,
      percentOffBps: 5000,
    } as const;
    expect(discountsOf([offerOf('BOGO', effect)])).toStrictEqual([['fries', 150]]);
    const twice = offerOf('BOGO', effect, { perCheck: 5 });
    expect(priced([twice]).appliedOffers).toMatchObject([{ discount: 150 + 400, uses: 2 }]);
    expect(reasonsOf([offerOf('BOGO', { ...effect, buyQuantity: 5 })])).toStrictEqual([
      ['ofr_BOGO', 'ITEM_NOT_IN_CHECK'],
    ]);
  });

  it('of a bundle price takes what the cheapest group that gains by it costs more', () => {
    const effect = { scope: 'MULTI_ITEM', menuItemIds: items, buyQuantity: 2, fixedPrice: usd(1000) } as const;
    expect(priced([offerOf('BUNDLE_PRICE', effect)]).totals.discountTotal).toBe(300);
    expect(priced([offerOf('BUNDLE_PRICE', effect)]).lineDiscounts).toStrictEqual(
      new Map([
        ['bun', 185],
        ['fries', 0],
        ['shake', 115],
      ]),
    );
    const dear = offerOf('BUNDLE_PRICE', { ...effect, fixedPrice: usd(1600) });
    expect(reasonsOf([dear])).toStrictEqual([['ofr_BUNDLE_PRICE', 'MINIMUM_NOT_MET']]);
  });

  it('on the goods is bounded by its maximum and spread over the lines by largest remainder', () => {
    const tenth = offerOf('PERCENT_OFF', { scope: 'SUBTOTAL', percentOffBps: 1000, maxDiscount: usd(100) });
    expect(discountsOf([tenth])).toStrictEqual([[null, 100]]);
    expect(priced([tenth]).lineDiscounts).toStrictEqual(
      new Map([
        ['bun', 67],
        ['fries', 12],
        ['shake', 21],
      ]),
    );
  });

  it('on delivery takes off the service charge and nothing else', () => {
    const free = offerOf('FREE_DELIVERY', { scope: 'SERVICE_CHARGE', maxDiscount: usd(200) });
    const store = { taxRateBps: 1000, taxesIncluded: false, serviceChargeBps: 1200, handoffMode: 'DELIVERY' } as const;
    const { totals, accrualBase } = priced([free], { store });
    expect(totals).toMatchObject({
      discountTotal: 200,
      serviceChargeTotal: 288,
      taxTotal: 240,
      total: 2400 + 88 + 240,
    });
    expect(accrualBase).toBe(2400);
    expect(reasonsOf([free])).toStrictEqual([['ofr_FREE_DELIVERY', 'WRONG_HANDOFF']]);
  });

  it('on points takes no money off and tells loyalty what to add', () => {
    const bonus = offerOf('BONUS_POINTS', { scope: 'LOYALTY', bonusPoints: 75 });
    const double = offerOf('POINTS_MULTIPLIER', { scope: 'LOYALTY', pointsMultiplierPercent: 200 });
    expect(priced([bonus, double])).toMatchObject({
      discounts: [],
      bonusPoints: [{ offerId: 'ofr_BONUS_POINTS', points: 75 }],
      multipliers: [{ offerId: 'ofr_POINTS_MULTIPLIER', percent: 200 }],
      appliedOffers: [
        { discount: 0, uses: 1 },
        { discount: 0, uses: 1 },
      ],
    });
    expect(reasonsOf([bonus], { points: null })).toStrictEqual([['ofr_BONUS_POINTS', 'LOYALTY_REQUIRED']]);
  });
});

describe('several offers', () => {
  const stacking = { mode: 'STACKABLE', exclusivityGroup: null, priority: 10 } as const;
  const half = (offerId: string, own: Partial<OfferTerms['stacking']>): OfferTerms =>
    offerOf('PERCENT_OFF', { scope: 'SUBTOTAL', percentOffBps: 5000 }, { offerId, stacking: { ...stacking, ...own } });

  it('apply by priority, then by id, each on what the ones before it left', () => {
    const first = offerOf(
      'AMOUNT_OFF',
      { scope: 'SUBTOTAL', amountOff: usd(400) },
      { offerId: 'ofr_z', stacking: { ...stacking, priority: 11 } },
    );
    const { discounts } = priced([half('ofr_b', {}), half('ofr_a', {}), first]);
    expect(discounts.map(({ offerId, amount }) => [offerId, amount])).toStrictEqual([
      ['ofr_z', 400],
      ['ofr_a', 1000],
      ['ofr_b', 500],
    ]);
  });

  it('of one group give way to the first that has an effect', () => {
    const group = { exclusivityGroup: 'check' };
    const noEffect = offerOf(
      'FREE_ITEM',
      { scope: 'ITEM', menuItemIds: ['soup'] },
      { offerId: 'ofr_0', stacking: { ...stacking, ...group, priority: 99 } },
    );
    const asked = [half('ofr_b', group), half('ofr_a', group), noEffect];
    expect(priced(asked).appliedOffers).toMatchObject([{ offerId: 'ofr_a' }]);
    expect(reasonsOf(asked)).toStrictEqual([
      ['ofr_0', 'ITEM_NOT_IN_CHECK'],
      ['ofr_b', 'NOT_STACKABLE'],
    ]);
  });

  it('stand back behind an exclusive one that takes more off, and it behind them otherwise', () => {
    const quarter = offerOf('PERCENT_OFF', { scope: 'SUBTOTAL', percentOffBps: 2500 }, { offerId: 'ofr_q', stacking });
    const exclusive = half('ofr_e', { mode: 'EXCLUSIVE' });
    expect(priced([quarter, exclusive]).appliedOffers).toMatchObject([{ offerId: 'ofr_e', discount: 1200 }]);
    const three = [quarter, { ...quarter, offerId: 'ofr_r' }, { ...quarter, offerId: 'ofr_s' }];
    expect(reasonsOf([...three, exclusive])).toStrictEqual([['ofr_e', 'NOT_STACKABLE']]);
    const tie = half('ofr_t', { priority: 11 });
    expect(priced([tie, exclusive]).appliedOffers).toMatchObject([{ offerId: 'ofr_t' }]);
    expect(priced([tie, half('ofr_e', { mode: 'EXCLUSIVE', priority: 12 })]).appliedOffers).toMatchObject([
      { offerId: 'ofr_e' },
    ]);
  });

  it('that no longer find anything to take off are refused as not stackable', () => {
    const all = half('ofr_all', { priority: 20 });
    const asked = [{ ...all, effect: { ...all.effect, percentOffBps: 10_000 } }, half('ofr_b', {})];
    expect(priced(asked).totals.total).toBe(0);
    expect(reasonsOf(asked)).toStrictEqual([['ofr_b', 'NOT_STACKABLE']]);
  });

  it('are refused below their minimum and in another currency', () => {
    const minimum = { ...half('ofr_m', {}), minimumSubtotal: usd(2401) };
    const yen = { ...half('ofr_y', {}), minimumSubtotal: { amountMinor: 1, currency: 'JPY' } };
    expect(reasonsOf([minimum, yen])).toStrictEqual([
      ['ofr_m', 'MINIMUM_NOT_MET'],
      ['ofr_y', 'WRONG_CURRENCY'],
    ]);
    expect(reasonsOf([{ ...minimum, minimumSubtotal: usd(2400) }])).toStrictEqual([]);
  });
});

describe('points', () => {
  const free = { rewardId: 'rwd_bun', pointsCost: 700, kind: 'FREE_ITEM', menuItemId: 'bun' } as const;
  const fifth = { rewardId: 'rwd_fifth', pointsCost: 400, kind: 'PERCENT_OFF', percentOffBps: 2000 } as const;
  const having = (available: number | null) => ({ available, tenderRate: { points: 2, amountMinor: 1 } });

  it('pay rewards after offers, as far as they go', () => {
    const result = priced([], { rewards: [fifth, free], points: having(1000) });
    expect(result).toMatchObject({ rewardIds: ['rwd_bun'], rewardPoints: 700, totals: { discountTotal: 800 } });
    expect(result.rejectedBenefits).toMatchObject([{ rewardId: 'rwd_fifth', reason: 'INSUFFICIENT_POINTS' }]);
    expect(priced([], { rewards: [fifth, free], points: having(1100) }).totals.discountTotal).toBe(800 + 320);
  });

  it('refuse rewards without their item, in another currency, and while the balance is not known', () => {
    const soup = { ...free, menuItemId: 'soup' };
    const yen = {
      rewardId: 'rwd_yen',
      pointsCost: 1,
      kind: 'AMOUNT_OFF',
      amountOff: { amountMinor: 9, currency: 'JPY' },
    } as const;
    expect(reasonsOf([], { rewards: [soup, yen], points: having(1000) })).toStrictEqual([
      ['rwd_bun', 'ITEM_NOT_IN_CHECK'],
      ['rwd_yen', 'WRONG_CURRENCY'],
    ]);
    expect(reasonsOf([], { rewards: [free], pointsToBurn: 2, points: having(null) })).toStrictEqual([
      ['rwd_bun', 'POINTS_UNAVAILABLE'],
      ['points', 'POINTS_UNAVAILABLE'],
    ]);
    expect(reasonsOf([], { rewards: [free], points: null })).toStrictEqual([['rwd_bun', 'LOYALTY_REQUIRED']]);
  });

  it('pay all but the tip, with no more of them than that takes', () => {
    const result = priced([], { tip: 100, pointsToBurn: 9999, points: having(4800) });
    expect(result).toMatchObject({ pointsToBurn: 4800, pointsTender: 2400, amountDue: 100, accrualBase: 0 });
    expect(priced([], { pointsToBurn: 101, points: having(101) })).toMatchObject({
      pointsToBurn: 100,
      pointsTender: 50,
    });
  });

  it('are worth no more than they pay where one point is worth several minor units', () => {
    const points = { available: 100, tenderRate: { points: 1, amountMinor: 7 } };
    expect(priced([], { lines: [lineOf('gum', 20)], pointsToBurn: 3, points })).toMatchObject({
      pointsToBurn: 2,
      pointsTender: 14,
      amountDue: 6,
    });
  });

  it('that are not there, or are too few for one minor unit, are refused as a whole', () => {
    expect(reasonsOf([], { pointsToBurn: 500, points: having(499) })).toStrictEqual([
      ['points', 'INSUFFICIENT_POINTS'],
    ]);
    expect(reasonsOf([], { pointsToBurn: 1, points: having(500) })).toStrictEqual([['points', 'INSUFFICIENT_POINTS']]);
    const points = { available: 500, tenderRate: null };
    expect(reasonsOf([], { pointsToBurn: 2, points })).toStrictEqual([['points', 'WRONG_CURRENCY']]);
  });
});

describe('a check', () => {
  const store = { taxRateBps: 888, taxesIncluded: false, serviceChargeBps: 0, handoffMode: 'PICKUP' } as const;

  it('has its tax on the goods after discounts, added half up or found inside the prices', () => {
    expect(priced([], { store }).totals).toMatchObject({ taxTotal: 213, total: 2613 });
    expect(priced([], { store: { ...store, taxesIncluded: true } }).totals).toMatchObject({
      taxTotal: 196,
      total: 2400,
    });
  });

  it('is refused with a line below zero, a fraction, or two lines of one id', () => {
    const below = { ...fries, modifiers: [{ ...bacon, priceDelta: -301 }] };
    for (const wrong of [[below], [{ ...fries, unitPrice: 0.5 }]]) {
      expect(() => priced([], { lines: wrong })).toThrow('no exact amount');
    }
    expect(() => priced([], { lines: [fries, fries] })).toThrow('same id');
  });
});
