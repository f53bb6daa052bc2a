import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { budgets as check } from '../../src/check/budgets.ts';
import { runBudgets } from '../../src/cli/budgets.ts';
import { main } from '../../src/cli/program.ts';
import { compose } from '../../src/composition/compose.ts';
import { readSchemas } from '../../src/composition/schemas.ts';
import { readProject } from '../../src/project/read-project.ts';
import { makeRepository, shop, type Files } from '../support.ts';

const QUERY = 'operations/product.graphql';
const BUDGETS = 'operations/budgets.yaml';

/** A folder whose budgets are written and read in this process: that is quick. */
const start = (files: Files = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'budgets-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const told = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  onTestFinished(() => void vi.restoreAllMocks());
  const write = (written: Files): void => {
    for (const [path, text] of Object.entries(written)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  };
  write({ ...shop, ...files });
  const config = join(folder, 'supergraph.yaml');
  return {
    write,
    show: async () => {
      await runBudgets({ config, write: false });
      return told.mock.calls.map(([text]) => String(text)).join('');
    },
    accept: async () => runBudgets({ config, write: true }),
    committed: () => readFileSync(join(folder, BUDGETS), 'utf8'),
    edit: (from: string | RegExp, to: string) => {
      const text = readFileSync(join(folder, BUDGETS), 'utf8');
      expect(text).toMatch(from);
      writeFileSync(join(folder, BUDGETS), text.replace(from, to));
    },
    check: async () => {
      const project = await readProject(config);
      const { supergraphSdl, findings } = compose(project.subgraphs);
      if (supergraphSdl === undefined) throw new Error(JSON.stringify(findings));
      return check.run({
        project,
        base: undefined,
        subgraphs: [],
        revision: 'main',
        usage: undefined,
        head: readSchemas(supergraphSdl),
      });
    },
  };
};

/** `price` is answered by the reviews, and no longer by the products. */
const movedPrice: Files = {
  'products.graphql': shop['products.graphql']!.replace('  price: Int\n', ''),
  'reviews.graphql': shop['reviews.graphql']!.replace('reviews(first', 'price: Int\n  reviews(first'),
};
const onlyProducts = { [QUERY]: 'query Product($id: ID!) { product(id: $id) { id name price } }\n' };

it('writes what follows from the plan: two fetches in two rounds, and what each outage costs', async () => {
  const { accept, committed } = start();
  await accept();
  // product, and ten reviews; without reviews two of three fields are served: id and name.
  expect(committed().replace(/^(#.*\n)+\n?/, '')).toBe(`operations/product.graphql:
  fetches: 2
  rounds: 2
  planning: up to 5 ms
  cost: 11
  servedWithout:
    products: 0
    reviews: 66.6
`);
});

it('fails when a field is moved to another subgraph, with before and after and the place', async () => {
  const { accept, check: run, write } = start(onlyProducts);
  await accept();
  expect(await run()).toStrictEqual([]);
  write(movedPrice);
  const how = 'To accept it, run `supergraph budgets --write` and commit operations/budgets.yaml.';
  const error = { check: 'budgets', rule: 'BUDGET_EXCEEDED', severity: 'error' };
  const at = (line: number, column: number) => ({ file: BUDGETS, line, column });
  expect(await run()).toStrictEqual([
    { ...error, message: `${QUERY}: subgraph fetches rose from 1 to 2. ${how}`, place: at(5, 3) },
    { ...error, message: `${QUERY}: rounds rose from 1 to 2. ${how}`, place: at(6, 3) },
    {
      ...error,
      message: `${QUERY}: fields served with reviews down fell from 100 % to 66.6 %. ${how}`,
      place: at(9, 3),
    },
  ]);
  await accept();
  expect(await run()).toStrictEqual([]);
});

it('tells to commit what became better, and passes', async () => {
  const { accept, check: run, write } = start({ ...onlyProducts, ...movedPrice });
  await accept();
  write({ ...shop, ...onlyProducts });
  const findings = await run();
  expect(findings.map(({ severity }) => severity)).toStrictEqual(['note', 'note', 'note']);
  expect(findings.map(({ message }) => message)).toStrictEqual([
    `${QUERY}: subgraph fetches fell from 2 to 1. To keep it so, run \`supergraph budgets --write\` and commit ${BUDGETS}.`,
    expect.stringContaining('rounds fell from 2 to 1.'),
    expect.stringContaining('fields served with reviews down rose from 66.6 % to 100 %.'),
  ]);
});

it('asks for budgets: once for all where there are none, else for each that is missing', async () => {
  const { accept, check: run, write } = start();
  expect(await run()).toMatchObject([
    { rule: 'BUDGET_MISSING', severity: 'warning', message: expect.stringContaining('`supergraph budgets --write`') },
  ]);
  await accept();
  write({ 'operations/other.graphql': 'query A { product(id: "1") { id } } query B { product(id: "1") { name } }' });
  expect((await run()).map(({ message }) => message)).toStrictEqual([
    expect.stringContaining('operations/other.graphql#A has no budget.'),
    expect.stringContaining('operations/other.graphql#B has no budget.'),
  ]);
});

it('keeps the comments of people, and drops the budget of an operation that is gone', async () => {
  const { accept, check: run, committed, edit, write } = start();
  await accept();
  edit('  cost: 11\n', '  # Marketing wants ten.\n  cost: 2\n');
  edit(/$/, 'operations/gone.graphql:\n  fetches: 1\n  rounds: 1\n  planning: up to 5 ms\n  cost: 0\n');
  write({ 'operations/a.graphql': '{ product(id: "1") { id } }' });
  expect((await run()).map(({ rule }) => rule).toSorted()).toStrictEqual([
    'BUDGET_EXCEEDED',
    'BUDGET_MISSING',
    'BUDGET_STALE',
  ]);
  await accept();
  expect(await run()).toStrictEqual([]);
  expect(committed()).toContain('  # Marketing wants ten.\n  cost: 11\n');
  expect(committed().match(/^operations.*$/gm)).toStrictEqual(['operations/a.graphql:', 'operations/product.graphql:']);
});

it('takes one class of planning time for noise, and two for a change; writing keeps the class', async () => {
  const { accept, check: run, committed, edit } = start();
  await accept();
  edit('up to 5 ms', 'up to 20 ms');
  expect(await run()).toStrictEqual([]);
  await accept();
  expect(committed()).toContain('up to 20 ms');
  edit('up to 20 ms', 'up to 100 ms');
  expect(await run()).toMatchObject([
    { rule: 'BUDGET_IMPROVED', message: expect.stringContaining('planning time fell') },
  ]);
});

it('compares the calls that were counted in a run', async () => {
  const counted = (reads: number) => ({
    'operations/calls.json': JSON.stringify({
      [QUERY]: { stores: { 'products.items': reads, 'reviews.stars': 2 }, legacy: { pos: { 'menu/get': 1 } } },
    }),
  });
  const { accept, check: run, committed, write } = start(counted(1));
  await accept();
  expect(committed()).toContain('  legacyCalls: 1\n  storeCalls: 3\n');
  write(counted(11));
  expect(await run()).toMatchObject([
    { rule: 'BUDGET_EXCEEDED', message: expect.stringContaining('store calls rose from 3 to 13.') },
  ]);
  write({ 'operations/calls.json': '{}' });
  expect(await run()).toMatchObject([{ rule: 'BUDGET_CALLS_UNKNOWN', severity: 'warning' }]);
});

it('counts what the variables beside the operation include', async () => {
  const query = 'query ($id: ID!, $all: Boolean!) { product(id: $id) { id reviews @include(if: $all) { stars } } }';
  const variables = (all: boolean) => ({ 'operations/product.variables.json': JSON.stringify({ id: '$any', all }) });
  const { accept, check: run, write } = start({ [QUERY]: query, ...variables(false) });
  await accept();
  write(variables(true));
  expect((await run()).map(({ message }) => message)).toMatchObject([
    expect.stringContaining('subgraph fetches rose from 1 to 2'),
    expect.stringContaining('rounds rose from 1 to 2'),
    expect.stringContaining('cost rose from 1 to 11'),
    expect.stringContaining('fields served with reviews down fell from 100 % to 50 %'),
  ]);
});

it('an operation that is not valid keeps its budget; that it is not valid is said elsewhere', async () => {
  const { accept, check: run, committed, write } = start();
  await accept();
  const before = committed();
  write({ [QUERY]: '{ nothing }' });
  expect(await run()).toStrictEqual([]);
  await accept();
  expect(committed()).toBe(before);
});

it.each([
  ['YAML that is none', BUDGETS, 'a: [', 'operations/budgets.yaml:1:5: '],
  ['a number that is none', BUDGETS, 'a: { fetches: many, rounds: 1, planning: up to 5 ms, cost: 1 }', 'a.fetches'],
  ['a figure that there is not', BUDGETS, 'a: { fetches: 1, rounds: 1, planning: up to 5 ms, cost: 1, x: 1 }', '"x"'],
  ['aliases without end', BUDGETS, `a: &a [x]\nb: &b [${'*a,'.repeat(99)}]\nc: [${'*b,'.repeat(99)}]`, 'alias'],
  ['calls that are no JSON', 'operations/calls.json', '{', 'operations/calls.json is not JSON: '],
  ['calls of another shape', 'operations/calls.json', '{"a": {"stores": 1, "legacy": {}}}', 'a.stores'],
  ['variables that are no JSON', 'operations/product.variables.json', 'nothing', 'operations/product.variables.json: '],
  ['variables that are a list', 'operations/product.variables.json', '[]', 'must be an object'],
])('refuses %s', async (_, file, ...[text, message]) => {
  await expect(start({ [file]: text }).check()).rejects.toThrow(message);
});

it('refuses to measure what would take all memory, and says so', async () => {
  const fragments = Array.from({ length: 20 }, (_, index) => {
    const next = `...F${index + 1}`;
    return `fragment F${index} on Query { a${index}: product(id: "1") { id } ${index < 19 ? `${next} ... { ${next} }` : ''} }`;
  });
  const { check: run } = start({ [QUERY]: `{ ...F0 }\n${fragments.join('\n')}` });
  expect(await run()).toMatchObject([
    { rule: 'BUDGET_UNMEASURED', severity: 'warning', message: expect.stringContaining('it has 2097150 fields') },
  ]);
});

it('shows what an operation costs', async () => {
  const { show } = start(onlyProducts);
  expect(await show()).toMatch(
    /^operations\/product.graphql\n {2}subgraph fetches 1 · rounds 1 · cost 1 · planning time up to \d+ ms\n {2}served without products 0 % · at least 0 %\n$/,
  );
});

it('is a command, and a part of the check', async () => {
  const { folder, write } = makeRepository({ ...shop, ...onlyProducts });
  const told = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  onTestFinished(() => told.mockRestore());
  const config = ['--config', join(folder, 'supergraph.yaml')];
  expect(await main(['budgets', '--write', ...config])).toBe(0);
  write(movedPrice);
  expect(await main(['check', '--base', 'main', '--format', 'github', ...config])).toBe(1);
  expect(told.mock.calls.join('')).toMatch(
    /^::error file=operations\/budgets\.yaml,line=5,col=3,title=BUDGET_EXCEEDED::/m,
  );
});
