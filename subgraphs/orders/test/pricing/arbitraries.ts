import fc from 'fast-check';
import type { Line } from '../../src/domain/lines.ts';
import type { OfferTerms, PricingInput, RewardTerms } from '../../src/domain/pricing/terms.ts';

/** Few items and few ids, so that benefits meet; amounts up to beyond 2^32, so that products pass 2^53. */
const items = ['mit_bun', 'mit_fries', 'mit_shake'] as const;
const item = fc.constantFrom(...items);
const price = fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 6_000_000_000 }));
/** Now and then in another currency than the check. */
const money = fc.record({ amountMinor: price, currency: fc.constantFrom('USD', 'USD', 'USD', 'USD', 'JPY') });
const bps = fc.integer({ min: 0, max: 12_000 });
const pieces = fc.integer({ min: 1, max: 4 });

const modifier = fc.record({
  modifierId: fc.constantFrom('mod_1', 'mod_2'),
  code: fc.constant('extra'),
  quantity: fc.integer({ min: 1, max: 2 }),
  priceDelta: fc.integer({ min: -10, max: 300 }),
});

/** A line whose pieces cost something even where modifiers make it cheaper. */
const line = fc.record({
  menuItemId: item,
  nameAtPurchase: fc.constant('Something'),
  quantity: pieces,
  unitPrice: price.map((amount) => amount + 60),
  modifiers: fc.array(modifier, { maxLength: 2 }),
});

export const lines = fc
  .array(line, { maxLength: 5 })
  .map((all): Line[] => all.map((each, at) => ({ ...each, id: `lin_${at}` })));

const offer: fc.Arbitrary<OfferTerms> = fc.record({
  offerId: fc.constantFrom('ofr_1', 'ofr_2', 'ofr_3', 'ofr_4', 'ofr_5', 'ofr_6', 'ofr_7'),
  kind: fc.constantFrom(
    'AMOUNT_OFF',
    'PERCENT_OFF',
    'FREE_ITEM',
    'BOGO',
    'BUNDLE_PRICE',
    'BONUS_POINTS',
    'POINTS_MULTIPLIER',
    'FREE_DELIVERY',
  ),
  effect: fc.record(
    {
      scope: fc.constantFrom('ITEM', 'MULTI_ITEM', 'SUBTOTAL'),
      amountOff: money,
      percentOffBps: bps,
      fixedPrice: money,
      bonusPoints: fc.integer({ min: 0, max: 100 }),
      pointsMultiplierPercent: fc.constantFrom(0, 200, 300),
      menuItemIds: fc.subarray([...items]),
      buyQuantity: pieces,
      getQuantity: pieces,
      maxDiscount: money,
    },
    { requiredKeys: ['scope'] },
  ),
  stacking: fc.record({
    mode: fc.constantFrom('STACKABLE', 'STACKABLE', 'STACKABLE', 'EXCLUSIVE'),
    exclusivityGroup: fc.constantFrom(null, 'check', 'item'),
    priority: fc.integer({ min: 0, max: 2 }),
  }),
  minimumSubtotal: fc.option(money),
  perCheck: fc.integer({ min: 1, max: 3 }),
});

const reward: fc.Arbitrary<RewardTerms> = fc.record({
  rewardId: fc.constantFrom('rwd_1', 'rwd_2', 'rwd_3'),
  pointsCost: fc.integer({ min: 0, max: 500 }),
  kind: fc.constantFrom('FREE_ITEM', 'PERCENT_OFF', 'AMOUNT_OFF'),
  amountOff: money,
  percentOffBps: bps,
  menuItemId: item,
});

const points = fc.record({
  available: fc.option(fc.integer({ min: 0, max: 5000 })),
  tenderRate: fc.option(
    fc.record({ points: fc.integer({ min: 1, max: 5 }), amountMinor: fc.integer({ min: 1, max: 5 }) }),
  ),
});

const store = fc.record({
  taxRateBps: fc.integer({ min: 0, max: 2500 }),
  taxesIncluded: fc.boolean(),
  serviceChargeBps: fc.integer({ min: 0, max: 2000 }),
  handoffMode: fc.constantFrom('PICKUP', 'DELIVERY'),
});

/** Offers that differ have different ids; the same reward may be asked for twice. */
export const input: fc.Arbitrary<PricingInput> = fc.record({
  currency: fc.constant('USD'),
  lines,
  store,
  tip: fc.integer({ min: 0, max: 500 }),
  offers: fc.uniqueArray(offer, { selector: ({ offerId }) => offerId, maxLength: 7 }),
  rejected: fc.constantFrom([], [{ offerId: 'ofr_9', rewardId: null, points: null, reason: 'ENDED' as const }]),
  rewards: fc
    .uniqueArray(reward, { selector: ({ rewardId }) => rewardId, maxLength: 3 })
    .chain((all) => fc.boolean().map((twice) => (twice ? [...all, ...all] : all))),
  pointsToBurn: fc.integer({ min: 0, max: 6000 }),
  points: fc.option(points),
});

/** A check of these lines at a store without charges, for examples. */
export const plain = (given: Partial<PricingInput>): PricingInput => ({
  currency: 'USD',
  lines: [],
  store: { taxRateBps: 0, taxesIncluded: false, serviceChargeBps: 0, handoffMode: 'PICKUP' },
  tip: 0,
  offers: [],
  rejected: [],
  rewards: [],
  pointsToBurn: 0,
  points: { available: 0, tenderRate: { points: 2, amountMinor: 1 } },
  ...given,
});

export const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

/** An offer of that kind, stackable with everything. */
export const offerOf = (
  kind: OfferTerms['kind'],
  effect: OfferTerms['effect'],
  rest: Partial<OfferTerms> = {},
): OfferTerms => ({
  offerId: `ofr_${kind}`,
  kind,
  effect,
  stacking: { mode: 'STACKABLE', exclusivityGroup: null, priority: 10 },
  minimumSubtotal: null,
  perCheck: 1,
  ...rest,
});

/** A line whose id is its item's, so that there is one line an item. */
export const lineOf = (menuItemId: string, unitPrice: number, quantity = 1): Line => ({
  id: menuItemId,
  menuItemId,
  nameAtPurchase: menuItemId,
  quantity,
  unitPrice,
  modifiers: [],
});

export const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, number) => total + number, 0);
