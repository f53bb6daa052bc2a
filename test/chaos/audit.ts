import { newFindings, type Kind } from './audit/findings.ts';
import { auditCustomers } from './audit/customers.ts';
import { auditOffers } from './audit/offers.ts';
import { auditOrders } from './audit/orders.ts';
import { auditPayments } from './audit/payments.ts';
import { auditPoints } from './audit/points.ts';
import { promisesOf } from './audit/promises.ts';
import { auditRefunds } from './audit/refunds.ts';
import { auditWallets } from './audit/wallets.ts';
import { runWorld } from './audit/world.ts';
import type { Floor } from './floor.ts';
import type { ChaosOptions } from './options.ts';
import { rowsOf } from './tables.ts';
import type { Truth } from './truth.ts';

/** How a run went. All is well when the last three counts are 0. */
export interface Verdict {
  readonly seed: number;
  readonly checkouts: number;
  /** Events that were consumed, each counted once for each consumer. */
  readonly events: number;
  readonly faults: number;
  readonly lost: number;
  readonly doubled: number;
  readonly open: number;
  /** What and where, a line each. */
  readonly findings: readonly string[];
  /** Orders that committed, by how the restaurant left them; for a feeling of what a run did. */
  readonly outcomes: Readonly<Record<string, number>>;
}

/** What an audit looks at. */
export interface Evidence {
  readonly before: Truth;
  readonly after: Truth;
  readonly stillOpen: readonly string[];
  readonly floor: Floor;
  readonly begun: number;
  readonly faults: number;
  readonly options: ChaosOptions;
}

const tally = (words: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
};

/** Compares everybody's books. Logs prove nothing and are not read. */
export const audit = ({ before, after, stillOpen, floor, begun, faults, options }: Evidence): Verdict => {
  const world = runWorld(before, after);
  const findings = newFindings();
  for (const what of stillOpen) findings.add('open', what);
  for (const kind of ['lost', 'doubled', 'open'] as const)
    for (const what of floor.notes[kind]) findings.add(kind, what);
  const promises = promisesOf(floor.notes.acknowledged, floor.journeys);
  auditOrders(world, { journeys: floor.journeys, promises }, findings);
  auditPayments(world, findings);
  auditPoints(world, rowsOf(after.tables, 'loyalty-ledger'), findings);
  auditOffers(world, rowsOf(before.tables, 'offer-usage'), findings);
  auditRefunds(world, promises, findings);
  auditCustomers({ before, after, promises }, findings);
  auditWallets({ before, after, promises }, findings);
  const count = (kind: Kind): number => findings.all.filter((finding) => finding.kind === kind).length;
  const refused = floor.journeys
    .filter(({ orderId }) => orderId === null)
    .map(({ lastRefusal }) => `refused ${lastRefusal}`);
  return {
    seed: options.seed,
    checkouts: begun,
    events: world.inbox.length,
    faults,
    lost: count('lost'),
    doubled: count('doubled'),
    open: count('open'),
    findings: findings.all.map(({ kind, what }) => `${kind}: ${what}`),
    outcomes: tally([...world.orders.map(({ status }) => String(status)), ...refused]),
  };
};

/** The last line of a run. */
export const summaryOf = ({ seed, checkouts, events, faults, lost, doubled, open }: Verdict): string =>
  `seed=${seed} checkouts=${checkouts} events=${events} faults=${faults} lost=${lost} doubled=${doubled} open=${open}`;
