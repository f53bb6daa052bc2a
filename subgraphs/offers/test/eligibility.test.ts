import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WalletEntry } from '../src/domain/customer-offer.ts';
import {
  ineligibilityReasons,
  isWithinReach,
  newcomer,
  type Candidate,
  type Circumstances,
} from '../src/domain/eligibility.ts';
import type { Offer } from '../src/domain/offer.ts';
import type { StoreScope } from '../src/domain/store-scope.ts';

const now = new Date('2026-03-01T03:30:00Z');
const past = '2026-02-01T00:00:00Z';
const future = '2026-04-01T00:00:00Z';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

const offer: Offer = {
  id: 'ofr_1',
  code: 'TEST',
  kind: 'AMOUNT_OFF',
  status: 'LIVE',
  startsAt: past,
  endsAt: future,
  channels: ['APP'],
  handoffModes: [],
  dayparts: ['DINNER'],
  storeGroupCodes: ['west'],
  minimumSubtotal: null,
  effect: { scope: 'SUBTOTAL', amountOff: usd(300) },
  stacking: { mode: 'STACKABLE', exclusivityGroup: null, priority: 10 },
  requiresActivation: false,
  byCodeOnly: false,
  caps: { total: 10, perCustomer: 3, perCustomerPerDay: 1, perCheck: 1, budget: usd(5000) },
  segmentIds: [],
};

/** 19:30 on 28 February there. */
const portland: StoreScope = {
  groupCodes: ['west'],
  timeZone: 'America/Los_Angeles',
  currency: 'USD',
  dayparts: [
    { daypart: 'DINNER', from: '17:00', to: '21:00' },
    { daypart: 'LATE_NIGHT', from: '21:00', to: '17:00' },
  ],
};

const entry: WalletEntry = { offerId: offer.id, activatedAt: past, revoked: false, uses: [] };
const use = (at: string) => ({ redemptionId: at, status: 'COMMITTED' as const, at, reservedUntil: null });

const candidate: Candidate = { offer, entry: null, customer: newcomer, usage: {} };
const here: Circumstances = { now, store: portland, channel: 'APP' };

const withOffer = (changes: Partial<Offer>): Candidate => ({ ...candidate, offer: { ...offer, ...changes } });

describe('a customer offer', () => {
  it('can be redeemed when nothing stands in the way', () => {
    expect(ineligibilityReasons(candidate, here)).toStrictEqual([]);
  });

  it.each<[string, Candidate, Circumstances]>([
    ['NOT_STARTED', withOffer({ startsAt: future }), here],
    ['NOT_STARTED', withOffer({ status: 'PAUSED' }), here],
    ['NOT_STARTED', withOffer({ status: 'DRAFT' }), here],
    ['ENDED', withOffer({ endsAt: now.toISOString() }), here],
    ['ENDED', withOffer({ status: 'PAUSED', endsAt: past }), here],
    ['WRONG_CHANNEL', candidate, { ...here, channel: 'KIOSK' }],
    ['WRONG_STORE', candidate, { ...here, store: { ...portland, groupCodes: ['east'] } }],
    ['WRONG_STORE', candidate, { ...here, store: null }],
    ['WRONG_DAYPART', candidate, { ...here, now: new Date('2026-03-01T05:00:00Z') }],
    ['NOT_ACTIVATED', withOffer({ requiresActivation: true }), here],
    ['NOT_ACTIVATED', withOffer({ byCodeOnly: true }), here],
    ['NOT_IN_AUDIENCE', withOffer({ segmentIds: ['seg_1'] }), here],
    ['NOT_IN_AUDIENCE', { ...candidate, entry: { ...entry, revoked: true } }, here],
    ['CUSTOMER_CAP_REACHED', { ...candidate, entry: { ...entry, uses: [past, past, past].map(use) } }, here],
    ['TOTAL_CAP_REACHED', { ...candidate, usage: { taken: 10 } }, here],
    ['BUDGET_EXHAUSTED', { ...candidate, usage: { spentUSD: 5000 } }, here],
    ['LOYALTY_REQUIRED', withOffer({ effect: { scope: 'LOYALTY', bonusPoints: 50 } }), here],
    ['WRONG_CURRENCY', candidate, { ...here, store: { ...portland, currency: 'EUR' } }],
  ])('is refused as %s', (reason, refused, circumstances) => {
    expect(ineligibilityReasons(refused, circumstances)).toStrictEqual([reason]);
  });

  it('counts the uses of a day by the clock of the store', () => {
    const yesterdayInUtc = { ...candidate, entry: { ...entry, uses: [use('2026-02-28T23:00:00Z')] } };
    expect(ineligibilityReasons(yesterdayInUtc, here)).toStrictEqual(['CUSTOMER_CAP_REACHED']);
    expect(ineligibilityReasons(yesterdayInUtc, { now })).toStrictEqual([]);
  });

  it('stays with a customer who activated it and left the audience', () => {
    const left = { ...withOffer({ segmentIds: ['seg_1'] }), entry };
    expect(ineligibilityReasons(left, here)).toStrictEqual([]);
    expect(ineligibilityReasons({ ...left, entry: { ...entry, activatedAt: null } }, here)).toStrictEqual([
      'NOT_IN_AUDIENCE',
    ]);
  });

  it('is given back by a reservation that ran out', () => {
    const reserved = (reservedUntil: string): Candidate => ({
      ...withOffer({ caps: { ...offer.caps, perCustomer: 1, perCustomerPerDay: null } }),
      entry: { ...entry, uses: [{ redemptionId: 'red_1', status: 'RESERVED', at: past, reservedUntil }] },
    });
    expect(ineligibilityReasons(reserved(future), here)).toStrictEqual(['CUSTOMER_CAP_REACHED']);
    expect(ineligibilityReasons(reserved(now.toISOString()), here)).toStrictEqual([]);
  });
});

