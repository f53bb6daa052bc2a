import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Random } from '../kernel/random.ts';
import { DAY, HOUR, MINUTE, atLocalTime, localMinute } from '../kernel/time.ts';
import type { Daypart, HandoffMode, SalesChannel } from '../facts/common.ts';
import type { OrderStatus } from '../facts/orders.ts';
import type { StoreFact } from '../facts/stores.ts';
import type { Person } from './person.ts';

/** What will become of an order; refunds come after completion. */
export type Outcome = OrderStatus | 'PARTLY_REFUNDED' | 'REFUNDED';

/** When, where and how an order is placed, before anything is on it. */
export interface Plan {
  /** Place in the customer's history, from 0. */
  readonly sequence: number;
  /** Milliseconds since 1970. */
  readonly placedAt: number;
  readonly store: StoreFact;
  readonly daypart: Daypart;
  readonly channel: SalesChannel;
  readonly handoffMode: HandoffMode;
  readonly outcome: Outcome;
  readonly heldByHand: boolean;
}

/** Days between two orders, so that a refund is over before the next order. */
const GAP = 3;

/** Local minutes of the day in which orders are placed; every store serves every one of its modes then. */
const spans: ReadonlyArray<readonly [daypart: Daypart, from: number, to: number, weight: number]> = [
  ['BREAKFAST', 7 * 60, 10 * 60, 15],
  ['LUNCH', 11 * 60, 13 * 60 + 30, 33],
  ['AFTERNOON', 14 * 60 + 15, 16 * 60 + 30, 17],
  ['DINNER', 17 * 60 + 15, 20 * 60 + 15, 35],
];

const orderCount = (dice: Random): number =>
  dice.weighted([
    [0, 6],
    [1, 8],
    [2, 12],
    [3, 14],
    [4, 15],
    [5, 14],
    [6, 12],
    [8, 10],
    [10, 6],
    [12, 3],
  ]);

/** Days before the anchor, longest ago first, at least two and with a gap between them. */
const orderDays = (age: number, dice: Random): readonly number[] => {
  const quiet = dice.weighted([
    [2, 55],
    [25, 20],
    [70, 18],
    [200, 7],
  ]);
  const span = Math.min(age - 2, dice.pick([60, 120, 240, 540])) - quiet;
  const count = Math.min(orderCount(dice), Math.floor(span / (2 * GAP)));
  if (count <= 0) return [];
  const slot = Math.floor(span / count);
  return Array.from({ length: count }, (_, at) => quiet + at * slot + dice.int(0, slot - GAP)).reverse();
};

const pickStore = ({ homeStore }: Person, { stores }: Catalogue, dice: Random): StoreFact => {
  const others = stores.filter(
    ({ id, currency, acceptingOrders }) => id !== homeStore.id && currency === homeStore.currency && acceptingOrders,
  );
  return others.length === 0 || dice.chance(82) ? homeStore : dice.pick(others);
};

const pickChannel = ({ handoffModes }: StoreFact, dice: Random): SalesChannel => {
  const channel = dice.weighted<SalesChannel>([
    ['APP', 46],
    ['WEB', 15],
    ['KIOSK', 12],
    ['IN_STORE', 9],
    ['DRIVE_THRU', 10],
    ['THIRD_PARTY', 6],
    ['CALL_CENTER', 2],
  ]);
  return channel === 'DRIVE_THRU' && !handoffModes.includes('DRIVE_THRU') ? 'APP' : channel;
};

const modesByChannel: Readonly<Record<SalesChannel, readonly HandoffMode[]>> = {
  APP: ['PICKUP', 'PICKUP', 'PICKUP', 'DELIVERY', 'DELIVERY', 'CURBSIDE', 'DINE_IN'],
  WEB: ['PICKUP', 'PICKUP', 'DELIVERY', 'CURBSIDE'],
  KIOSK: ['DINE_IN', 'DINE_IN', 'PICKUP'],
  IN_STORE: ['DINE_IN', 'PICKUP'],
  DRIVE_THRU: ['DRIVE_THRU'],
  CALL_CENTER: ['PICKUP', 'DELIVERY'],
  THIRD_PARTY: ['DELIVERY', 'DELIVERY', 'PICKUP'],
};

const pickMode = (channel: SalesChannel, { handoffModes }: StoreFact, dice: Random): HandoffMode =>
  dice.pick(modesByChannel[channel].filter((mode) => handoffModes.includes(mode)));

