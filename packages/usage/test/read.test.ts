import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readRecording, recordingFiles, type CountLine } from '../src/index.ts';

const header = '{"format":"qsr-usage","version":1}';
const operation = { operation: 'abc', name: 'A', signature: '{a}', coordinates: ['Query.a'] };
const count: CountLine = {
  ...{ day: '2026-11-23', operation: 'abc', client: 'ios', version: '4.2.0', count: 3, errors: 1 },
  ...{ first: '2026-11-23T10:00:00Z', last: '2026-11-23T11:00:00Z' },
};

const write = async (files: Record<string, string | readonly unknown[]>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'usage-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    const text = typeof content === 'string' ? content : content.map((line) => JSON.stringify(line)).join('\n');
    await writeFile(join(folder, name), text);
  }
  return folder;
};

const read = async (folder: string) => {
  const { recording, problems } = await readRecording(await recordingFiles(folder));
  return {
    recording,
    counts: [...recording.counts],
    problems: problems.map(({ line, message }) => `${line}: ${message}`),
  };
};

it('skips a last line that was torn anywhere', async () => {
  const whole = [header, JSON.stringify(operation), JSON.stringify(count), ''].join('\n');
  const next = JSON.stringify({ ...count, client: 'Prénom €' });
  for (let length = 1; length < Buffer.byteLength(next); length += 7) {
    const torn = Buffer.concat([Buffer.from(whole), Buffer.from(next).subarray(0, length)]);
    const folder = await write({});
    await writeFile(join(folder, 'a.ndjson'), torn);
    const { counts, problems } = await read(folder);
    expect(counts).toEqual([count]);
    expect(problems).toEqual(['4: it is not a line of JSON; it was skipped']);
  }
});

it.each([
  ['text', 'nonsense'],
  ['null', 'null'],
  ['a number', '1'],
  ['a list', '[]'],
  ['a negative count', JSON.stringify({ ...count, count: -1 })],
  ['a count that is too large to be one', JSON.stringify({ ...count, count: 1e300 })],
  ['a day that there is not', JSON.stringify({ ...count, day: '2026-02-30' })],
  ['a time that is none', JSON.stringify({ ...count, last: 'yesterday' })],
  ['what belongs to nobody', JSON.stringify({ ...count, email: 'ann@example.com' })],
  ['a client without an end', JSON.stringify({ ...count, client: 'x'.repeat(65) })],
  ['a coordinate that is none', JSON.stringify({ ...operation, coordinates: ['Query.a b'] })],
  [
    'coordinates without an end',
    JSON.stringify({ ...operation, coordinates: Array.from({ length: 20_001 }, () => 'Query.a') }),
  ],
  ['a key that changes objects', '{"__proto__":{"day":"2026-11-23"},"operation":"abc"}'],
  ['a line without an end', `{"operation":"${'x'.repeat(5 * 1024 * 1024)}`],
  ['another format', '{"format":"another","version":1}'],
  ['a version that is to come', '{"format":"qsr-usage","version":2}'],
  ['zeros', '\0'.repeat(100)],
])('skips %s, and reads on', async (_, line) => {
  const folder = await write({
    'a.ndjson': [header, line, JSON.stringify(operation), '', JSON.stringify(count)].join('\n'),
  });
  const { counts, problems, recording } = await read(folder);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/^2: /);
  expect(counts).toEqual([count]);
  expect(recording.operations.get('abc')).toEqual(operation);
});

it('adds up what several files say', async () => {
  const later = {
    ...count,
    count: 4,
    errors: 0,
    first: '2026-11-23T09:00:00Z',
    last: '2026-11-23T10:30:00Z',
    inputs: ['I.b'],
  };
  const folder = await write({
    'a.ndjson': [operation, count, { ...count, client: 'web' }, later],
    'b.ndjson': [
      { ...operation, coordinates: ['Query.a(x:)', 'Query.a'] },
      { ...later, inputs: ['I.a'] },
    ],
    'c.txt': 'not of the recording',
  });
  const { counts, recording, problems } = await read(folder);
  expect(problems).toEqual([]);
  expect(counts).toEqual([
    {
      ...count,
      count: 11,
      errors: 1,
      first: '2026-11-23T09:00:00Z',
      last: '2026-11-23T11:00:00Z',
      inputs: ['I.a', 'I.b'],
    },
    { ...count, client: 'web' },
  ]);
  expect(recording.operations.get('abc')?.coordinates).toEqual(['Query.a', 'Query.a(x:)']);
});

it('writes one text for the same recording, in whatever order it was read', async () => {
  const other = { ...operation, operation: 'abd', coordinates: ['Query.b', 'Query.a'] };
  const lines = [operation, other, count, { ...count, day: '2026-11-22' }, { ...count, operation: 'abd', client: 'b' }];
  const one = await read(await write({ 'a.ndjson': lines }));
  const two = await read(
    await write({ 'a.ndjson': lines.slice(2).reverse(), 'b.ndjson': lines.slice(0, 2).reverse() }),
  );
  const text = one.recording.toText();
  expect(two.recording.toText()).toBe(text);
  expect(text.split('\n')[0]).toBe(header);
  const again = await read(await write({ 'z.ndjson': text }));
  expect(again.recording.toText()).toBe(text);
  expect(again.counts).toHaveLength(3);
});

it('leaves out days before the first, and operations that only they had', async () => {
  const old = { ...operation, operation: 'old' };
  const lines = [operation, old, count, { ...count, day: '2026-09-01', operation: 'old' }];
  const { recording } = await read(await write({ 'a.ndjson': lines }));
  expect(recording.toText('2026-11-01')).not.toContain('old');
  expect(recording.toText('2026-09-01')).toContain('old');
});

it('reads a single file, and nothing of an empty directory', async () => {
  const folder = await write({ 'a.json': [operation, count] });
  expect((await read(join(folder, 'a.json'))).counts).toEqual([count]);
  expect((await read(folder)).counts).toEqual([]);
  expect(await readdir(folder)).toEqual(['a.json']);
});
