import { buildSchema, getOperationAST, parse } from 'graphql';
import { expect, it } from 'vitest';
import { createCostModel } from '../../src/budgets/cost.ts';
import { costNamesOf } from '../../src/budgets/cost-directives.ts';

const sdl = (link: string): string => `
  extend schema @link(url: "https://specs.apollo.dev/link/v1.0") ${link}
  directive @link(url: String, as: String, import: [String]) repeatable on SCHEMA
  directive @cost(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
  type Query {
    name: String
    book(id: ID!): Book
    books: [Book!]!
    shelf: [Book!] @listSize(assumedSize: 3)
    page(first: Int = 5, last: Int): [Book] @listSize(slicingArguments: ["first", "last"])
    connection(first: Int): Connection @listSize(slicingArguments: ["first"], sizedFields: ["edges"], assumedSize: 7, requireOneSlicingArgument: false)
    dear: String @cost(weight: 5)
    search(filter: Filter, tags: [Filter!], raw: String @cost(weight: 4)): Book
    any: Any
    stamps: [Stamp]
    heavy: Heavy
  }
  type Mutation { add(input: Filter): Book @cost(weight: 20) }
  type Connection { edges: [Edge] pageInfo: PageInfo total: Int }
  type Edge { node: Book }
  type PageInfo { hasNextPage: Boolean }
  type Book { id: ID! title: String author: Author }
  type Author { name: String }
  type Heavy @cost(weight: 9) { name: String book: Book }
  scalar Stamp @cost(weight: 2)
  union Any = Book | Author
  input Filter { text: String near: Filter secret: Int @cost(weight: 6) }`;

const withCosts = sdl('@link(url: "https://specs.apollo.dev/cost/v0.1", import: ["@cost", "@listSize"])');

const costOf = (query: string, variables: Record<string, unknown> = {}, text = withCosts): number => {
  const document = parse(query);
  const names = costNamesOf(parse(text));
  return createCostModel(buildSchema(text, { assumeValidSDL: true }), names)(
    document,
    getOperationAST(document)!,
    variables,
  );
};

it.each([
  ['leaves are free', '{ name }', 0],
  ['an object costs 1', '{ book(id: "1") { title author { name } } }', 2],
  ['a list of unknown length has 10', '{ books { id author { name } } }', 20],
  ['a list of assumed length', '{ shelf { id author { name } } }', 6],
  ['the default of a slicing argument', '{ page { id } }', 5],
  ['a slicing argument', '{ page(first: 8) { id } }', 8],
  ['the largest of two slicing arguments', '{ page(first: 8, last: 9) { id } }', 9],
  [
    'the length of the list of a connection: 1 + 4 × (1 + 1) + 1',
    '{ connection(first: 4) { edges { node { id } } pageInfo { hasNextPage } } }',
    10,
  ],
  ['the assumed length of the list of a connection: 1 + 7', '{ connection { edges { __typename } } }', 8],
  [
    'the same below fragments',
    '{ connection(first: 4) { ... { ...C } } } fragment C on Connection { edges { node { id } } }',
    9,
  ],
  ['a weight of a leaf', '{ dear }', 5],
  ['a weight of a type', '{ heavy { name book { id } } }', 10],
  ['a weight of a scalar, for each of ten', '{ stamps }', 20],
  [
    'input objects cost 1, and what they hold',
    '{ search(filter: { text: "a", near: { secret: 1 } }) { id } }',
    1 + 1 + 1 + 6,
  ],
  ['each input object of a list', '{ search(tags: [{ text: "a" }, { secret: 1 }]) { id } }', 1 + 1 + 1 + 6],
  ['a weight of an argument', '{ search(raw: "a") { id } }', 5],
  ['a null of an argument costs nothing', '{ search(raw: null, filter: null) { id } }', 1],
  ['a mutation costs 10 besides', 'mutation { add(input: { text: "a" }) { id author { name } } }', 10 + 20 + 1 + 1],
  ['fragments are added up', '{ any { ... on Book { author { name } } ... on Author { name } } }', 2],
  [
    'what is left out is free',
    '{ book(id: "1") { id author @skip(if: true) { name } } books @include(if: false) { id } }',
    1,
  ],
])('%s', (_, query, cost) => {
  expect(costOf(query)).toBe(cost);
});

it('takes lengths, conditions and inputs from variables, and their defaults', () => {
  const query = `query ($first: Int = 6, $all: Boolean!, $filter: Filter) {
    page(first: $first) { id } books @include(if: $all) { id } search(filter: $filter) { id } }`;
  expect(costOf(query, { all: false })).toBe(6 + 1);
  expect(costOf(query, { all: true, first: 2, filter: { near: { secret: 1 } } })).toBe(2 + 10 + 1 + 1 + 1 + 6);
  expect(costOf(query, { first: '$unknown', all: false })).toBe(5 + 1);
});

it('knows the directives by whatever names the supergraph gives them', () => {
  const renamed = withCosts
    .replace('import: ["@cost", "@listSize"]', 'as: "price", import: ["@listSize"]')
    .replaceAll('@cost(', '@price(');
  expect(costOf('{ dear shelf { id } }', {}, renamed)).toBe(8);
  const prefixed = withCosts.replace('import: ["@cost", "@listSize"]', '').replaceAll('@listSize(', '@cost__listSize(');
  expect(costOf('{ dear shelf { id } }', {}, prefixed)).toBe(8);
});

it('without the specification, a directive of that name is somebody else’s', () => {
  expect(costOf('{ dear shelf { id } }', {}, sdl(''))).toBe(10);
});
