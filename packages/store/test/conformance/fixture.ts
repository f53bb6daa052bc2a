import { randomUUID } from 'node:crypto';
import { openStore, type Json, type Store, type StoreOptions, type Table, type TableSpec } from '../../src/index.ts';
import type { FaultProxy } from '../faults/proxy.ts';

/** One database server under test. */
export interface Server extends AsyncDisposable {
  /** A store URL of its own, with nothing in it. */
  readonly url: string;
  readonly kind: 'dynamodb' | 'mongo';
  /** A proxy before this server, on any free port unless told. */
  proxy(port?: number): Promise<FaultProxy>;
  /** When the database itself will let go of the item, by what it was given to expire items by; epoch ms. */
  storedExpiry(table: string, id: string): Promise<number>;
}

/** An item with everything that a table can have. */
export interface Thing {
  readonly id: string;
  readonly at: string;
  readonly owner?: string;
  readonly rank?: string;
  readonly kind?: string;
  readonly count?: number;
  readonly expiresAt?: string;
  readonly data?: Json;
}

/** A counter: an item whose key is one attribute. */
export interface Counter {
  readonly id: string;
  readonly total: number;
  readonly expiresAt?: string;
}

export const things: TableSpec<Thing> = {
  name: 'things',
  key: { partition: 'id', sort: 'at' },
  indexes: { 'by-owner': { partition: 'owner', sort: 'rank' }, 'by-kind': { partition: 'kind' } },
};

export const counters: TableSpec<Counter> = { name: 'counters', key: { partition: 'id' }, expiresAt: 'expiresAt' };

/** What a case of the suite works with. */
export interface Fixture {
  readonly server: Server;
  readonly store: Store;
  readonly things: Table<Thing>;
  readonly counters: Table<Counter>;
}

/** The cases of the suite: what must hold, and how to see it. */
export type Cases = Readonly<Record<string, (fixture: Fixture) => Promise<void>>>;

/** A partition that no other case uses. */
export const unique = (): string => randomUUID();

/** Fixed-width numbers order as text as they do as numbers. */
export const padded = (number: number): string => String(number).padStart(4, '0');

export const range = (length: number): number[] => Array.from({ length }, (_, at) => at);

/** Writes things as a seed does. */
export const importThings = (store: Store, items: readonly Thing[]): Promise<number> =>
  store.dangerouslyImport(things, items);

/** A store behind a proxy whose pauses are recorded and take no time. */
export const openFaulty = async (server: Server, options: StoreOptions = {}) => {
  const proxy = await server.proxy();
  const pauses: number[] = [];
  const backoff = {
    sleep: (ms: number) => {
      pauses.push(ms);
      return Promise.resolve();
    },
    random: () => 1,
  };
  const store = await openStore(proxy.url, { backoff, ...options });
  const dispose = async (): Promise<void> => {
    await store.close();
    await proxy[Symbol.asyncDispose]();
  };
  return { proxy, store, pauses, [Symbol.asyncDispose]: dispose };
};