const pastOutcome = (daysAgo: number, dice: Random): Outcome =>
  dice.weighted([
    ['COMPLETED', 91],
    ['CANCELLED', 3],
    ['REJECTED', 1],
    ['PARTLY_REFUNDED', daysAgo > GAP ? 3 : 0],
    ['REFUNDED', daysAgo > GAP ? 2 : 0],
  ]);

interface Habits {
  readonly person: Person;
  readonly catalogue: Catalogue;
  readonly dice: Random;
  readonly favourite: Daypart;
}

const pastPlan = (daysAgo: number, sequence: number, { person, catalogue, dice, favourite }: Habits): Plan => {
  const store = pickStore(person, catalogue, dice);
  const usual = spans.filter(([daypart]) => daypart === favourite);
  const [daypart, from, to] = dice.weighted((dice.chance(45) ? usual : spans).map((span) => [span, span[3]] as const));
  const breakfast = daypart === 'BREAKFAST';
  const channel = pickChannel(store, dice);
  const mode = pickMode(channel, store, dice);
  return {
    sequence,
    placedAt: atLocalTime(store.timeZone, catalogue.anchor - daysAgo * DAY, dice.int(from, to)),
    store,
    daypart,
    channel,
    handoffMode: breakfast && mode === 'DELIVERY' ? 'PICKUP' : mode,
    outcome: pastOutcome(daysAgo, dice),
    heldByHand: false,
  };
};

const daypartAt = ({ timeZone }: StoreFact, at: number): Daypart => {
  const minute = localMinute(timeZone, at);
  if (minute < 17 * 60) return 'AFTERNOON';
  return minute < 21 * 60 ? 'DINNER' : 'LATE_NIGHT';
};

/** An order that is on its way at the anchor, which is afternoon or evening in every store that pays in dollars. */
const planUnderWay = (sequence: number, { person, catalogue, dice }: Habits): Plan => {
  const store = person.homeStore;
  const channel = dice.pick(['APP', 'APP', 'WEB'] as const);
  const handoffMode = person.isDefault ? 'PICKUP' : pickMode(channel, store, dice);
  const outcome = dice.weighted<Outcome>([
    ['PLACED', 15],
    ['ACCEPTED', 20],
    ['IN_PREPARATION', 40],
    [handoffMode === 'DELIVERY' ? 'OUT_FOR_DELIVERY' : 'READY', 25],
  ]);
  const placedAt = catalogue.anchor - dice.int(4, 18) * MINUTE;
  return {
    sequence,
    placedAt,
    store,
    daypart: daypartAt(store, placedAt),
    channel: person.isDefault ? 'APP' : channel,
    handoffMode,
    outcome: person.isDefault ? 'IN_PREPARATION' : outcome,
    heldByHand: person.isDefault,
  };
};

const isUnderWay = ({ isDefault, homeStore, createdAt }: Person, anchor: number, dice: Random): boolean =>
  isDefault ||
  (dice.chance(2) && homeStore.currency === 'USD' && homeStore.acceptingOrders && createdAt < anchor - HOUR);

/** Days of the default customer's orders: the last one is so fresh that its points are pending. */
const defaultDays = [352, 301, 262, 214, 176, 131, 97, 64, 33, 12, 2];
const defaultOutcomes: Readonly<Record<number, Outcome>> = { 214: 'CANCELLED', 97: 'PARTLY_REFUNDED' };

const defaultPlans = (habits: Habits): readonly Plan[] =>
  defaultDays.map((daysAgo, sequence) => ({
    ...pastPlan(daysAgo, sequence, habits),
    store: habits.person.homeStore,
    channel: 'APP',
    handoffMode: daysAgo % 3 === 1 ? 'CURBSIDE' : 'PICKUP',
    outcome: defaultOutcomes[daysAgo] ?? 'COMPLETED',
  }));

/** All orders of a customer, oldest first. */
export const plansOf = (person: Person, catalogue: Catalogue): readonly Plan[] => {
  const dice = person.dice('plans');
  const habits: Habits = { person, catalogue, dice, favourite: dice.weighted(spans.map(([name, , , w]) => [name, w])) };
  const age = Math.floor((catalogue.anchor - person.createdAt) / DAY);
  const past = person.isDefault
    ? defaultPlans(habits)
    : orderDays(age, dice).map((daysAgo, sequence) => pastPlan(daysAgo, sequence, habits));
  return isUnderWay(person, catalogue.anchor, dice) ? [...past, planUnderWay(past.length, habits)] : past;
};
