import type { ChaosOptions } from './options.ts';
import { randomOf, type Random } from './random.ts';

/** A process is killed with SIGKILL, and started again after a while. */
export interface Kill {
  readonly kind: 'kill';
  /** When: once so many checkouts were begun. */
  readonly at: number;
  readonly part: string;
  readonly downMs: number;
  /** How long before it the store answers slowly, so that death comes between two steps rather than between two tasks. */
  readonly slowlyMs: number;
}

/** A simulated system, or the store, misbehaves for a while, as its admin port is told. */
export interface Disturbance {
  readonly kind: 'disturb';
  readonly at: number;
  readonly system: 'legacy-payment' | 'legacy-loyalty' | 'pos' | 'store';
  readonly faults: Readonly<Record<string, number>>;
  readonly forMs: number;
}

/** The connections to a part are broken for a while. `down` resets those in use: what was asked may be done, nobody hears. */
export interface Cut {
  readonly kind: 'cut';
  readonly at: number;
  readonly part: string;
  readonly mode: 'down' | 'hang' | 'slow';
  readonly forMs: number;
}

export type Fault = Kill | Disturbance | Cut;

/** What is killed, by kind: each kind has the same share of all kills. */
export const victims: Readonly<Record<string, readonly string[]>> = {
  orders: ['orders'],
  loyalty: ['loyalty'],
  offers: ['offers'],
  relay: ['orders-relay', 'loyalty-relay', 'offers-relay', 'profile-relay'],
  consumer: ['orders-consumer', 'loyalty-consumer', 'offers-consumer', 'loyalty-consumer'],
  gateway: ['gateway'],
};

/** What dies besides: one for so many kills. */
const bystanders = ['profile', 'bus', 'legacy-payment', 'profile', 'legacy-loyalty', 'content', 'pos'];
const killsForEachBystander = 4;

const disturbances: ReadonlyArray<Pick<Disturbance, 'system' | 'faults'>> = [
  { system: 'legacy-payment', faults: { loseAcknowledgement: 0.4 } },
  { system: 'legacy-loyalty', faults: { loseAcknowledgement: 0.4 } },
  { system: 'legacy-payment', faults: { hang: 0.25 } },
  { system: 'legacy-loyalty', faults: { hang: 0.25 } },
  { system: 'legacy-payment', faults: { throttlePerSecond: 8 } },
  { system: 'legacy-loyalty', faults: { throttlePerSecond: 8 } },
  { system: 'legacy-payment', faults: { errorRate: 0.4 } },
  { system: 'legacy-loyalty', faults: { errorRate: 0.4, loseAcknowledgement: 0.2 } },
  { system: 'pos', faults: { loseAcknowledgement: 0.3, errorRate: 0.2 } },
  { system: 'legacy-payment', faults: { outage: 1 } },
  { system: 'legacy-loyalty', faults: { outage: 1 } },
  { system: 'store', faults: { throttle: 0.3 } },
];

const cuts: ReadonlyArray<readonly [part: string, mode: Cut['mode'], longestMs: number]> = [
  ['store', 'down', 100],
  ['loyalty', 'down', 300],
  ['bus', 'down', 500],
  ['offers', 'down', 300],
  ['orders', 'down', 300],
  ['store', 'hang', 1_000],
  ['pos', 'down', 300],
  ['bus', 'hang', 2_000],
  ['legacy-loyalty', 'slow', 2_000],
  ['profile', 'down', 300],
  ['loyalty', 'hang', 2_000],
  ['legacy-payment', 'down', 300],
  ['offers', 'hang', 2_000],
  ['store', 'slow', 1_000],
];

/** The items from one that the seed chooses on: a short run has others each time. */
const fromAnywhere = <Item>(random: Random, items: readonly Item[]): readonly Item[] => {
  const from = random.between(0, items.length - 1);
  return [...items.slice(from), ...items.slice(0, from)];
};

/** `count` moments over the whole run, each within its own stretch of it. */
const spread = (random: Random, count: number, checkouts: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => Math.floor(((at + random.next()) * checkouts) / count));

/** Work comes to relays and consumers now and then: it takes longer until some of it is half done. */
const slowlyMs = (random: Random, kind: string): number => {
  if (kind === 'relay' || kind === 'consumer') return random.between(1_000, 3_000);
  return random.chance(0.7) ? random.between(200, 1_200) : 0;
};

const kills = ({ seed, kills: count, checkouts }: ChaosOptions): readonly Kill[] => {
  const random = randomOf(seed, 'kills');
  const kinds = Object.entries(victims);
  return spread(random, count, checkouts).map((at, turn) => {
    const [kind, parts] = kinds[turn % kinds.length]!;
    return {
      kind: 'kill',
      at,
      part: random.pick(parts),
      downMs: random.between(0, 1_500),
      slowlyMs: slowlyMs(random, kind),
    };
  });
};

const killBystanders = ({ seed, kills: count, checkouts }: ChaosOptions): readonly Kill[] => {
  const random = randomOf(seed, 'bystanders');
  const parts = fromAnywhere(random, bystanders);
  return spread(random, Math.ceil(count / killsForEachBystander), checkouts).map((at, turn) => ({
    kind: 'kill',
    at,
    part: parts[turn % parts.length]!,
    downMs: random.between(0, 1_500),
    slowlyMs: 0,
  }));
};

const disturb = ({ seed, checkouts }: ChaosOptions): readonly Disturbance[] => {
  const random = randomOf(seed, 'disturbances');
  const count = Math.max(disturbances.length, Math.floor(checkouts / 30));
  return spread(random, count, checkouts).map((at, turn) => ({
    kind: 'disturb',
    at,
    ...disturbances[turn % disturbances.length]!,
    forMs: random.between(1_000, 4_000),
  }));
};

const cut = ({ seed, checkouts }: ChaosOptions): readonly Cut[] => {
  const random = randomOf(seed, 'cuts');
  const turns = fromAnywhere(random, cuts);
  return spread(random, Math.ceil(checkouts / 15), checkouts).map((at, turn) => {
    const [part, mode, longestMs] = turns[turn % turns.length]!;
    return { kind: 'cut', at, part, mode, forMs: random.between(20, longestMs) };
  });
};

/** Everything that breaks in a run, in the order of its beginning. Nothing but the options decides it. */
export const planFaults = (options: ChaosOptions): readonly Fault[] =>
  [...kills(options), ...killBystanders(options), ...disturb(options), ...cut(options)].sort(
    (one, other) => one.at - other.at,
  );

const textOf = (fault: Fault): string => {
  switch (fault.kind) {
    case 'kill':
      return `kill ${fault.part}, ${fault.slowlyMs > 0 ? `after ${fault.slowlyMs} ms in slow motion, ` : ''}${fault.downMs} ms down`;
    case 'disturb':
      return `${fault.system} ${JSON.stringify(fault.faults)}, for ${fault.forMs} ms`;
    case 'cut':
      return `connections to ${fault.part} ${fault.mode}, for ${fault.forMs} ms`;
  }
};

/** A fault as a line. */
export const describeFault = (fault: Fault): string => `${String(fault.at).padStart(6)}  ${textOf(fault)}`;
