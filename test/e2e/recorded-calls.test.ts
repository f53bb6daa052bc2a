import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack, type Stack } from '@qsr/local-stack/stack';
import { readRecording, recordingFiles, type Recording } from '@qsr/usage';
import { afterAll, expect, it } from 'vitest';
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

let dataDirectory: string | undefined;
let stack: Stack | undefined;

/** A fresh start, as `npm start` makes it: nothing is cached, and the mutations follow one another as its tabs do. */
const start = async (): Promise<{ readonly url: string; readonly directory: string }> => {
  const directory = await mkdtemp(join(tmpdir(), 'calls-'));
  dataDirectory = directory;
  stack = await startStack({ customers: 60, dataDirectory });
  return { url: stack.url, directory };
};

const stop = async (): Promise<void> => {
  await stack?.stop();
  stack = undefined;
  if (dataDirectory !== undefined) await rm(dataDirectory, { recursive: true, force: true });
};
afterAll(stop);

const sorted = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1)));

const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };

/** The headers by which a client says who it is. */
const namedAfter = (query: string): Readonly<Record<string, string>> => ({
  'apollographql-client-name': clients[/^#.*Token: (\w+)$/m.exec(query)?.[1] ?? ''] ?? 'app',
  'apollographql-client-version': version,
});

const callsOf = async (url: string, { query, variables, headers }: Tab): Promise<Calls> => {
  const { data, errors, extensions } = await ask({ url }, query, {
    variables: JSON.parse(variables),
    headers: { ...JSON.parse(headers), ...namedAfter(query) },
  });
  expect([query, errors]).toStrictEqual([query, undefined]);
  for (const payload of Object.values<any>(data))
    expect([query, ...(payload?.userErrors ?? [])]).toStrictEqual([query]);
  const { legacy, stores } = extensions!.calls!;
  return { legacy: sorted(legacy), stores: sorted(stores) };
};

/** The calls of all persisted operations, by id, asked one after the other on a fresh start. */
const countAll = async (): Promise<Record<string, Calls>> => {
  await stop();
  const { url, directory } = await start();
  const tabs = JSON.parse(await readFile(join(directory, 'graphiql-tabs.json'), 'utf8')) as Tab[];
  const files = (await readdir(join(root, 'operations'))).filter((file) => file.endsWith('.graphql')).toSorted();
  expect(tabs).toHaveLength(files.length);
  const counted: Record<string, Calls> = {};
  for (const [index, tab] of tabs.entries()) counted[`operations/${files[index]!}`] = await callsOf(url, tab);
  return counted;
};

/** By operation, system and name: `operations/x.graphql: payment auth` → 1. */
type Counts = ReadonlyMap<string, number>;

const countsOf = (operations: Readonly<Record<string, Calls>>): Counts =>
  new Map(
    Object.entries(operations).flatMap(([id, { legacy, stores }]) =>
      Object.entries({ ...legacy, stores }).flatMap(([system, counts]) =>
        Object.entries(counts).map(([name, count]) => [`${id}: ${system} ${name}`, count] as const),
      ),
    ),
  );

/** What was called more often than recorded. Less is no fault: work that the systems do by themselves may be done already. */
const excessOf = (counted: Record<string, Calls>, recorded: Record<string, Calls>): Counts => {
  const known = countsOf(recorded);
  return new Map([...countsOf(counted)].filter(([call, count]) => count > (known.get(call) ?? 0)));
};

/** How often the operations are counted before more calls than recorded are a fault. */
const rounds = 3;

/**
 * A write that meets one of the relay or of another driver is made again, and so is a read that a busy machine leaves
 * too long: such calls come and go, those that an operation needs are there in every round.
 */
const lastingExcess = async (recorded: Record<string, Calls>): Promise<Counts> => {
  let lasting: Counts | undefined;
  for (let round = 0; round < rounds && lasting?.size !== 0; round += 1) {
    const counted = await countAll();
    expect(Object.keys(counted)).toStrictEqual(Object.keys(recorded));
    const excess = excessOf(counted, recorded);
    const before: Counts = lasting ?? excess;
    lasting = new Map([...excess].filter(([call]) => before.has(call)));
  }
  return lasting ?? new Map();
};

it('no persisted operation makes more calls than are recorded', { timeout: rounds * 60_000 }, async () => {
  if (process.env['RECORD_CALLS'] === '1')
    return writeFile(recording, `${JSON.stringify(await countAll(), null, 2)}\n`);
  const recorded = JSON.parse(await readFile(recording, 'utf8')) as Record<string, Calls>;
  // If this is meant, run `npm run record:calls` and `npx supergraph budgets --write`.
  expect(Object.fromEntries(await lastingExcess(recorded))).toStrictEqual({});
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
  const recorded = await recordedIn(join(dataDirectory!, 'usage'));
  expect(new Set([...recorded.counts].map(({ client }) => client))).toStrictEqual(
    new Set(['app', 'marketing-tools', 'staff-desk']),
  );
  if (process.env['RECORD_USAGE'] === '1') return writeFile(usage, recorded.toText());
  // If this is meant, run `npm run record:usage`.
  expect(askedIn(recorded)).toStrictEqual(askedIn(await recordedIn(usage)));
});
