import type { Case } from './case.ts';
import { unseen } from './verdicts.ts';

const owned = {
  a: 'type Query { p: P } type P @key(fields: "id") { id: ID! stock: Int name: String }',
  b: 'type P @key(fields: "id") { id: ID! more: Int }',
};
const shared = {
  a: 'type Query { p: P } type P @key(fields: "id") { id: ID! stock: Int @shareable }',
  b: 'type P @key(fields: "id") { id: ID! stock: Int @shareable more: Int }',
};

/** What fields need of other subgraphs, and bring along. */
export const needs: readonly Case[] = [
  {
    name: '@requires is added',
    schema: owned,
    change: [['b:: more: Int', 'more: Int @requires(fields: "stock") stock: Int @external']],
    rule: 'REQUIRES_ADDED',
    coordinate: 'P.more',
    ...unseen('warn'),
  },
  {
    name: '@requires is removed',
    schema: {
      a: owned.a,
      b: owned.b.replace('more: Int', 'more: Int @requires(fields: "stock") stock: Int @external'),
    },
    change: [
      [' @requires(fields: "stock")', ''],
      [' stock: Int @external', ''],
    ],
    rule: 'REQUIRES_REMOVED',
    coordinate: 'P.more',
    ...unseen('pass'),
  },
  {
    name: '@requires asks for more',
    schema: {
      a: owned.a,
      b: owned.b.replace('more: Int', 'more: Int @requires(fields: "stock") stock: Int @external'),
    },
    change: [['"stock") stock', '"name stock") name: String @external stock']],
    rule: 'REQUIRES_CHANGED',
    coordinate: 'P.more',
    ...unseen('warn'),
  },
  {
    name: '@provides is added',
    schema: { a: shared.a, b: `type Query { ps: [P] } type P @key(fields: "id") { id: ID! }` },
    change: [
      ['ps: [P]', 'ps: [P] @provides(fields: "stock")'],
      ['b:: id: ID!', 'id: ID! stock: Int @external'],
    ],
    rule: 'PROVIDES_ADDED',
    coordinate: 'Query.ps',
    ...unseen('pass'),
  },
  {
    name: '@provides is removed',
    schema: {
      a: shared.a,
      b: `type Query { ps: [P] @provides(fields: "stock") } type P @key(fields: "id") { id: ID! stock: Int @external }`,
    },
    change: [
      [' @provides(fields: "stock")', ''],
      [' stock: Int @external', ''],
    ],
    rule: 'PROVIDES_REMOVED',
    coordinate: 'Query.ps',
    ...unseen('pass'),
  },
  {
    name: '@external is removed from a field that another subgraph answers',
    schema: {
      a: owned.a.replace('stock: Int', 'stock: Int @shareable'),
      b: owned.b.replace('more: Int', 'more: Int @requires(fields: "stock") stock: Int @external'),
    },
    change: [
      ['b:: @requires(fields: "stock")', ''],
      ['stock: Int @external', 'stock: Int @shareable'],
    ],
    rule: 'EXTERNAL_REMOVED',
    coordinate: 'P.stock',
    ...unseen('pass'),
  },
  {
    name: 'an argument comes from a context',
    schema: {
      a: 'type Query { p: P } type P @key(fields: "id") { id: ID! name: String! u: U! } type U @key(fields: "id") { id: ID! }',
      b: `type P @key(fields: "id") @context(name: "p") { id: ID! v: V! name: String! @external }
type V @key(fields: "id") { id: ID! f(n: String @fromContext(field: "$p { name }")): Int! g: Int! }`,
    },
    change: [['g: Int!', 'g(n: String @fromContext(field: "$p { name }")): Int!']],
    rule: 'CONTEXT_ADDED',
    coordinate: 'V.g',
    ...unseen('warn'),
  },
];
