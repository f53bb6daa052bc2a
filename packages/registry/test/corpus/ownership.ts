import type { Case } from './case.ts';
import { refused, unseen } from './verdicts.ts';

const owned = {
  a: 'type Query { p: P } type P @key(fields: "id") { id: ID! stock: Int name: String }',
  b: 'type P @key(fields: "id") { id: ID! more: Int }',
};
const shared = {
  a: 'type Query { p: P } type P @key(fields: "id") { id: ID! stock: Int @shareable }',
  b: 'type P @key(fields: "id") { id: ID! stock: Int @shareable more: Int }',
};

export const ownership: readonly Case[] = [
  {
    name: 'a field moves to another subgraph',
    schema: owned,
    change: [
      ['a:: stock: Int ', ''],
      ['b:: more: Int', 'more: Int stock: Int'],
    ],
    rule: 'FIELD_OWNER_CHANGED',
    coordinate: 'P.stock',
    ...unseen('warn'),
  },
  {
    name: 'a field moves to another subgraph by @override',
    schema: owned,
    change: [['b:: more: Int', 'more: Int stock: Int @override(from: "a")']],
    rule: 'FIELD_OWNER_CHANGED',
    coordinate: 'P.stock',
    ...unseen('pass'),
  },
  {
    name: 'a field moves to another subgraph by @override for some requests',
    schema: owned,
    change: [['b:: more: Int', 'more: Int stock: Int @override(from: "a", label: "percent(5)")']],
    rule: 'OVERRIDE_LABEL_ADDED',
    coordinate: 'P.stock',
    ...unseen('pass'),
  },
  {
    name: 'an overridden field is removed where it was',
    schema: { a: owned.a, b: owned.b.replace('more: Int', 'more: Int stock: Int @override(from: "a")') },
    change: [['a:: stock: Int ', '']],
    rule: 'OVERRIDE_DIRECTIVE_CAN_BE_REMOVED',
    ...unseen('pass'),
  },
  {
    name: 'a field is answered by two subgraphs that do not share it',
    schema: owned,
    change: [['b:: more: Int', 'more: Int stock: Int']],
    rule: 'INVALID_FIELD_SHARING',
    ...refused,
  },
  {
    name: 'a field is answered by two subgraphs',
    schema: owned,
    change: [
      ['b:: more: Int', 'more: Int stock: Int @shareable'],
      ['a:: stock: Int', 'stock: Int @shareable'],
    ],
    rule: 'FIELD_OWNER_ADDED',
    coordinate: 'P.stock',
    ...unseen('pass'),
  },
  {
    name: '@shareable is dropped where two subgraphs answer',
    schema: shared,
    change: [['a:: stock: Int @shareable', 'stock: Int']],
    rule: 'INVALID_FIELD_SHARING',
    ...refused,
  },
  {
    name: '@shareable is dropped with the second answer',
    schema: shared,
    change: [
      ['a:: stock: Int @shareable', 'stock: Int'],
      ['b:: stock: Int @shareable ', ''],
    ],
    rule: 'FIELD_OWNER_REMOVED',
    coordinate: 'P.stock',
    ...unseen('pass'),
  },
  {
    name: 'a field becomes nullable in one of its subgraphs, and so for clients',
    schema: {
      a: 'type Query { p: P } type P @key(fields: "id") { id: ID! stock: Int! @shareable name: Int }',
      b: 'type P @key(fields: "id") { id: ID! stock: Int! @shareable more: Int }',
    },
    change: [['b:: stock: Int!', 'stock: Int']],
    rule: 'FIELD_TYPE_CHANGED',
    coordinate: 'P.stock',
    blind: 'fail',
    touching: ['{ p { stock } }', 'fail'],
    beside: ['{ p { id } }', 'pass'],
  },
  {
    name: 'a field becomes nullable in one of its subgraphs, as it was in another one',
    schema: {
      a: 'type Query { p: P } type P @key(fields: "id") { id: ID! stock: Int @shareable }',
      b: 'type P @key(fields: "id") { id: ID! stock: Int! @shareable more: Int }',
    },
    change: [['b:: stock: Int!', 'stock: Int']],
    rule: 'SUBGRAPH_TYPE_CHANGED',
    coordinate: 'P.stock',
    ...unseen('pass'),
  },
  {
    name: 'an argument becomes required in one of its subgraphs',
    schema: {
      a: 'type Query { p: P } type P @key(fields: "id") { id: ID! stock(x: Int): Int @shareable }',
      b: 'type P @key(fields: "id") { id: ID! stock(x: Int): Int @shareable more: Int }',
    },
    change: [['b:: x: Int', 'x: Int!']],
    rule: 'FIELD_ARGUMENT_TYPE_CHANGED',
    coordinate: 'P.stock(x:)',
    blind: 'fail',
    touching: ['{ p { stock } }', 'fail'],
    beside: ['{ p { stock(x: 1) } }', 'pass'],
  },
  {
    name: 'an optional argument is only in one of its subgraphs',
    schema: {
      a: 'type Query { p: P } type P @key(fields: "id") { id: ID! stock(x: Int): Int @shareable }',
      b: 'type P @key(fields: "id") { id: ID! stock(x: Int): Int @shareable more: Int }',
    },
    change: [['b:: (x: Int)', '']],
    rule: 'FIELD_ARGUMENT_REMOVED',
    coordinate: 'P.stock(x:)',
    blind: 'fail',
    touching: ['{ p { stock(x: 1) } }', 'fail'],
    beside: ['{ p { stock } }', 'pass'],
  },
];
