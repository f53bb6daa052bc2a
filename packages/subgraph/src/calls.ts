/** How often one request reached each table and each endpoint of a legacy system. */
export interface Calls {
  readonly stores: Readonly<Record<string, number>>;
  readonly legacy: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Counts the calls of one request for `x-trace-calls`. Counting is always on: it costs an addition. */
export interface CallCounter {
  readonly store: (table: string) => void;
  readonly legacy: (system: string, endpoint: string) => void;
  readonly read: () => Calls;
}

const addOne = (counts: Record<string, number>, name: string): void => {
  counts[name] = (counts[name] ?? 0) + 1;
};

/** One counter a request. */
export const createCallCounter = (): CallCounter => {
  const stores: Record<string, number> = {};
  const legacy: Record<string, Record<string, number>> = {};
  return {
    store: (table) => addOne(stores, table),
    legacy: (system, endpoint) => addOne((legacy[system] ??= {}), endpoint),
    read: () => ({ stores, legacy }),
  };
};
