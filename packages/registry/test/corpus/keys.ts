import type { Case } from './case.ts';
import { refused, unseen } from './verdicts.ts';

const entity = {
  a: 'type Query { p: P } type P @key(fields: "id") { id: ID! name: String }',
  b: 'type P @key(fields: "id") { id: ID! stock: Int }',
};
const twoKeys = {
  a: 'type Query { p: P } type P @key(fields: "id") @key(fields: "sku") { id: ID! sku: ID! name: String }',
  b: 'type P @key(fields: "id") @key(fields: "sku") { id: ID! sku: ID! stock: Int }',
};

export const keys: readonly Case[] = [
  {
    name: 'a key is removed that another subgraph resolves by',
    schema: twoKeys,
    change: [['a:: @key(fields: "sku")', '']],
    // The field is no part of a key then, and two subgraphs answer it.
    rule: 'INVALID_FIELD_SHARING',
    ...refused,
  },
  {
    name: 'a key is removed that another subgraph resolves by, and its field is shared',
    schema: { a: twoKeys.a.replace('sku: ID!', 'sku: ID! @shareable'), b: twoKeys.b },
    change: [['a:: @key(fields: "sku")', '']],
    rule: 'KEY_REMOVED',
    coordinate: 'P',
    ...unseen('warn'),
  },
  {
    name: 'a key is removed that only one subgraph has',
    schema: { a: twoKeys.a, b: entity.b },
    change: [['a:: @key(fields: "sku")', '']],
    rule: 'KEY_REMOVED',
    coordinate: 'P',
    ...unseen('pass'),
  },
  {
    name: 'the only key is removed',
    schema: entity,
    change: [['b:: @key(fields: "id") ', '']],
    rule: 'INVALID_FIELD_SHARING',
    ...refused,
  },
  {
    name: 'the only key is removed where nobody else has the type',
    schema: { a: entity.a },
    change: [[' @key(fields: "id")', '']],
    rule: 'KEY_REMOVED',
    coordinate: 'P',
    ...unseen('pass'),
  },
  {
    name: 'a key changes in all subgraphs',
    schema: {
      a: 'type Query { p: P } type P @key(fields: "id") { id: ID! sku: ID! @shareable name: String }',
      b: 'type P @key(fields: "id") { id: ID! sku: ID! @shareable stock: Int }',
    },
    change: [
      ['@key(fields: "id")', '@key(fields: "sku")'],
      ['id: ID!', 'id: ID! @shareable'],
      ['sku: ID! @shareable', 'sku: ID!'],
    ],
    rule: 'KEY_CHANGED',
    coordinate: 'P',
    ...unseen('warn'),
  },
  {
    name: 'a key changes in one subgraph only',
    schema: entity,
    change: [
      ['b:: fields: "id"', 'fields: "code"'],
      ['b:: id: ID!', 'code: ID!'],
    ],
    rule: 'SATISFIABILITY_ERROR',
    ...refused,
  },
  {
    name: 'a key is written otherwise',
    schema: {
      a: 'type Query { p: P } type P @key(fields: "id  code { x y }") { id: ID! code: C! } type C { x: Int y: Int }',
    },
    change: [['id  code { x y }', 'code{y,x} id']],
    rule: undefined,
    ...unseen('pass'),
  },
  {
    name: 'a key is added',
    schema: entity,
    change: [['a:: @key(fields: "id")', '@key(fields: "id") @key(fields: "name")']],
    rule: 'KEY_ADDED',
    coordinate: 'P',
    ...unseen('pass'),
  },
  {
    name: 'a key is resolved no more',
    schema: { ...twoKeys },
    change: [['a:: @key(fields: "sku")', '@key(fields: "sku", resolvable: false)']],
    rule: 'KEY_RESOLVABLE_CHANGED',
    coordinate: 'P',
    ...unseen('warn'),
  },
  {
    name: 'a key is resolved',
    schema: { a: twoKeys.a.replace('"sku"', '"sku", resolvable: false'), b: twoKeys.b },
    change: [[', resolvable: false', '']],
    rule: 'KEY_RESOLVABLE_CHANGED',
    coordinate: 'P',
    ...unseen('pass'),
  },
];
