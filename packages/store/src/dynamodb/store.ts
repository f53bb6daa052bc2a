import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createRetryBudget } from '@qsr/resilience';
import { writeInBatches } from '../batches.ts';
import { createOperate, type Operate, type OperationPolicy } from '../operation.ts';
import type { SessionOptions, Store, StoreSession, Table, TableSpec } from '../port.ts';
import type { StoreSettings } from '../settings.ts';
import { keyOf, keyText, type AnySpec } from '../spec.ts';
import { putBatch, WRITE_BATCH } from './batch.ts';
import { createClient, type DynamoDbLocation } from './client.ts';
import { dynamoDbFailures } from './failures.ts';
import { toStored } from './items.ts';
import { DynamoDbTable } from './table.ts';
import { ensureTable } from './tables.ts';

/** A building index may take DynamoDB long; ms. */
const ENSURE_TIMEOUT_MS = 300_000;

/** The tables of one prefix in one region, or on one local server. */
export class DynamoDbStore implements Store {
  readonly #client: DynamoDBDocumentClient;
  readonly #prefix: string;
  readonly #policy: OperationPolicy;

  constructor(location: DynamoDbLocation, { timeoutMs, backoff }: StoreSettings) {
    this.#client = createClient(location, timeoutMs);
    this.#prefix = location.prefix;
    this.#policy = { timeoutMs, backoff, rules: dynamoDbFailures, budget: createRetryBudget() };
  }

  session({ signal, onCall }: SessionOptions = {}): StoreSession {
    return {
      table: <Item extends object>(spec: TableSpec<Item>): Table<Item> => {
        const operate = createOperate(this.#policy, { signal, onCall: () => onCall?.(spec.name) });
        return new DynamoDbTable<Item>(this.#target(spec), operate);
      },
    };
  }

  async ensureTables(specs: readonly AnySpec[]): Promise<void> {
    const operate = this.#operate(Math.max(ENSURE_TIMEOUT_MS, this.#policy.timeoutMs));
    await Promise.all(specs.map((spec) => operate((operation) => ensureTable(this.#target(spec), operation))));
  }

  dangerouslyImport<Item extends object>(
    spec: TableSpec<Item>,
    items: AsyncIterable<Item> | Iterable<Item>,
  ): Promise<number> {
    const operate = this.#operate();
    return writeInBatches(items, WRITE_BATCH, (batch) => {
      // DynamoDB refuses a batch that names a key twice; the last one stands.
      const stored = batch.map((item) => toStored(spec, item, 1));
      const distinct = new Map(stored.map((item) => [keyText(keyOf(spec, item)), item]));
      return operate((operation) => putBatch(this.#target(spec), operation, [...distinct.values()]));
    });
  }

  async ping(signal?: AbortSignal): Promise<void> {
    const operate = createOperate(this.#policy, { signal, onCall: () => undefined });
    const command = new ListTablesCommand({ Limit: 1 });
    await operate(({ call }) => call('read', (abortSignal) => this.#client.send(command, { abortSignal })));
  }

  close(): Promise<void> {
    this.#client.destroy();
    return Promise.resolve();
  }

  #operate(timeoutMs = this.#policy.timeoutMs): Operate {
    return createOperate({ ...this.#policy, timeoutMs }, { onCall: () => undefined });
  }

  #target(spec: AnySpec) {
    return { client: this.#client, table: `${this.#prefix}-${spec.name}`, spec };
  }
}
