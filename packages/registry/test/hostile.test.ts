import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { runHere } from './in-process.ts';
import { makeRepository, shop } from './support.ts';

const products = shop['products.graphql']!;
const price = (type: string) => products.replace('price: Int', `price: ${type}`);
const nested = (open: string, depth: number, [inside, close] = ['', '']) =>
  open.repeat(depth) + inside + close.repeat(depth);
const query = (selection: string) => `query($id: ID!) { product(id: $id) ${selection} }`;
const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const bomb = keys.map((key, index) => `${key}: &${key} [${index === 0 ? 'x' : `*${keys[index - 1]},`.repeat(9)}]`);
const chain = Array.from({ length: 10_000 }, (_, index) => `fragment F${index} on Product { ...F${index + 1} }`);

/** A bad file, the command that reads it, and how that ends: its exit code and a part of what it says. */
type Case = readonly [
  what: string,
  file: string,
  text: string | Uint8Array,
  command: string,
  code: number,
  says: string,
];

const check = 'check --base main --no-usage';
const deepYaml = 'This is nested too deeply to be read. Write it flatter.';
const deepGraphQL = 'This is nested more than 250 levels deep.';

const settings: readonly Case[] = [
  ['lists in lists', 'registry.yaml', nested('[', 20_000), check, 3, `: ${deepYaml}`],
  ['mappings in mappings', 'registry.yaml', nested('{a: ', 10_000, ['1', '}']), check, 3, `: ${deepYaml}`],
  ['aliases of aliases', 'registry.yaml', [...bomb, 'lint: *h'].join('\n'), check, 3, 'registry.yaml:1:1: Its aliases'],
  ['an alias of nothing', 'registry.yaml', 'lint: *x', check, 3, 'There is no &x for the alias *x.'],
  [
    'an anchor twice',
    'registry.yaml',
    'lint: &a {}\ncontracts: &a {}\nbase: *a',
    check,
    3,
    'registry.yaml:3:7: base: expected',
  ],
  ['a key twice', 'registry.yaml', 'lint: {}\n\nlint: {}', check, 3, 'registry.yaml:3:1: The key lint is there twice.'],
  [
    'a key that there is not',
    'registry.yaml',
    'lint: {}\nlimt: {}',
    check,
    3,
    'registry.yaml:2:1: Unrecognized key: "limt".',
  ],
  [
    'a wrong value',
    'registry.yaml',
    'usage:\n  days: many',
    check,
    3,
    'registry.yaml:2:9: usage.days: expected number',
  ],
  [
    'bytes',
    'registry.yaml',
    Uint8Array.of(1, 0xff, 2),
    check,
    3,
    'registry.yaml is not UTF-8 text. Is it the right file?',
  ],
  ['UTF-16', 'supergraph.yaml', Buffer.from('\ufeffsubgraphs:', 'utf16le'), check, 3, 'is not UTF-8 text'],
  ['50 MB', 'registry.yaml', `# ${'x'.repeat(50_000_000)}`, check, 3, 'has more than 32 MiB. Is it the right file?'],
  ['a million values', 'registry.yaml', `lint: [${'x,'.repeat(1_000_000)}]`, check, 3, 'This is more than is read'],
  [
    'many keys',
    'registry.yaml',
    Array.from({ length: 1e5 }, (_, key) => `k${key}: 1`).join('\n'),
    check,
    3,
    'more than is read',
  ],
  ['names of Object', 'registry.yaml', 'lint: { constructor: off }', check, 3, 'There is no lint rule constructor.'],
  ['lists in lists', 'supergraph.yaml', nested('- ', 10_000, ['x', '']), 'compose', 3, `: ${deepYaml}`],
  [
    'a list as key',
    'supergraph.yaml',
    'subgraphs: { ? [a] : 1 }',
    'compose',
    3,
    'supergraph.yaml:1:16: A key must be a string.',
  ],
  ['lists in lists', 'operations/budgets.yaml', nested('[', 20_000), check, 3, `: ${deepYaml}`],
  [
    'half a budget',
    'operations/budgets.yaml',
    'a:\n  fetches: 1\n  cost: x',
    check,
    3,
    'operations/budgets.yaml:3:9: a.cost: expected number',
  ],
  [
    'thirty bad budgets',
    'operations/budgets.yaml',
    Array.from({ length: 30 }, (_, index) => `a${index}: { fetches: x }`).join('\n'),
    check,
    3,
    ' more faults are not listed.',
  ],
  ['no JSON', 'operations/calls.json', '{"a":', check, 3, 'operations/calls.json is not JSON: '],
  [
    'deep JSON',
    'export.json',
    nested('[', 1e5, ['', ']']),
    'usage import export.json --from apollo --schema supergraph.graphql',
    3,
    'export.json is nested too deeply',
  ],
  [
    'no pointer',
    'dist/supergraph/1.json',
    '{}',
    'publish --dry-run',
    3,
    'the newest artifact there is no pointer to an artifact: format: expected "supergraph-pointer/1"; manifest: it is missing',
  ],
];

