import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  createUsageRecorder,
  openUsageFiles,
  readRecording,
  recordingFiles,
  type Executable,
  type UsageBatch,
  type UsageSink,
} from '../src/index.ts';

const schema = buildSchema(`
  type Query { a(filter: Filter, id: ID): Int b: Int }
  input Filter { state: State name: String and: [Filter!] }
  enum State { OPEN SHUT }
`);

const executable = (text: string): Executable => {
  const document = parse(text);
  return { schema, document, operation: getOperationAST(document)! };
};

const HOUR_MS = 3_600_000;
const noon = Date.parse('2026-11-23T12:00:00.700Z');
const use = { headers: {}, variables: {}, at: noon, failed: false };

const start = (sink: UsageSink) => {
  const problems: unknown[] = [];
  const recorder = createUsageRecorder({ sink, flushEveryMs: HOUR_MS, onProblem: (problem) => problems.push(problem) });
  onTestFinished(() => recorder.close());
  return { recorder, problems };
};

const startInMemory = () => {
  const batches: UsageBatch[] = [];
  const write = (batch: UsageBatch): Promise<void> => {
    batches.push(batch);
    return Promise.resolve();
  };
  return { batches, ...start({ write, retry: () => Promise.resolve() }) };
};

const folder = async (): Promise<string> => {
  const made = await mkdtemp(join(tmpdir(), 'usage-'));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
};

const read = async (path: string) => {
  const { recording, problems } = await readRecording(await recordingFiles(path));
  return { operations: [...recording.operations.values()], counts: [...recording.counts], problems };
};

describe('a recorder', () => {
  it('hands on what was counted since the last time, with when it was first and last', async () => {
    const { recorder, batches } = startInMemory();
    const a = executable('query A { a }');
    recorder.count(a, use);
    recorder.count(a, { ...use, at: noon + 5_000, failed: true });
    recorder.count(a, { ...use, at: noon + 2_000 });
    await recorder.flush();
    recorder.count(a, { ...use, at: noon + 9_000 });
    await recorder.close();
    const same = { day: '2026-11-23', client: 'unknown', version: 'unknown' };
    expect(batches.map(({ counts }) => counts)).toMatchObject([
      [{ ...same, count: 3, errors: 1, first: '2026-11-23T12:00:00Z', last: '2026-11-23T12:00:05Z' }],
      [{ ...same, count: 1, errors: 0, first: '2026-11-23T12:00:09Z', last: '2026-11-23T12:00:09Z' }],
    ]);
  });

  it('counts each day by itself', async () => {
    const { recorder, batches } = startInMemory();
    const a = executable('{ a }');
    recorder.count(a, { ...use, at: Date.parse('2026-11-23T23:59:59.999Z') });
    recorder.count(a, { ...use, at: Date.parse('2026-11-24T00:00:00.000Z') });
    // It began before midnight and ended after another one had begun.
    recorder.count(a, { ...use, at: Date.parse('2026-11-23T23:59:58.000Z') });
    await recorder.close();
    expect(batches.map(({ day, counts }) => [day, counts[0]?.count, counts[0]?.first])).toEqual([
      ['2026-11-23', 1, '2026-11-23T23:59:59Z'],
      ['2026-11-24', 2, '2026-11-24T00:00:00Z'],
    ]);
  });

  it('tells so many clients apart, and counts the rest as others', async () => {
    const { recorder, batches } = startInMemory();
    const a = executable('{ a }');
    for (let client = 0; client < 600; client += 1) {
      recorder.count(a, { ...use, headers: { 'graphql-client-name': `c${client}` } });
    }
    await recorder.close();
    const counts = batches[0]!.counts;
    expect(counts).toHaveLength(501);
    expect(counts.find(({ client }) => client === 'other')).toMatchObject({ count: 100, version: 'other' });
  });

  it('tells so many operations apart, and of the rest keeps what they ask for', async () => {
    const directory = await folder();
    const { recorder } = start(await openUsageFiles(directory));
    for (let number = 0; number < 10_000; number += 1) recorder.count(executable(`query Q${number} { a }`), use);
    recorder.count(executable('query R { b }'), use);
    recorder.count(executable('query S { b a(id: 1) }'), use);
    await recorder.close();
    const { operations, counts } = await read(directory);
    expect(operations).toHaveLength(10_001);
    expect(operations.find(({ operation }) => operation === 'other')).toEqual({
      ...{ operation: 'other', name: '', signature: '' },
      coordinates: ['Query.a(id:)', 'Query.b'],
    });
    expect(counts.find(({ operation }) => operation === 'other')?.count).toBe(2);
  });

  it('counts everything that variables could name where they hold too much', async () => {
    const { recorder, batches } = startInMemory();
    const query = executable('query($f: Filter) { a(filter: $f) }');
    recorder.count(query, { ...use, variables: { f: { and: Array.from({ length: 5_000 }, () => ({ name: 'x' })) } } });
    let deep: unknown = {};
    for (let level = 0; level < 5_000; level += 1) deep = { and: deep };
    recorder.count(query, { ...use, variables: { f: deep }, headers: { 'graphql-client-name': 'deep' } });
    await recorder.close();
    for (const { inputs } of batches[0]!.counts)
      expect(inputs).toEqual(expect.arrayContaining(['Filter.*', 'State.*']));
  });

  it('takes no value of a variable for a name', async () => {
    const { recorder, batches } = startInMemory();
    const query = executable('query($f: Filter, $id: ID) { a(filter: $f, id: $id) }');
    const odd = { state: 'Ann', name: 'OPEN', unknown: 'x', __proto__: { and: 1 }, constructor: 1 };
    recorder.count(query, { ...use, variables: { f: odd, id: 'SHUT', g: { and: 1 } } });
    recorder.count(query, { ...use, variables: { f: 'OPEN' } });
    recorder.count(query, { ...use, variables: { f: null } });
    await recorder.close();
    expect(batches[0]!.counts).toMatchObject([{ count: 3, inputs: ['Filter.name', 'Filter.state'] }]);
  });
});

