import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf } from '@qsr/usage';
import { expect, it } from 'vitest';
import { runHere } from './in-process.ts';
import { makeRepository, shop } from './support.ts';

const today = dayOf(Date.now());
const daysAgo = (days: number): string => dayOf(Date.now() - days * 86_400_000);

const recordingOf = (
  day: string,
  { operation = 'abc', coordinates = ['Query.product(id:)', 'Product.name'], signature = '', count = 3 } = {},
) =>
  [
    { format: 'qsr-usage', version: 1 },
    { operation, name: 'Product', signature, coordinates },
    {
      ...{ day, operation, client: 'ios', version: '4.2.0', count, errors: 0 },
      ...{ first: `${day}T10:00:00Z`, last: `${day}T11:00:00Z` },
    },
    '',
  ]
    .map((line) => (line === '' ? '' : JSON.stringify(line)))
    .join('\n');

it('shows what is known of a coordinate', async () => {
  const { write, folder } = makeRepository();
  const run = runHere(folder);
  write({ 'usage/a.ndjson': `${recordingOf(today)}{"torn` });
  const known = await run('usage', 'show', 'Product.name');
  expect(known).toMatchObject({
    code: 0,
    stderr: 'usage: a line could not be read, first usage/a.ndjson:4: it is not a line of JSON; it was skipped.\n',
  });
  expect(known.stdout).toBe(
    `Product.name: 3 requests, last on ${today}.\nClients:\n  ios 4.2.0\nOperations:\n  Product\n3 requests on one day, ${today} to ${today}.\n`,
  );
  expect((await run('usage', 'show', 'Product.price')).stdout).toContain('Product.price: nobody asked for it.');
});

it('shows what is asked for most, and least', async () => {
  const { write, folder } = makeRepository();
  const run = runHere(folder);
  write({
    'usage/a.ndjson': recordingOf(today),
    'usage/b.ndjson': recordingOf(daysAgo(10), { operation: 'abd', coordinates: ['Query.product'], count: 9 }),
    'usage/c.ndjson': recordingOf(daysAgo(61), { operation: 'abe', coordinates: ['Review.stars'] }),
  });
  const most = (await run('usage', 'show', '--limit', '2')).stdout.split('\n');
  expect(most[0]).toMatch(new RegExp(`^ +12 +${today} +Query\\.product$`));
  expect(most[1]).toMatch(/^ +3 .* Product\.name$/);
  const least = (await run('usage', 'show', '--least', '--usage-days', '5')).stdout;
  expect(least).toMatch(/^ +0 +never +Product\.id$/m);
  expect(least).toMatch(/^ +0 +never +Review\.stars$/m);
  expect((await run('usage', 'show', 'Review.stars', '--usage-days', '62')).stdout).toContain('3 requests');
});

it('imports what Hive recorded, once however often', async () => {
  const { write, folder } = makeRepository();
  const run = runHere(folder);
  const operation = 'query Product($id:ID!){product(id:$id){name}}';
  write({
    'hive.json': JSON.stringify({
      map: {
        a: { operation, operationName: 'Product', fields: ['Query.product', 'Query.product.id', 'Product.name'] },
      },
      operations: [{ operationMapKey: 'a', timestamp: Date.now(), metadata: { client: { name: 'web' } } }],
    }),
  });
  expect(await run('usage', 'import', '--from', 'hive', 'hive.json')).toMatchObject({ code: 0, stderr: '' });
  expect((await run('usage', 'import', '--from', 'hive', 'hive.json')).stdout).toMatch(/1 operations, 1 requests/);
  expect(readdirSync(join(folder, 'usage'))).toHaveLength(1);
  expect((await run('usage', 'show', 'Query.product(id:)')).stdout).toMatch(/: 1 requests[\s\S]*web unknown/);
});

it('reads imported operations with the schema of the base, which has what a change takes away', async () => {
  const { write, folder } = makeRepository();
  const run = runHere(folder);
  write({
    'products.graphql': shop['products.graphql']!.replace('  price: Int\n', ''),
    'relay.json': JSON.stringify({ abc: '{ product(id: 1) { price } }' }),
    'registry.yaml': 'base: main\n',
  });
  await run('compose');
  expect((await run('usage', 'import', '--from', 'apollo', 'relay.json')).code).toBe(0);
  expect((await run('usage', 'show', 'Product.price')).stdout).toContain('1 requests');
});

