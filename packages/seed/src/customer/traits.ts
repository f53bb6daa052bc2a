import type { Catalogue } from '../catalogue/catalogue.ts';
import { DAY, instant, localMinute } from '../kernel/time.ts';
import type { Daypart, Id } from '../facts/common.ts';
import type { OrderFact } from '../facts/orders.ts';
import type { SegmentConditionFact, SegmentRulesFact, TraitsFact } from '../facts/segments.ts';
import type { History } from './history.ts';
import type { Person } from './person.ts';

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

const daypartOf = ({ storeId, placedAt }: OrderFact, { stores }: Catalogue): Daypart | undefined => {
  const store = stores.find(({ id }) => id === storeId);
  const minute = store === undefined ? 0 : localMinute(store.timeZone, Date.parse(placedAt));
  return store?.dayparts.find(({ from, to }) => minuteOf(from) <= minute && minute < minuteOf(to))?.daypart;
};

/** The part of the day with most orders; of equals the earliest. */
const favourite = (orders: readonly OrderFact[], catalogue: Catalogue): Daypart | null => {
  const counts = new Map<Daypart, number>();
  for (const order of orders) {
    const daypart = daypartOf(order, catalogue) ?? 'LATE_NIGHT';
    counts.set(daypart, (counts.get(daypart) ?? 0) + 1);
  }
  const ranked: readonly Daypart[] = ['BREAKFAST', 'LUNCH', 'AFTERNOON', 'DINNER', 'LATE_NIGHT'];
  const most = Math.max(...counts.values());
  return ranked.find((daypart) => counts.get(daypart) === most) ?? null;
};

/** Orders that were not voided count; the totals are what was charged, before refunds. */
export const traitsOf = ({ orders, loyalty, redemptions }: History, catalogue: Catalogue): TraitsFact => {
  const counted = orders.filter(({ paymentStatus }) => paymentStatus !== 'VOIDED');
  const recent = counted.filter(({ placedAt }) => placedAt >= instant(catalogue.anchor - 90 * DAY));
  const committed = redemptions.filter(({ status }) => status === 'COMMITTED').map(({ offerId }) => offerId);
  return {
    tierCode: loyalty?.tierCode ?? null,
    pointsAvailable: loyalty === null ? 0 : loyalty.postedPoints - loyalty.heldPoints,
    favouriteDaypart: favourite(counted, catalogue),
    lastOrderAt: counted.at(-1)?.placedAt ?? null,
    ordersIn90Days: recent.length,
    spendMinorIn90Days: recent.reduce((sum, { check }) => sum + check.totals.total, 0),
    offersRedeemed: [...new Set(committed)],
  };
};

type TraitValues = (traits: TraitsFact, person: Person, anchor: number) => readonly string[];

const daysSince = (at: string | number, anchor: number): string =>
  String(Math.floor((anchor - new Date(at).getTime()) / DAY));

/** What a condition compares; none where the trait is unknown, which only NOT_IN accepts. */
const valuesOf: Readonly<Record<SegmentConditionFact['fact'], TraitValues>> = {
  TIER: ({ tierCode }) => (tierCode === null ? [] : [tierCode]),
  HOME_STORE: (_, { homeStore }) => [homeStore.id],
  LOCALE: (_, { profile }) => [profile.locale],
  BIRTHDAY_MONTH: (_, { profile }) => (profile.birthday === null ? [] : [String(profile.birthday.month)]),
  FAVOURITE_DAYPART: ({ favouriteDaypart }) => (favouriteDaypart === null ? [] : [favouriteDaypart]),
  OFFER_REDEEMED: ({ offersRedeemed }) => offersRedeemed,
  POINTS_AVAILABLE: ({ pointsAvailable }) => [String(pointsAvailable)],
  DAYS_SINCE_SIGN_UP: (_, { createdAt }, anchor) => [daysSince(createdAt, anchor)],
  DAYS_SINCE_LAST_ORDER: ({ lastOrderAt }, _, anchor) => (lastOrderAt === null ? [] : [daysSince(lastOrderAt, anchor)]),
  ORDERS_IN_90_DAYS: ({ ordersIn90Days }) => [String(ordersIn90Days)],
  SPEND_MINOR_IN_90_DAYS: ({ spendMinorIn90Days }) => [String(spendMinorIn90Days)],
};

const holds = ({ operator, values }: SegmentConditionFact, actual: readonly string[]): boolean => {
  const [low = 0, high = 0] = values.map(Number);
  switch (operator) {
    case 'IN':
      return actual.some((value) => values.includes(value));
    case 'NOT_IN':
      return actual.every((value) => !values.includes(value));
    case 'AT_LEAST':
      return actual.some((value) => Number(value) >= low);
    case 'AT_MOST':
      return actual.some((value) => Number(value) <= low);
    case 'BETWEEN':
      return actual.some((value) => Number(value) >= low && Number(value) <= high);
  }
};

const fulfils = ({ all, any, none }: SegmentRulesFact, test: (condition: SegmentConditionFact) => boolean): boolean =>
  all.every(test) && (any.length === 0 || any.some(test)) && !none.some(test);

/** Segments that these traits belong to. */
export const segmentsOf = (traits: TraitsFact, person: Person, { segments, anchor }: Catalogue): readonly Id[] =>
  segments
    .filter(({ rules }) =>
      fulfils(rules, (condition) => holds(condition, valuesOf[condition.fact](traits, person, anchor))),
    )
    .map(({ id }) => id);
