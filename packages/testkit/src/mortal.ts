import type { Store, Table } from '@qsr/store';

/** Where a process dies: at its n-th write, before the store has it or after. */
export interface Death {
  readonly atWrite: number;
  readonly applied: boolean;
}

/** A promise and the way to keep it. */
const signal = () => {
  let keep: () => void = () => undefined;
  const kept = new Promise<void>((resolve) => {
    keep = resolve;
  });
  return { kept, keep };
};

const writes = new Set<PropertyKey>(['create', 'replace', 'remove', 'increment']);

type Guard = (isWrite: boolean, call: () => Promise<unknown>) => Promise<unknown>;

/** A store whose every call passes a guard. */
const guardedStore = (store: Store, guard: Guard): Store => {
  const guarded = <Item extends object>(table: Table<Item>): Table<Item> =>
    new Proxy(table, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return (...args: unknown[]) => guard(writes.has(name), () => Reflect.apply(method, target, args));
      },
    });
  return {
    session: (options) => {
      const session = store.session(options);
      return { table: (spec) => guarded(session.table(spec)) };
    },
    ensureTables: (specs) => store.ensureTables(specs),
    dangerouslyImport: (spec, items) => store.dangerouslyImport(spec, items),
    ping: (aborted) => store.ping(aborted),
    close: () => Promise.resolve(),
  };
};

/**
 * The store as a process sees it that is killed at one of its writes: from then on nothing of it reaches the store. What
 * others do with the store goes on.
 */
export const mortalStore = (store: Store, { atWrite, applied }: Death): Store & { isDead(): boolean } => {
  let left = atWrite;
  let dead = false;

  const beforeWrite = async (write: () => Promise<unknown>): Promise<void> => {
    left -= 1;
    if (left !== 0) return;
    dead = true;
    if (applied) await write();
  };
  const live = (): void => {
    if (dead) throw new Error('killed');
  };
  const guard = async (isWrite: boolean, call: () => Promise<unknown>): Promise<unknown> => {
    live();
    if (isWrite) await beforeWrite(call);
    live();
    const answer = await call();
    live();
    return answer;
  };
  return { ...guardedStore(store, guard), isDead: () => dead };
};

/** A process that stops at a write, as one that is suspended does, and goes on when it is woken. */
export interface Sleeper extends Store {
  /** Resolves when it sleeps. */
  readonly asleep: Promise<void>;
  wake(): void;
}

/** The store as a process sees it that is suspended before its n-th write. */
export const sleepyStore = (store: Store, atWrite: number): Sleeper => {
  let left = atWrite;
  const asleep = signal();
  const awake = signal();
  const guard = async (isWrite: boolean, call: () => Promise<unknown>): Promise<unknown> => {
    if (isWrite) left -= 1;
    if (isWrite && left === 0) asleep.keep();
    if (left <= 0) await awake.kept;
    return call();
  };
  return { ...guardedStore(store, guard), asleep: asleep.kept, wake: awake.keep };
};
