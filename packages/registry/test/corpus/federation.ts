import type { Case } from './case.ts';

/** What clients see stays; operations make no difference. */
const unseen = (verdict: 'pass' | 'warn'): Pick<Case, 'blind' | 'touching' | 'beside'> => ({
  blind: verdict,
  touching: ['{ p { id } }', verdict],
  beside: ['{ __typename }', verdict],
});

const refused: Pick<Case, 'blind' | 'touching' | 'beside'> = {
  blind: 'fail',
  touching: ['{ p { id } }', 'fail'],
  beside: ['{ __typename }', 'fail'],
};

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
    name: 'an enum that is input comes into a second subgraph with fewer values',
    schema: {
      a: 'type Query { p: P } type P { id: ID } type Mutation { m(e: E): Int } enum E { X Y }',
      b: 'type Query { other: Int }',
    },
    change: [['b:: other: Int }', 'other(e: E): Int } enum E { X }']],
    rule: 'ENUM_VALUE_REMOVED',
    coordinate: 'E.Y',
    blind: 'fail',
    touching: ['mutation M { m(e: Y) }', 'fail'],
    beside: ['mutation M { m(e: X) }', 'warn'],
  },
  {
    name: 'an enum of two subgraphs that is output becomes input',
    schema: {
      a: 'type Query { p: P } type P { id: ID e: E } enum E { X Y }',
      b: 'type Query { other: E in: Int } enum E { X Y }',
    },
    change: [['in: Int', 'in(e: E): Int']],
    rule: 'ENUM_BECAME_INPUT',
    coordinate: 'E',
    blind: 'warn',
    touching: ['{ in }', 'warn'],
    beside: ['{ p { id } }', 'warn'],
  },
  {
    name: 'an enum of two subgraphs with different values becomes input',
    schema: {
      a: 'type Query { p: P } type P { id: ID e: E } enum E { X Y }',
      b: 'type Query { other: E in: Int } enum E { X }',
    },
    change: [['in: Int', 'in(e: E): Int']],
    rule: 'ENUM_VALUE_MISMATCH',
    ...refused,
  },
  {
    name: 'an enum that is only output loses a value in one of its subgraphs',
    schema: {
      a: 'type Query { p: P } type P { id: ID e: E } enum E { X Y }',
      b: 'type Query { other: E } enum E { X Y }',
    },
    change: [['b:: X Y', 'X']],
    rule: 'INCONSISTENT_ENUM_VALUE_FOR_OUTPUT_ENUM',
    ...unseen('pass'),
  },
  {
    name: 'a field of an input is only in one of its subgraphs',
    schema: {
      a: 'type Query { p(i: In): P } type P { id: ID } input In { x: Int y: Int }',
      b: 'type Query { other(i: In): Int } input In { x: Int y: Int }',
    },
    change: [['b:: x: Int y: Int', 'x: Int']],
    rule: 'INPUT_FIELD_REMOVED',
    coordinate: 'In.y',
    blind: 'fail',
    touching: ['{ p(i: { y: 1 }) { id } }', 'fail'],
    beside: ['{ other(i: { x: 1 }) }', 'pass'],
  },
  {
    name: 'a subgraph is removed with what it has',
    schema: { a: entity.a, b: entity.b },
    change: [[`b:: ${entity.b}`, '']],
    rule: 'FIELD_REMOVED',
    coordinate: 'P.stock',
    blind: 'fail',
    touching: ['{ p { stock } }', 'fail'],
    beside: ['{ p { name } }', 'warn'],
  },
  {
    name: 'a subgraph is removed that shares all that it has',
    schema: { a: shared.a, b: shared.b.replace(' more: Int', '') },
    change: [[`b:: ${shared.b.replace(' more: Int', '')}`, '']],
    rule: 'SUBGRAPH_REMOVED',
    ...unseen('warn'),
  },
  {
    name: 'a subgraph is added',
    schema: { a: entity.a, b: '' },
    change: [['b:: ', entity.b]],
    rule: 'SUBGRAPH_ADDED',
    ...unseen('pass'),
  },
  {
    name: 'an interface becomes an object in one subgraph',
    schema: {
      a: 'type Query { p: N } interface N @key(fields: "id") { id: ID! } type A implements N @key(fields: "id") { id: ID! }',
      b: 'type Query { other: Int }',
    },
    change: [['other: Int }', 'other: Int } type N @key(fields: "id") @interfaceObject { id: ID! more: Int }']],
    rule: 'FIELD_ADDED',
    coordinate: 'N.more',
    ...unseen('pass'),
  },
  {
    name: 'an interface object becomes an interface',
    schema: {
      a: 'type Query { p: N } interface N @key(fields: "id") { id: ID! } type A implements N @key(fields: "id") { id: ID! }',
      b: 'type N @key(fields: "id") @interfaceObject { id: ID! more: Int }',
    },
    change: [
      [
        'b:: type N @key(fields: "id") @interfaceObject { id: ID! more: Int }',
        'interface N @key(fields: "id") { id: ID! more: Int } type A implements N @key(fields: "id") { id: ID! more: Int }',
      ],
    ],
    rule: 'INTERFACE_OBJECT_REMOVED',
    coordinate: 'N',
    ...unseen('warn'),
  },
];
