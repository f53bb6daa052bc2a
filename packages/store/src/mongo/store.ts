import { MongoClient, type Db } from 'mongodb';
import { createRetryBudget } from '@qsr/resilience';
import { writeInBatches } from '../batches.ts';
import { createOperate, type Operate, type OperationPolicy } from '../operation.ts';
import type { SessionOptions, Store, StoreSession, Table, TableSpec } from '../port.ts';
import type { StoreSettings } from '../settings.ts';
import type { AnySpec } from '../spec.ts';
import { abandonable } from './abandon.ts';
import { ensureCollection } from './collections.ts';
import { isCosmosUrl } from './cosmos.ts';
import type { StoredDocument } from './document.ts';
import { mongoFailures } from './failures.ts';
import { IMPORT_BATCH, importDocuments } from './import.ts';
import { MongoTable } from './table.ts';
import { documentOf, type MongoTarget } from './target.ts';

const MAXIMUM_CONNECTIONS = 64;
/** A server that cannot be found by then counts as unavailable; ms. */
const SERVER_SELECTION_MS = 2000;
/** Azure's load balancer drops a connection that was silent for four minutes. */
const IDLE_CONNECTION_MS = 120_000;
const ENSURE_TIMEOUT_MS = 120_000;

/** Whose operation it is; none of it for the store's own. */
interface Caller {
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
  readonly onCall?: () => void;
}

/** The collections of one database. */
export class MongoStore implements Store {
  readonly #client: MongoClient;
  readonly #db: Db;
  readonly #cosmos: boolean;
  readonly #policy: OperationPolicy;
  #connected = false;

  constructor(url: string, { timeoutMs, backoff }: StoreSettings) {
    this.#client = new MongoClient(url, {
      // Cosmos DB knows no retryable writes, and repeating reads is the operation's business.
      retryWrites: false,
      retryReads: false,
      maxPoolSize: MAXIMUM_CONNECTIONS,
      maxIdleTimeMS: IDLE_CONNECTION_MS,
      serverSelectionTimeoutMS: Math.min(SERVER_SELECTION_MS, timeoutMs / 2),
      socketTimeoutMS: timeoutMs,
    });
    this.#db = this.#client.db();
    this.#cosmos = isCosmosUrl(url);
    this.#policy = { timeoutMs, backoff, rules: mongoFailures, budget: createRetryBudget() };
  }

  session({ signal, onCall }: SessionOptions = {}): StoreSession {
    return {
      table: <Item extends object>(spec: TableSpec<Item>): Table<Item> =>
        new MongoTable<Item>(this.#target(spec), this.#operate({ signal, onCall: () => onCall?.(spec.name) })),
    };
  }

  async ensureTables(specs: readonly AnySpec[]): Promise<void> {
    const operate = this.#operate({ timeoutMs: Math.max(ENSURE_TIMEOUT_MS, this.#policy.timeoutMs) });
    const target = { db: this.#db, cosmos: this.#cosmos };
    await Promise.all(
      specs.map((spec) => operate((operation) => ensureCollection({ ...target, name: spec.name, spec }, operation))),
    );
  }

  dangerouslyImport<Item extends object>(
    spec: TableSpec<Item>,
    items: AsyncIterable<Item> | Iterable<Item>,
  ): Promise<number> {
    const target = this.#target(spec);
    const operate = this.#operate();
    return writeInBatches(items, IMPORT_BATCH, (batch) => {
      const documents = batch.map((item) => documentOf(target, item, 1));
      return operate((operation) => importDocuments(target, operation, documents));
    });
  }

  async ping(signal?: AbortSignal): Promise<void> {
    const operate = this.#operate({ signal });
    await operate(({ call }) => call('read', (ended) => abandonable(ended, this.#db.command({ ping: 1 }))));
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  #operate({ timeoutMs = this.#policy.timeoutMs, signal, onCall }: Caller = {}): Operate {
    const operate = createOperate(
      { ...this.#policy, timeoutMs },
      { signal, onCall: onCall ?? ((): void => undefined) },
    );
    return (work) =>
      operate(async (operation) => {
        if (!this.#connected) await abandonable(operation.signal, this.#connect());
        return work(operation);
      });
  }

  /** Left to itself, the driver would never try again after a first connection that failed. */
  async #connect(): Promise<void> {
    await this.#client.connect();
    this.#connected = true;
  }

  #target(spec: AnySpec): MongoTarget {
    return { collection: this.#db.collection<StoredDocument>(spec.name), spec, cosmos: this.#cosmos };
  }
}
