import type { SegmentConditionFact, SegmentFact, SegmentRulesFact } from '../facts/segments.ts';
import type { StoreFact } from '../facts/stores.ts';
import type { StableId } from './ids.ts';

interface SegmentRow {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly rules: SegmentRulesFact;
}

const when = (
  fact: SegmentConditionFact['fact'],
  operator: SegmentConditionFact['operator'],
  ...values: readonly string[]
): SegmentConditionFact => ({ fact, operator, values });

const allOf = (...all: readonly SegmentConditionFact[]): SegmentRulesFact => ({ all, any: [], none: [] });

const habitRows: readonly SegmentRow[] = [
  {
    code: 'new-guests',
    name: 'New guests',
    description: 'Signed up within the last 30 days.',
    rules: allOf(when('DAYS_SINCE_SIGN_UP', 'AT_MOST', '30')),
  },
  {
    code: 'lapsed-guests',
    name: 'Lapsed guests',
    description: 'Ordered once, but not for two to twelve months.',
    rules: allOf(when('DAYS_SINCE_LAST_ORDER', 'BETWEEN', '60', '365')),
  },
  {
    code: 'regulars',
    name: 'Regulars',
    description: 'At least two orders in 90 days.',
    rules: allOf(when('ORDERS_IN_90_DAYS', 'AT_LEAST', '2')),
  },
  {
    code: 'big-tables',
    name: 'Big tables',
    description: 'Spent 60 dollars or more in 90 days in few orders.',
    rules: allOf(when('SPEND_MINOR_IN_90_DAYS', 'AT_LEAST', '6000'), when('ORDERS_IN_90_DAYS', 'AT_MOST', '3')),
  },
  {
    code: 'breakfast-crowd',
    name: 'Breakfast crowd',
    description: 'Mostly order in the morning.',
    rules: allOf(when('FAVOURITE_DAYPART', 'IN', 'BREAKFAST')),
  },
  {
    code: 'point-savers',
    name: 'Feather savers',
    description: 'Hold 750 feathers or more and have not come for a month.',
    rules: allOf(when('POINTS_AVAILABLE', 'AT_LEAST', '750'), when('DAYS_SINCE_LAST_ORDER', 'AT_LEAST', '30')),
  },
  {
    code: 'high-fliers',
    name: 'High fliers',
    description: 'Members of the two upper tiers.',
    rules: allOf(when('TIER', 'IN', 'soar', 'summit')),
  },
  {
    code: 'spanish-speaking',
    name: 'Spanish-speaking guests',
    description: 'Read the app in Spanish.',
    rules: allOf(when('LOCALE', 'IN', 'es-US', 'es-PR', 'es-ES')),
  },
];

const westCoast = (stores: readonly StoreFact[], id: StableId): SegmentRow => ({
  code: 'west-coast-combo',
  name: 'West Coast, no combo yet',
  description: 'At home in a western store, recently active, and has not used the Lark Combo.',
  rules: {
    all: [
      when(
        'HOME_STORE',
        'IN',
        ...stores.filter(({ groupCodes }) => groupCodes.includes('west')).map((store) => store.id),
      ),
    ],
    any: [when('ORDERS_IN_90_DAYS', 'AT_LEAST', '1'), when('DAYS_SINCE_SIGN_UP', 'AT_MOST', '90')],
    none: [when('OFFER_REDEEMED', 'IN', id('ofr', 'BP-COMBO-1199'))],
  },
});

const birthday = (anchor: number): SegmentRow => ({
  code: 'birthday-this-month',
  name: 'Birthday this month',
  description: 'Has told us a birthday that falls in this month.',
  rules: allOf(when('BIRTHDAY_MONTH', 'IN', String(new Date(anchor).getUTCMonth() + 1))),
});

interface SegmentSource {
  readonly stores: readonly StoreFact[];
  readonly anchor: number;
}

export const createSegments = (id: StableId, { stores, anchor }: SegmentSource): readonly SegmentFact[] =>
  [...habitRows, birthday(anchor), westCoast(stores, id)].map((row) => ({ id: id('seg', row.code), ...row }));
