import type { ChaosOptions } from './options.ts';
import { randomOf, type Random } from './random.ts';

/** A process is killed with SIGKILL, and started again after a while. */
export interface Kill {
  readonly kind: 'kill';
  /** When: once so many checkouts were begun. */
  readonly at: number;
  readonly part: string;
  readonly downMs: number;
}

/** A simulated system misbehaves for a while, as its admin port is told. */
export interface Disturbance {
  readonly kind: 'disturb';
  readonly at: number;
  readonly system: 'legacy-payment' | 'legacy-loyalty' | 'pos';
  readonly faults: Readonly<Record<string, number>>;
  readonly forMs: number;
}

export type Fault = Kill | Disturbance;

/** What is killed, by kind: each kind has the same share of all kills. */
export const victims: Readonly<Record<string, readonly string[]>> = {
  orders: ['orders'],
  loyalty: ['loyalty'],
  offers: ['offers'],
  relay: ['orders-relay', 'loyalty-relay', 'offers-relay'],
  consumer: ['orders-consumer', 'loyalty-consumer', 'offers-consumer'],
  gateway: ['gateway'],
};

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
];

/** `count` moments over the whole run, each within its own stretch of it. */
const spread = (random: Random, count: number, checkouts: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => Math.floor(((at + random.next()) * checkouts) / count));

const kills = ({ seed, kills: count, checkouts }: ChaosOptions): readonly Kill[] => {
  const random = randomOf(seed, 'kills');
  const kinds = Object.values(victims);
  return spread(random, count, checkouts).map((at, turn) => ({
    kind: 'kill',
    at,
    part: random.pick(kinds[turn % kinds.length] ?? []),
    downMs: random.between(0, 1_500),
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

/** Everything that breaks in a run, in the order of its beginning. Nothing but the options decides it. */
export const planFaults = (options: ChaosOptions): readonly Fault[] =>
  [...kills(options), ...disturb(options)].sort((one, other) => one.at - other.at);

/** A fault as a line. */
export const describeFault = (fault: Fault): string =>
  fault.kind === 'kill'
    ? `${String(fault.at).padStart(6)}  kill ${fault.part}, ${fault.downMs} ms down`
    : `${String(fault.at).padStart(6)}  ${fault.system} ${JSON.stringify(fault.faults)}, for ${fault.forMs} ms`;
