import type { Case } from './case.ts';
import { refused, unseen } from './verdicts.ts';

const entity = {
  a: 'type Query { p: P } type P @key(fields: "id") { id: ID! name: String }',
  b: 'type P @key(fields: "id") { id: ID! stock: Int }',
};
const shared = {
  a: 'type Query { p: P } type P @key(fields: "id") { id: ID! stock: Int @shareable name: String }',
  b: 'type P @key(fields: "id") { id: ID! stock: Int @shareable more: Int }',
};
const money = {
  a: 'type Query { p: P } type Money @shareable { amount: Int currency: String } type P @key(fields: "id") { id: ID! m: Money }',
  b: 'type Query { n: Money } type Money @shareable { amount: Int currency: String }',
};
const lists = {
  a: shared.a.replace('stock: Int', 'stock: [Int!]!'),
  b: shared.b.replace('stock: Int', 'stock: [Int!]!'),
};

/** `@shareable` by name, where the supergraph does not tell it, and types that several subgraphs have. */
export const sharing: readonly Case[] = [
  {
    name: 'a field is @shareable no more where another subgraph resolves it',
    schema: shared,
    change: [['b:: stock: Int @shareable', 'stock: Int']],
    rule: 'SHAREABLE_REMOVED',
    coordinate: 'P.stock',
    ...refused,
    reported: 'note',
  },
  {
    name: 'a field is @shareable nowhere any more',
    schema: shared,
    change: [[' @shareable', '']],
    rule: 'SHAREABLE_REMOVED',
    coordinate: 'P.stock',
    ...refused,
    reported: 'note',
  },
  {
    name: 'a type is @shareable no more, which is said once',
    schema: money,
    change: [['a:: Money @shareable', 'Money']],
    rule: 'SHAREABLE_REMOVED',
    coordinate: 'Money',
    ...refused,
    reported: 'note',
  },
  {
    name: '@shareable goes from a type to one of its fields',
    schema: money,
    change: [['a:: Money @shareable { amount: Int', 'Money { amount: Int @shareable']],
    rule: 'SHAREABLE_REMOVED',
    coordinate: 'Money.currency',
    ...refused,
    reported: 'note',
  },
  {
    name: '@shareable goes from a type to all of its fields',
    schema: money,
    change: [
      [
        'a:: Money @shareable { amount: Int currency: String',
        'Money { amount: Int @shareable currency: String @shareable',
      ],
    ],
    rule: undefined,
    ...unseen('pass'),
  },
  {
    name: 'a field is @shareable no more that nobody else resolves',
    schema: { a: shared.a, b: entity.b.replace('stock', 'more') },
    change: [['a:: @shareable', '']],
    rule: 'SHAREABLE_REMOVED',
    coordinate: 'P.stock',
    ...unseen('pass'),
  },
  {
    name: 'a field is @shareable that nobody else resolves',
    schema: entity,
    change: [['a:: name: String', 'name: String @shareable']],
    rule: 'SHAREABLE_ADDED',
    coordinate: 'P.name',
    ...unseen('pass'),
  },
  {
    name: 'a key is removed that others need, and is named',
    schema: {
      a: 'type Query { p: P } type P @key(fields: "id") @key(fields: "sku") { id: ID! sku: ID! @shareable n: Int }',
      b: 'type Query { q: P } type P @key(fields: "sku") { sku: ID! s: Int }',
    },
    change: [['a:: @key(fields: "sku")', '']],
    rule: 'KEY_REMOVED',
    coordinate: 'P',
    ...refused,
    reported: 'note',
  },
  {
    name: 'the only subgraph that resolves an entity no longer does, and is named',
    schema: {
      a: 'type Query { p: P } type P @key(fields: "id") { id: ID! n: Int }',
      b: 'type Query { q: P } type P @key(fields: "id", resolvable: false) { id: ID! }',
    },
    change: [['a:: "id"', '"id", resolvable: false']],
    rule: 'KEY_RESOLVABLE_CHANGED',
    coordinate: 'P',
    ...refused,
    reported: 'note',
  },
  {
    name: 'a field moves to a subgraph that it cannot be reached in, and is named',
    schema: {
      a: 'type Query { p: P } type P @key(fields: "id") { id: ID! name: String }',
      b: 'type Query { q: P } type P @key(fields: "id", resolvable: false) { id: ID! }',
    },
    change: [
      ['a:: name: String', ''],
      ['b:: id: ID!', 'id: ID! name: String'],
    ],
    rule: 'FIELD_OWNER_CHANGED',
    coordinate: 'P.name',
    ...refused,
    reported: 'note',
  },
  {
    name: 'the last share of requests goes to the subgraph that overrides',
    schema: {
      a: entity.a,
      b: entity.b.replace('stock: Int', 'stock: Int name: String @override(from: "a", label: "percent(1)")'),
    },
    change: [[', label: "percent(1)"', '']],
    rule: 'FIELD_OWNER_CHANGED',
    coordinate: 'P.name',
    ...unseen('pass'),
  },
  {
    name: 'a field moves and becomes nullable at once',
    schema: { a: entity.a.replace('String', 'String!'), b: entity.b },
    change: [
      ['a:: name: String!', ''],
      ['b:: stock: Int', 'stock: Int name: String'],
    ],
    rule: 'FIELD_TYPE_CHANGED',
    coordinate: 'P.name',
    blind: 'fail',
    touching: ['{ p { name } }', 'fail'],
    beside: ['{ p { id } }', 'warn'],
  },
  {
    name: 'items of a shared list become nullable in one subgraph',
    schema: lists,
    change: [['b:: [Int!]!', '[Int]!']],
    rule: 'FIELD_TYPE_CHANGED',
    coordinate: 'P.stock',
    blind: 'fail',
    touching: ['{ p { stock } }', 'fail'],
    beside: ['{ p { id } }', 'pass'],
  },
  {
    name: 'a shared field becomes a list in one subgraph',
    schema: shared,
    change: [['b:: stock: Int', 'stock: [Int]']],
    rule: 'FIELD_TYPE_MISMATCH',
    ...refused,
  },
  {
    name: 'a value type loses a field in one subgraph',
    schema: money,
    change: [['a:: currency: String', '']],
    rule: 'SATISFIABILITY_ERROR',
    ...refused,
  },
  {
    name: 'a value type loses a field in all subgraphs',
    schema: money,
    change: [['currency: String', '']],
    rule: 'FIELD_REMOVED',
    coordinate: 'Money.currency',
    blind: 'fail',
    touching: ['{ n { currency } }', 'fail'],
    beside: ['{ p { m { amount } } }', 'pass'],
  },
  {
    name: 'an optional argument of a shared field is added in one subgraph',
    schema: shared,
    change: [['b:: stock: Int', 'stock(u: Int): Int']],
    rule: 'INCONSISTENT_ARGUMENT_PRESENCE',
    ...unseen('pass'),
  },
  {
    name: 'a field is hidden in one of its subgraphs, and so for clients',
    schema: shared,
    change: [['b:: @shareable', '@shareable @inaccessible']],
    rule: 'FIELD_REMOVED',
    coordinate: 'P.stock',
    blind: 'fail',
    touching: ['{ p { stock } }', 'fail'],
    beside: ['{ p { id } }', 'pass'],
  },
  {
    name: 'a field needs a viewer in one of its subgraphs, and so for clients',
    schema: shared,
    change: [['b:: @shareable', '@shareable @authenticated']],
    rule: 'AUTHENTICATED_ADDED',
    coordinate: 'P.stock',
    blind: 'fail',
    touching: ['{ p { stock } }', 'fail'],
    beside: ['{ p { id } }', 'pass'],
  },
  {
    name: 'a subgraph has another name',
    schema: { ...entity, c: '' },
    change: [
      [`b:: ${entity.b}`, ''],
      ['c:: ', entity.b],
    ],
    rule: 'SUBGRAPH_REMOVED',
    ...unseen('warn'),
  },
];
