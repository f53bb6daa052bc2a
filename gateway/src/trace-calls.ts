type Counts = Record<string, number>;

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
  /** The plan was run to its end in so many rounds. */
  ran(rounds: number): void;
  /** One request to a subgraph. */
  sent(subgraph: string): void;
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

/** One trace a request. */
export const createCallTrace = (): CallTrace => {
  let fetches = 0;
  let rounds = 0;
  const subgraphs: Counts = {};
  const stores: Counts = {};
  const legacy: Record<string, Counts> = {};

  return {
    ran: (taken) => {
      rounds = taken;
    },
    sent: (subgraph) => {
      fetches += 1;
      add(subgraphs, subgraph, 1);
    },
    reported: (subgraph, calls) => {
      if (!isRecord(calls)) return;
      for (const [table, count] of countsIn(calls['stores'])) add(stores, `${subgraph}.${table}`, count);
      for (const [system, endpoints] of Object.entries(isRecord(calls['legacy']) ? calls['legacy'] : {})) {
        for (const [endpoint, count] of countsIn(endpoints)) add((legacy[system] ??= {}), endpoint, count);
      }
    },
    read: () => ({ fetches, rounds, subgraphs, stores, legacy }),
  };
};