describe('files of usage', () => {
  it('are one for each process and day, and describe an operation once', async () => {
    const directory = await folder();
    for (const round of [1, 2]) {
      const { recorder } = start(await openUsageFiles(directory));
      for (let time = 0; time <= round; time += 1) {
        recorder.count(executable('{ a }'), use);
        await recorder.flush();
      }
      await recorder.close();
    }
    const names = await readdir(directory);
    expect(names).toHaveLength(2);
    for (const name of names) {
      expect(name).toMatch(/^2026-11-23\.[0-9a-f]{12}\.ndjson$/);
      const text = await readFile(join(directory, name), 'utf8');
      expect(text.match(/"signature"/g)).toHaveLength(1);
    }
    expect(await read(directory)).toMatchObject({ counts: [{ count: 5 }], problems: [] });
  });

  it('lose nothing while they cannot be written', async () => {
    const directory = join(await folder(), 'usage');
    const { recorder, problems } = start(await openUsageFiles(directory));
    recorder.count(executable('{ a }'), use);
    await recorder.flush();
    await rm(directory, { recursive: true });
    await writeFile(directory, 'in the way');
    recorder.count(executable('{ b }'), use);
    await recorder.flush();
    recorder.count(executable('{ b }'), { ...use, at: noon + 24 * HOUR_MS });
    await recorder.flush();
    expect(problems).toHaveLength(3);
    await rm(directory);
    await mkdir(directory);
    await recorder.close();
    const { counts } = await read(directory);
    expect(counts.map(({ day, count }) => [day, count])).toEqual([
      ['2026-11-23', 1],
      ['2026-11-24', 1],
    ]);
  });

  it('are not begun where that is not possible', async () => {
    const path = join(await folder(), 'file');
    await writeFile(path, '');
    await expect(openUsageFiles(path)).rejects.toThrow(`usage cannot be written to the directory ${path}`);
  });
});