const instants = fc.constantFrom(past, now.toISOString(), future);
const segments = fc.uniqueArray(fc.constantFrom('seg_1', 'seg_2', 'seg_3'));
const groups = fc.uniqueArray(fc.constantFrom('west', 'east', 'airport'));
const channels = fc.uniqueArray(fc.constantFrom<Offer['channels'][number]>('APP', 'WEB', 'KIOSK'));
const cap = fc.option(fc.integer({ min: 1, max: 3 }));

const anyOffer = fc.record<Offer>({
  id: fc.constant(offer.id),
  code: fc.constant(offer.code),
  kind: fc.constant(offer.kind),
  status: fc.constantFrom('DRAFT', 'SCHEDULED', 'LIVE', 'PAUSED', 'ENDED'),
  startsAt: instants,
  endsAt: fc.option(instants),
  channels,
  handoffModes: fc.constant([]),
  dayparts: fc.uniqueArray(fc.constantFrom('DINNER', 'LUNCH', 'ALL_DAY')),
  storeGroupCodes: groups,
  minimumSubtotal: fc.constant(null),
  effect: fc.constantFrom<Offer['effect'][]>(offer.effect, { scope: 'LOYALTY', bonusPoints: 5 }),
  stacking: fc.constant(offer.stacking),
  requiresActivation: fc.boolean(),
  byCodeOnly: fc.boolean(),
  caps: fc.record({
    total: cap,
    perCustomer: cap,
    perCustomerPerDay: cap,
    perCheck: fc.constant(1),
    budget: fc.option(fc.constant(usd(100))),
  }),
  segmentIds: segments,
});

const uses = fc.array(
  fc.record({
    redemptionId: fc.string(),
    status: fc.constantFrom('RESERVED' as const, 'COMMITTED' as const),
    at: instants,
    reservedUntil: fc.option(instants),
  }),
  { maxLength: 4 },
);

const candidates: fc.Arbitrary<Candidate> = fc.record({
  offer: anyOffer,
  entry: fc.option(
    fc.record({
      offerId: fc.constant(offer.id),
      activatedAt: fc.option(fc.constant(past)),
      revoked: fc.boolean(),
      uses,
    }),
  ),
  customer: fc.record({ segmentIds: segments, tierCode: fc.option(fc.constant('nest')) }),
  usage: fc.record({ taken: fc.nat(4), spentUSD: fc.nat(120) }),
});

const circumstances = fc.record({
  now: fc.constant(now),
  store: fc.option(groups.map((groupCodes) => ({ ...portland, groupCodes }))),
  channel: fc.constantFrom<Offer['channels'][number]>('APP', 'IN_STORE'),
});

/** The same facts told the other way round. */
const reversed = ({ offer: rules, entry: own, customer, usage }: Candidate): Candidate => ({
  offer: {
    ...rules,
    channels: rules.channels.toReversed(),
    dayparts: rules.dayparts.toReversed(),
    storeGroupCodes: rules.storeGroupCodes.toReversed(),
    segmentIds: rules.segmentIds.toReversed(),
  },
  entry: own === null ? null : { ...own, uses: own.uses.toReversed() },
  customer: { ...customer, segmentIds: customer.segmentIds.toReversed() },
  usage: Object.fromEntries(Object.entries(usage).reverse()),
});

describe('eligibility', () => {
  it('depends neither on chance nor on the order in which its facts are told', () => {
    fc.assert(
      fc.property(candidates, circumstances, (some, around) => {
        const reasons = ineligibilityReasons(some, around);
        expect(ineligibilityReasons(some, around)).toStrictEqual(reasons);
        const { store } = around;
        const other = store === null ? null : { ...store, groupCodes: store.groupCodes.toReversed() };
        expect(ineligibilityReasons(reversed(some), { ...around, store: other })).toStrictEqual(reasons);
      }),
    );
  });

  it('finds every reason that it found knowing less of the place', () => {
    fc.assert(
      fc.property(candidates, circumstances, (some, around) => {
        fc.pre(some.offer.caps.perCustomerPerDay === null);
        const reasons = ineligibilityReasons(some, around);
        expect(reasons).toStrictEqual([...new Set(reasons)]);
        expect(reasons).toStrictEqual(expect.arrayContaining(ineligibilityReasons(some, { now })));
      }),
    );
  });

  it('is within reach exactly when activating the offer would do', () => {
    fc.assert(
      fc.property(candidates, circumstances, (some, around) => {
        fc.pre(some.entry?.activatedAt != null || some.offer.segmentIds.length === 0);
        const own = some.entry ?? { ...entry, activatedAt: null };
        const activated = { ...some, entry: { ...own, activatedAt: past } };
        expect(isWithinReach(ineligibilityReasons(some, around))).toBe(
          ineligibilityReasons(activated, around).length === 0,
        );
      }),
    );
  });
});
