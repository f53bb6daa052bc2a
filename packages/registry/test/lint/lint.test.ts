import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { lintProject } from '../../src/check/lint.ts';
import { InputError } from '../../src/exit-codes.ts';
import { lint } from '../../src/lint/lint.ts';
import { rules } from '../../src/lint/rules.ts';
import { readProject } from '../../src/project/read-project.ts';
import { makeRepository, shop } from '../support.ts';
import { lintExample } from './support.ts';

const root = resolve(import.meta.dirname, '../../../..');
const surroundings = { today: '2026-11-23', contractTags: undefined };

const rulesFor = (sdl: string, settings = {}) => lintExample(sdl, settings).map(({ rule }) => rule);

it('finds nothing in our own graph, with every rule on', async () => {
  expect(lintProject(await readProject(`${root}/supergraph.yaml`))).toStrictEqual([]);
});

it('finds a non-null field that is planted on an entity which another subgraph lists', async () => {
  const project = await readProject(`${root}/supergraph.yaml`);
  const subgraphs = project.subgraphs.map((each) => ({
    ...each,
    sdl: each.name === 'orders' ? each.sdl.replace('  plu: String ', '  plu: String! ') : each.sdl,
  }));
  expect(lintProject({ ...project, subgraphs })).toMatchObject([
    { rule: 'LISTED_ENTITY_NULLABLE', severity: 'error', coordinate: 'MenuItem.plu', subgraph: 'orders' },
  ]);
});

it('has each rule once, named in upper case', () => {
  const names = rules.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[A-Z]+(_[A-Z]+)*$/.test(name))).toStrictEqual([]);
});

it('knows directives by whatever name a subgraph imports them', () => {
  const sdl = (
    link: string,
    key: string,
  ) => `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9"${link})
type Query { "The customer." me: Customer }
"A customer."
type Customer @${key}(fields: "email") { "Address." email: ID! }`;
  const source = (text: string) => [{ name: 'a', file: 'a.graphql', sdl: text, document: parse(text) }];
  const found = (link: string, key: string) => lint(source(sdl(link, key)), surroundings, {}).map(({ rule }) => rule);
  expect(found(', import: ["@key"]', 'key')).toStrictEqual(['KEY_PERSONAL_DATA']);
  expect(found(', import: [{ name: "@key", as: "@primary" }]', 'primary')).toStrictEqual(['KEY_PERSONAL_DATA']);
  expect(found('', 'federation__key')).toStrictEqual(['KEY_PERSONAL_DATA']);
  expect(found(', as: "fed"', 'fed__key')).toStrictEqual(['KEY_PERSONAL_DATA']);
  expect(found('', 'another')).toStrictEqual([]);
});

it('leaves out what belongs to federation, and looks into extensions', () => {
  const sdl = `scalar _FieldSet
directive @key(fields: _FieldSet!, resolvable: Boolean = true) repeatable on OBJECT
type Query { _service: String }
extend type Query { openOrders: Int }`;
  expect(lintExample(sdl)).toMatchObject([
    { rule: 'DESCRIPTION_MISSING', coordinate: 'Query.openOrders', place: { line: 4, column: 21 } },
  ]);
});

it('takes severities from the settings, ALL for those that are not named', () => {
  const sdl = 'type Query { open_orders: Int! }';
  const severities = (settings: Parameters<typeof lint>[2]) =>
    Object.fromEntries(lintExample(sdl, settings).map(({ rule, severity }) => [rule, severity]));
  expect(severities({})).toStrictEqual({
    DESCRIPTION_MISSING: 'warning',
    FIELD_NAME_CASE: 'warning',
    ROOT_FIELD_NULLABLE: 'warning',
  });
  expect(severities({ ALL: 'error', FIELD_NAME_CASE: 'off', ROOT_FIELD_NULLABLE: 'warning' })).toStrictEqual({
    DESCRIPTION_MISSING: 'error',
    ROOT_FIELD_NULLABLE: 'warning',
  });
});

