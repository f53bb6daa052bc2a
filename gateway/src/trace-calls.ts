import type { QueryPlan, SubgraphRequest } from './apollo-types.ts';

type Counts = Record<string, number>;
type PlanNode = NonNullable<QueryPlan['node']> | undefined;

/** What one request cost, as `extensions.calls` shows it. */
export interface Calls {
  /** Requests to subgraphs. */
  readonly fetches: number;
  /** How many of them had to wait for another one: the depth of the plan, counting only what was sent. */
  readonly rounds: number;
  readonly subgraphs: Readonly<Counts>;
  /** Reads and writes of tables, by `<subgraph>.<table>`. */
  readonly stores: Readonly<Counts>;
  /** Requests to legacy systems, by system and endpoint. */
  readonly legacy: Readonly<Record<string, Readonly<Counts>>>;
}

/** Records the calls of one request. */
export interface CallTrace {
  planned(plan: QueryPlan): void;
  /** One request to a subgraph, for one or several fetches of the plan. */
  sent(subgraph: string, fetches: readonly SubgraphRequest[]): void;
  /** Takes a subgraph's own `extensions.calls`; what is not of the agreed shape is ignored. */
  reported(subgraph: string, calls: unknown): void;
  read(): Calls;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const countsIn = (value: unknown): [string, number][] =>
  Object.entries(isRecord(value) ? value : {}).filter((entry): entry is [string, number] => Number.isInteger(entry[1]));

const add = (counts: Counts, name: string, count: number): void => {
  counts[name] = (counts[name] ?? 0) + count;
};

const fetchKey = (path: readonly unknown[], operation: string): string => `${path.join('.')} ${operation}`;

/** A fetch without representations is never sent and makes no round; so does the branch of a condition not taken. */
const roundsOf = (node: PlanNode, sent: ReadonlySet<string>, path: readonly unknown[]): number => {
  switch (node?.kind) {
    case 'Fetch':
      return sent.has(fetchKey(path, node.operation)) ? 1 : 0;
    case 'Flatten':
      return roundsOf(node.node, sent, [...path, ...node.path]);
    case 'Sequence':
      return node.nodes.reduce((sum, child) => sum + roundsOf(child, sent, path), 0);
    case 'Parallel':
      return Math.max(0, ...node.nodes.map((child) => roundsOf(child, sent, path)));
    case 'Condition':
      return Math.max(roundsOf(node.ifClause, sent, path), roundsOf(node.elseClause, sent, path));
    default:
      return 0;
  }
};

/** One trace a request. */
export const createCallTrace = (): CallTrace => {
  let plan: QueryPlan | undefined;
  let fetches = 0;
  const sent = new Set<string>();
  const subgraphs: Counts = {};
  const stores: Counts = {};
  const legacy: Record<string, Counts> = {};

  return {
    planned: (resolved) => {
      plan = resolved;
    },
    sent: (subgraph, planned) => {
      fetches += 1;
      add(subgraphs, subgraph, 1);
      for (const fetch of planned) {
        const path = 'pathInIncomingRequest' in fetch ? fetch.pathInIncomingRequest : undefined;
        sent.add(fetchKey(path ?? [], fetch.request.query ?? ''));
      }
    },
    reported: (subgraph, calls) => {
      if (!isRecord(calls)) return;
      for (const [table, count] of countsIn(calls['stores'])) add(stores, `${subgraph}.${table}`, count);
      for (const [system, endpoints] of Object.entries(isRecord(calls['legacy']) ? calls['legacy'] : {})) {
        for (const [endpoint, count] of countsIn(endpoints)) add((legacy[system] ??= {}), endpoint, count);
      }
    },
    read: () => ({
      fetches,
      rounds: plan?.node?.kind === 'Subscription' ? 0 : roundsOf(plan?.node, sent, []),
      subgraphs,
      stores,
      legacy,
    }),
  };
};