it('compacts days that are over into one file, the same however often', async () => {
  const { write, folder } = makeRepository();
  const run = runHere(folder);
  const read = () => readFileSync(join(folder, 'usage/usage.ndjson'), 'utf8');
  write({
    [`usage/${daysAgo(3)}.aaaaaaaaaaaa.ndjson`]: recordingOf(daysAgo(3)),
    [`usage/${daysAgo(3)}.bbbbbbbbbbbb.ndjson`]: recordingOf(daysAgo(3)),
    [`usage/${daysAgo(70)}.aaaaaaaaaaaa.ndjson`]: recordingOf(daysAgo(70), { operation: 'old' }),
    [`usage/${today}.aaaaaaaaaaaa.ndjson`]: recordingOf(today),
  });
  const first = await run('usage', 'compact', '--days', '60');
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toContain('1 files are of a day that is not over');
  expect(readdirSync(join(folder, 'usage')).sort()).toEqual([`${today}.aaaaaaaaaaaa.ndjson`, 'usage.ndjson']);
  const text = read();
  expect(text.split('\n').map((line) => line && JSON.parse(line))).toMatchObject([
    { format: 'qsr-usage', version: 1 },
    { operation: 'abc' },
    { day: daysAgo(3), count: 6 },
    '',
  ]);
  await run('usage', 'compact');
  expect(read()).toBe(text);
});

it('checks with what is recorded, or without', async () => {
  const { write, folder } = makeRepository();
  const run = runHere(folder);
  write({ 'products.graphql': shop['products.graphql']!.replace('  price: Int\n', '') });
  const check = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await run('check', '--base', 'main', '--format', 'json', ...args);
    const { data } = JSON.parse(stdout);
    const severity = data.findings.find(({ rule }: { rule: string }) => rule === 'FIELD_REMOVED')?.severity;
    return { code, severity, stderr };
  };
  const breaking = { code: 1, severity: 'error', stderr: '' };
  const unused = { code: 0, severity: 'note', stderr: '' };
  expect(await check()).toEqual(breaking);

  const alias = recordingOf(today, { signature: 'query Product{product(id:""){name}}' });
  write({ 'usage/a.ndjson': alias });
  expect(await check()).toEqual(unused);
  expect(await check('--no-usage')).toEqual(breaking);

  const price = { operation: 'abd', coordinates: ['Product.price', 'Query.product(id:)'] };
  write({ 'other/a.ndjson': recordingOf(daysAgo(100), price), 'other/b.ndjson': alias });
  expect(await check('--usage', 'other')).toEqual(unused);
  expect(await check('--usage', 'other', '--usage-days', '101')).toEqual(breaking);
  write({ 'registry.yaml': 'usage:\n  path: other\n  days: 101\n' });
  expect(await check()).toEqual(breaking);
  write({ 'registry.yaml': 'usage:\n  path: other\n  days: 101\n  exclude_clients: [ios 4.2.0]\n' });
  expect(await check()).toEqual({
    ...breaking,
    stderr: 'usage: other says nothing of the last 101 days, so everything may be in use.\n',
  });
});

it('says so when the recording ended long ago', async () => {
  const { write, folder } = makeRepository();
  const run = runHere(folder);
  const about = async (days: number) => {
    write({ 'usage/a.ndjson': recordingOf(daysAgo(days)) });
    return (await run('check', '--base', 'main')).stderr;
  };
  expect(await about(30)).toBe('');
  const ended = `usage: usage ends on ${daysAgo(31)}, 31 days ago: what was asked for since is not known.\n`;
  expect(await about(31)).toBe(ended);
  expect(await about(60)).toBe('usage: usage says nothing of the last 60 days, so everything may be in use.\n');
});

it('exits with 3 for input that it cannot work on', async () => {
  const run = runHere(makeRepository().folder);
  const cases: readonly (readonly [message: string, ...args: readonly string[]])[] = [
    ['usage: nowhere does not exist', 'check', '--usage', 'nowhere'],
    ['It is no whole number above 0', 'check', '--usage-days', '0'],
    ['Query.me.id is no coordinate', 'usage', 'show', 'Query.me.id'],
    ['It is no day', 'usage', 'import', '--from', 'apollo', '--day', '2026-02-30', 'x.json'],
    ['x.json does not exist', 'usage', 'import', '--from', 'apollo', 'x.json'],
    ["'wundergraph' is invalid", 'usage', 'import', '--from', 'wundergraph', 'x.json'],
    ['there is no usage, so nothing is known', 'usage', 'show'],
    ['usage: nowhere does not exist', 'usage', 'compact', 'nowhere'],
  ];
  for (const [message, ...args] of cases) {
    const { code, stderr } = await run(...args);
    expect(stderr).toContain(message);
    expect(code).toBe(3);
  }
});