it.each([
  [
    'names what there is not',
    '"Number." code: Int @deprecated(reason: "use Query.number; removal after 2099-01-31")',
    ['DEPRECATION_REASON'],
  ],
  [
    'has no replacement and says so',
    '"Number." code: Int @deprecated(reason: "no replacement; removal after 2099-01-31")',
    [],
  ],
  [
    'names no day of the calendar',
    '"Number." code: Int @deprecated(reason: "no replacement; removal after 2099-02-31")',
    ['DEPRECATION_DATE'],
  ],
  ['ends today', '"Number." code: Int @deprecated(reason: "no replacement; removal after 2026-11-23")', []],
  [
    'ended yesterday',
    '"Number." code: Int @deprecated(reason: "no replacement; removal after 2026-11-22")',
    ['DEPRECATION_OVERDUE'],
  ],
  ['says nothing at all', '"Number." code: Int @deprecated', ['DEPRECATION_REASON', 'DEPRECATION_DATE']],
])('judges a deprecation that %s', (_, field, expected) => {
  expect(rulesFor(`type Query { ${field} }`)).toStrictEqual(expected);
});

it.each([
  ['priceTotal: Float', ['MONEY_AS_FLOAT']],
  ['taxRate: Float', []],
  ['rateOfFee: [Float!]', ['MONEY_AS_FLOAT']],
  ['totalDistance: Float', []],
  ['price: Int', []],
])('judges %s by its words', (field, expected) => {
  expect(rulesFor(`type Query { "Something." ${field} }`)).toStrictEqual(expected);
});

it('lints a graph of 3,000 entities in a second', () => {
  const types = Array.from(
    { length: 3000 },
    (_, index) =>
      `"T." type Thing${index} implements Node @key(fields: "id") { "I." id: ID! "N." next: [Thing${(index + 1) % 3000}!] }`,
  );
  const sdl = `type Query { "N." node: Node }\n"N." interface Node { "I." id: ID! }\n${types.join('\n')}`;
  const started = performance.now();
  const findings = lintExample(sdl);
  expect(performance.now() - started).toBeLessThan(3000);
  expect(new Set(findings.map(({ rule }) => rule))).toStrictEqual(new Set(['ABSTRACT_EXPLOSION', 'LIST_UNBOUNDED']));
});

it('lints by the command, and exits by what registry.yaml makes an error', async () => {
  const { folder, run, write } = makeRepository();
  const read = () => readProject(`${folder}/supergraph.yaml`);
  expect(lintProject(await read())).toContainEqual({
    check: 'lint',
    rule: 'DESCRIPTION_MISSING',
    severity: 'warning',
    message: 'Product has no description. Say in quotes above it what it is.',
    coordinate: 'Product',
    subgraph: 'products',
    place: { file: 'products.graphql', line: 5, column: 6 },
  });
  write({ 'registry.yaml': 'lint: { DESCRIPTION_MISSING: error }\n' });
  expect(run('lint', '--format', 'github')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining(
      '::error file=products.graphql,line=5,col=6,title=DESCRIPTION_MISSING::Product has',
    ),
  });
  write({ 'products.graphql': 'type Query {' });
  expect(run('lint')).toMatchObject({ code: 1, stdout: expect.stringContaining('Syntax Error') });
  write({ 'registry.yaml': 'lint: { DESCRIPTION_LACKING: error }' });
  await expect(read()).rejects.toThrow(InputError);
});

it('refuses a rule that there is not, and names the nearest and all', () => {
  const { run, write } = makeRepository({ ...shop, 'registry.yaml': 'base: main\n' });
  write({ 'registry.yaml': 'lint: { DESCRIPTON_MISSING: error }\n' });
  const { code, stderr } = run('check', '--base', 'main');
  expect(code).toBe(3);
  expect(stderr).toContain('There is no lint rule DESCRIPTON_MISSING. Did you mean DESCRIPTION_MISSING?');
  expect(stderr).toContain('MONEY_AS_FLOAT');
});

it('lists the rules, and explains one by its examples', () => {
  const { run } = makeRepository();
  expect(
    run('lint', '--list')
      .stdout.split('\n')
      .filter((line) => line !== ''),
  ).toHaveLength(rules.length);
  const { code, stdout } = run('lint', '--explain', 'money_as_float');
  expect(code).toBe(0);
  const [, section = ''] = readFileSync(`${root}/docs/schema-lint.md`, 'utf8').split('### MONEY_AS_FLOAT\n');
  expect(section.startsWith(stdout.replace(/^MONEY_AS_FLOAT\n/, '').trimEnd())).toBe(true);
  expect(run('lint', '--explain', 'MONEY').code).toBe(3);
});
