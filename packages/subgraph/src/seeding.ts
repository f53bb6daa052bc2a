import { parseArgs } from 'node:util';
import { openStore, type Store, type TableSpec } from '@qsr/store';

/** What `src/seed.ts` of a subgraph was asked for. `anchor` is the RFC 3339 midnight that all dates relate to. */
export interface SeedArguments {
  readonly customers: number;
  readonly anchor: string;
}

/** Reads `--customers N --anchor INSTANT`. Throws when one is missing or malformed. */
export const seedArguments = (argv: readonly string[] = process.argv.slice(2)): SeedArguments => {
  const { values } = parseArgs({
    args: [...argv],
    options: { customers: { type: 'string' }, anchor: { type: 'string' } },
  });
  const customers = Number(values.customers);
  const anchor = values.anchor ?? '';
  if (!Number.isSafeInteger(customers) || customers < 1) throw new Error('--customers needs a whole number above 0');
  if (Number.isNaN(Date.parse(anchor)))
    throw new Error('--anchor needs an instant, for example 2026-03-01T00:00:00.000Z');
  return { customers, anchor };
};

/** Items of one table that are ready to be written. */
export type Load = (store: Store) => Promise<number>;

/** Items for a table. */
export const load =
  <Item extends object>(spec: TableSpec<Item>, items: Iterable<Item>): Load =>
  (store) =>
    store.dangerouslyImport(spec, items);

/** What a subgraph seeds: its catalogue once, and what belongs to customers in chunks, so that memory stays bounded. */
export interface SeedPlan<Customer> {
  readonly storeUrl: string;
  readonly tables: ReadonlyArray<TableSpec<never>>;
  readonly total: number;
  readonly customers: Iterable<Customer>;
  readonly catalogue: () => readonly Load[];
  readonly ofCustomers: (customers: readonly Customer[]) => readonly Load[];
}

const chunkSize = 500;

function* chunked<Value>(values: Iterable<Value>): Generator<Value[]> {
  let chunk: Value[] = [];
  for (const value of values) {
    chunk.push(value);
    if (chunk.length < chunkSize) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

const writeAll = async (store: Store, loads: readonly Load[]): Promise<void> => {
  for (const write of loads) await write(store);
};

const report = (done: number, total: number): void => {
  process.stdout.write(`${JSON.stringify({ done, total })}\n`);
};

/** Writes a plan into its store and reports progress as JSON lines: `{"done":customers,"total":customers}`. */
export const runSeed = async <Customer>(plan: SeedPlan<Customer>): Promise<void> => {
  const store = await openStore(plan.storeUrl);
  await store.ensureTables(plan.tables);
  await writeAll(store, plan.catalogue());
  let done = 0;
  for (const customers of chunked(plan.customers)) {
    await writeAll(store, plan.ofCustomers(customers));
    done += customers.length;
    report(done, plan.total);
  }
  await store.close();
};
