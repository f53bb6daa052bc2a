import { buildSchema, getOperationAST, parse } from 'graphql';
import { expect, it } from 'vitest';
import { coordinatesOf, possibleInputsOf } from '../src/index.ts';

const schema = buildSchema(`
  directive @slow(by: Delay) on FIELD | QUERY
  enum Delay { LITTLE MUCH }
  type Query { node(id: ID): Node search(filter: Filter, orders: [Order!]): [Hit!] self: Query }
  input Filter { text: String delay: Delay and: [Filter!] order: Order extra: Extra = { note: "x" } }
  input Extra { note: String }
  enum Order { UP DOWN }
  scalar Url
  interface Node { id: ID! }
  interface Named { name(short: Boolean): String }
  union Hit = User | Shop
  type User implements Node & Named { id: ID! name(short: Boolean): String delay: Delay }
  type Shop implements Node & Named { id: ID! name(short: Boolean): String url: Url }
  type Page implements Node { id: ID! }
`);

const coordinates = (text: string, literals: 'whole' | 'emptied' = 'whole'): readonly string[] => {
  const document = parse(text);
  return coordinatesOf({ schema, document, operation: getOperationAST(document)! }, { literals });
};

it('gives fields of an interface with those of the types that can be there', () => {
  expect(coordinates('{ node(id: 1) { id } }')).toEqual([
    'Node.id',
    'Page.id',
    'Query.node(id:)',
    'Shop.id',
    'User.id',
  ]);
});

it('narrows by fragments what can be there, however they are nested', () => {
  const text =
    '{ search { ... on Named { ... on User { ... on Node { id } } ...N } } } fragment N on Named { name(short: true) }';
  expect(coordinates(text)).toEqual([
    'Hit',
    'Named.name(short:)',
    'Node.id',
    'Query.search',
    'Shop.name(short:)',
    'User.id',
    'User.name(short:)',
  ]);
});

it('spreads one fragment at several places, and one that spreads itself once', () => {
  expect(
    coordinates(
      '{ self { ...F } search { ... on Shop { ...G } } } fragment F on Query { self { ...F } } fragment G on Node { id }',
    ),
  ).toEqual(['Hit', 'Node.id', 'Query.search', 'Query.self', 'Shop.id']);
});

it('gives what literals name, also those that a variable has by default', () => {
  expect(
    coordinates(`query($f: Filter = { and: [{ order: DOWN }] }, $d: Delay) @slow(by: MUCH) {
      search(filter: { delay: $d, and: { text: "x" } }, orders: [UP]) { __typename }
      other: search(filter: $f) { __typename }
    }`),
  ).toEqual([
    '@slow(by:)',
    'Delay.MUCH',
    'Filter.and',
    'Filter.delay',
    'Filter.order',
    'Filter.text',
    'Hit',
    'Order.DOWN',
    'Order.UP',
    'Query.search(filter:)',
    'Query.search(orders:)',
  ]);
});

it('counts every value of an enum that is read', () => {
  expect(coordinates('{ search { ... on User { delay } } }')).toContain('Delay.*');
});

it('counts everything that an emptied literal could have held', () => {
  const everything = ['Delay.*', 'Extra.*', 'Filter.*', 'Order.*'];
  const filtered = '{ search(filter: {}) { __typename } }';
  expect(coordinates(filtered, 'emptied')).toEqual(expect.arrayContaining(everything));
  expect(coordinates(filtered)).toEqual(['Filter', 'Hit', 'Query.search(filter:)']);
  expect(coordinates('{ search(orders: []) { __typename } }', 'emptied')).toContain('Order.*');
});

it('knows all that variables could hold', () => {
  const inputsOf = (text: string) => possibleInputsOf(schema, getOperationAST(parse(text))!);
  expect(inputsOf('query($f: [Filter!]!, $gone: Gone, $id: ID) { self }')).toEqual([
    'Delay.*',
    'Extra.*',
    'Filter.*',
    'Order.*',
  ]);
  expect(inputsOf('query($o: Order) { self }')).toEqual(['Order.*']);
});

it('is empty for what asks only about the schema', () => {
  expect(coordinates('query Q { __typename __schema { types { name } } __type(name: "User") { name } }')).toEqual([]);
});

it('names what the schema does not have (any more), and goes no deeper', () => {
  expect(coordinates('query($x: Gone) { gone(by: $x) { field } search(old: 1) { ... on Gone { id } } }')).toEqual([
    'Gone',
    'Hit',
    'Query.gone',
    'Query.search(old:)',
  ]);
});
