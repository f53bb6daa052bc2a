import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack, type Stack } from '@qsr/local-stack/stack';
import { readRecording, recordingFiles, type Recording } from '@qsr/usage';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, type CallsOfRequest } from './client.ts';

const root = new URL('../../', import.meta.url).pathname;
/** What `supergraph check` compares with the budgets. `RECORD_CALLS=1` writes it; see `npm run record:calls`. */
const recording = join(root, 'operations/calls.json');
/** What it judges breaking changes by. `RECORD_USAGE=1` writes it; see `npm run record:usage`. */
const usage = join(root, 'usage/usage.ndjson');
/** Whose operations they are, by whose token they take; what guests may ask is asked by the app. */
const clients: Readonly<Record<string, string>> = { marketing: 'marketing-tools', staff: 'staff-desk' };

type Calls = Pick<CallsOfRequest, 'legacy' | 'stores'>;

interface Tab {
  readonly query: string;
  readonly variables: string;
  readonly headers: string;
}

let dataDirectory: string;
let stack: Stack | undefined;

/** A fresh start, as `npm start` makes it: nothing is cached, and the mutations follow one another as its tabs do. */
beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'calls-'));
  stack = await startStack({ customers: 60, dataDirectory });
});
afterAll(async () => {
  await stack?.stop();
  await rm(dataDirectory, { recursive: true, force: true });
});

const sorted = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1)));

/** In ms. On a busy machine the store repeats a call that took too long, which no operation otherwise takes. */
const SLOW_MS = 2_000;

/** The calls of a slow operation without those that were made again. */
const withoutRepeats = ({ legacy, stores }: Calls, recorded: Calls | undefined): Calls => ({
  legacy,
  stores: Object.fromEntries(
    Object.entries(stores).map(([table, count]) => [table, Math.min(count, recorded?.stores[table] ?? count)]),
  ),
});

const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };

/** The headers by which a client says who it is. */
const namedAfter = (query: string): Readonly<Record<string, string>> => ({
  'apollographql-client-name': clients[/^#.*Token: (\w+)$/m.exec(query)?.[1] ?? ''] ?? 'app',
  'apollographql-client-version': version,
});

const callsOf = async (url: string, { query, variables, headers }: Tab, recorded?: Calls): Promise<Calls> => {
  const { data, errors, extensions, elapsedMs } = await ask({ url }, query, {
    variables: JSON.parse(variables),
    headers: { ...JSON.parse(headers), ...namedAfter(query) },
  });
  expect([query, errors]).toStrictEqual([query, undefined]);
  for (const payload of Object.values<any>(data))
    expect([query, ...(payload?.userErrors ?? [])]).toStrictEqual([query]);
  const { legacy, stores } = extensions!.calls!;
  const calls = { legacy: sorted(legacy), stores: sorted(stores) };
  return elapsedMs > SLOW_MS ? withoutRepeats(calls, recorded) : calls;
};

const countAll = async (url: string, recorded: Record<string, Calls>): Promise<Record<string, Calls>> => {
  const tabs = JSON.parse(await readFile(join(dataDirectory, 'graphiql-tabs.json'), 'utf8')) as Tab[];
  const files = (await readdir(join(root, 'operations'))).filter((file) => file.endsWith('.graphql')).toSorted();
  expect(tabs).toHaveLength(files.length);
  const counted: Record<string, Calls> = {};
  for (const [index, tab] of tabs.entries()) {
    const id = `operations/${files[index]!}`;
    counted[id] = await callsOf(url, tab, recorded[id]);
  }
  return counted;
};

type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

const countsOf = ({ legacy, stores }: Calls): Counts => ({ ...legacy, stores });

/** What was called more often than recorded. Less is no fault: work that the systems do by themselves may be done already. */
const excess = (counted: Calls, recorded: Calls | undefined): readonly string[] => {
  const known = recorded === undefined ? {} : countsOf(recorded);
  return Object.entries(countsOf(counted)).flatMap(([system, counts]) =>
    Object.entries(counts)
      .filter(([name, count]) => count > (known[system]?.[name] ?? 0))
      .map(([name, count]) => `${system} ${name}: ${count}`),
  );
};

it('no persisted operation makes more calls than are recorded', async () => {
  const recorded = JSON.parse(await readFile(recording, 'utf8')) as Record<string, Calls>;
  const counted = await countAll(stack!.url, recorded);
  if (process.env['RECORD_CALLS'] === '1') return writeFile(recording, `${JSON.stringify(counted, null, 2)}\n`);
  // If this is meant, run `npm run record:calls` and `npx supergraph budgets --write`.
  expect(Object.keys(counted)).toStrictEqual(Object.keys(recorded));
  for (const [id, calls] of Object.entries(counted)) expect([id, ...excess(calls, recorded[id])]).toStrictEqual([id]);
});

const recordedIn = async (path: string): Promise<Recording> =>
  (await readRecording(await recordingFiles(path))).recording;

/** All but when, and how often. */
const askedIn = ({ operations, counts }: Recording) => ({
  operations: [...operations.values()].toSorted((one, other) => (one.operation < other.operation ? -1 : 1)),
  clients: [...counts].map(({ operation, client, inputs }) => [operation, client, inputs]).sort(),
});

it('the usage that is committed is what the gateway records of the persisted operations', async () => {
  await stack!.stop(); // drains, which writes what was recorded
  const recorded = await recordedIn(join(dataDirectory, 'usage'));
  expect(new Set([...recorded.counts].map(({ client }) => client))).toStrictEqual(
    new Set(['app', 'marketing-tools', 'staff-desk']),
  );
  if (process.env['RECORD_USAGE'] === '1') return writeFile(usage, recorded.toText());
  // If this is meant, run `npm run record:usage`.
  expect(askedIn(recorded)).toStrictEqual(askedIn(await recordedIn(usage)));
});