const schemas: readonly Case[] = [
  ['lists in lists', 'products.graphql', price(nested('[', 10_000, ['Int', ']'])), check, 1, deepGraphQL],
  ['lists without end', 'products.graphql', price(nested('[', 10_000)), 'lint', 1, deepGraphQL],
  [
    'a deep default',
    'products.graphql',
    price(`Int } input I { a: I = ${nested('{ a: ', 9999, ['null', '}'])}`),
    check,
    1,
    deepGraphQL,
  ],
  [
    'a deep key',
    'products.graphql',
    products.replace('"id"', `"${nested('id {', 10_000, ['id', '}'])}"`),
    check,
    1,
    'something is nested too deeply for it',
  ],
  [
    'an interface of itself',
    'products.graphql',
    `${products} interface A implements A { a: Int }`,
    check,
    1,
    'INVALID_GRAPHQL',
  ],
  [
    'inputs that need each other',
    'products.graphql',
    `${price('Int, a(a: A): Int')} input A { b: B! } input B { a: A! }`,
    check,
    1,
    'Cannot reference Input Object',
  ],
  ['a reserved name', 'products.graphql', `${price('__proto__')} type __proto__ { a: Int }`, check, 1, '__proto__'],
  [
    'selections in selections',
    'operations/product.graphql',
    query(nested('{ reviews', 10_000, ['{ id }', '}'])),
    check,
    1,
    deepGraphQL,
  ],
  [
    'a deep value',
    'operations/product.graphql',
    `{ product(id: ${nested('[', 10_000, ['1', ']'])}) { id } }`,
    check,
    1,
    deepGraphQL,
  ],
  [
    'a field ten thousand times',
    'operations/product.graphql',
    query(`{ ${'name '.repeat(10_000)} }`),
    check,
    1,
    'more fields that answer under one name',
  ],
  [
    'more fields than are measured',
    'operations/product.graphql',
    query(`{ ${Array.from({ length: 6_000 }, (_, index) => `a${index}: name`).join(' ')} }`),
    check,
    0,
    'it has 6001 fields, of which 5000 are the most',
  ],
  [
    'a fragment of itself',
    'operations/product.graphql',
    `${query('{ ...A }')} fragment A on Product { ...A }`,
    check,
    1,
    'within itself',
  ],
  [
    'a long chain of fragments',
    'operations/product.graphql',
    `${query('{ ...F0 }')} ${chain.join(' ')} fragment F10000 on Product { id }`,
    check,
    1,
    'Its fragments are nested too deeply',
  ],
];

const today = new Date().toISOString().slice(0, 10);
const header = '{"format":"qsr-usage","version":1}';
const asked = `{"day":"${today}","operation":"a","client":"web","version":"1","count":1,"errors":0,"first":"${today}T00:00:00Z","last":"${today}T00:00:00Z"}`;

const recordings: readonly Case[] = [
  [
    'a gzip',
    'usage/a.ndjson',
    gzipSync(header),
    'check --base main',
    0,
    'could not be read, first usage/a.ndjson:1: it is',
  ],
  ['a folder', 'usage/b.ndjson/x', '', 'check --base main', 3, 'usage/b.ndjson cannot be read. Is it a file'],
  [
    'requests of what nothing describes',
    'usage/c.ndjson',
    `${header}\n${asked}\n{"operation":"a","name`,
    'check --base main',
    0,
    'and no line says what that asks for, so everything may be in use',
  ],
  ['a gzip', 'export.json', gzipSync('{}'), 'usage import export.json --from hive', 3, 'is not UTF-8 text'],
];

const kinds = [
  ['recordings', recordings],
  ['settings and recordings', settings],
  ['schemas and operations', schemas],
] as const;

it.each(kinds)('says what is wrong with bad %s, and never falls over', async (_, cases) => {
  const { folder } = makeRepository();
  const here = runHere(folder);
  for (const [what, file, text, command, code, says] of cases) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    const { stdout, stderr, code: ended } = await here(...command.split(' '));
    const said = `${stderr}${stdout}`;
    expect.soft(said, `${what} in ${file}`).toContain(says);
    expect.soft(said, `${what} in ${file}`).not.toMatch(/\n {4}at |Maximum call stack/);
    expect.soft(ended, `${what} in ${file}`).toBe(code);
    if (shop[file] === undefined) rmSync(join(folder, file.split('/').slice(0, 2).join('/')), { recursive: true });
    else writeFileSync(path, shop[file]);
  }
});
