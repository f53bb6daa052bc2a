import type { Case } from './case.ts';
import { refused, unseen } from './verdicts.ts';

/** An enum in two subgraphs, each with a field that takes or returns it. */
const enums = (a: string, b: string, [f, g]: readonly [string, string]): Case['schema'] => ({
  a: `type Query { p: P f${f} } type P { id: ID } enum E { ${a} }`,
  b: `type Query { g${g} other: Int } enum E { ${b} }`,
});
const [TAKES, RETURNS] = ['(e: E): Int', ': E'];

const inputs = (a: string, b: string): Case['schema'] => ({
  a: `type Query { p: P f(i: In): Int } type P { id: ID } input In { ${a} }`,
  b: `type Query { g(i: In): Int } input In { ${b} }`,
});

const narrowed = `type Query { h: H y: Y other: Int } interface N { id: ID }
type X implements N { id: ID x: Int } type Y implements N { id: ID }
interface H { n: N } type HA implements H { n: X } type HB implements H { n: N }`;

const union = 'union U = A | B type A @shareable { x: Int } type B @shareable { x: Int }';
const unions = { a: `type Query { u: U p: P } type P { id: ID } ${union}`, b: `type Query { v: U } ${union}` };

const objects = {
  a: 'type Query { p: N } interface N @key(fields: "id") { id: ID! } type A implements N @key(fields: "id") { id: ID! }',
  b: 'type N @key(fields: "id") @interfaceObject { id: ID! more: Int rest: Int }',
};

/** What is the sum, or the common part, of several subgraphs. */
export const across: readonly Case[] = [
  {
    name: 'a value of an enum that is input is added in one subgraph',
    schema: enums('X Y', 'X Y', [TAKES, TAKES]),
    change: [['b:: X Y', 'X Y Z']],
    rule: 'INCONSISTENT_ENUM_VALUE_FOR_INPUT_ENUM',
    ...unseen('pass'),
  },
  {
    name: 'a value of an enum that is input is removed in one subgraph',
    schema: enums('X Y', 'X Y', [TAKES, TAKES]),
    change: [['b:: X Y', 'X']],
    rule: 'ENUM_VALUE_REMOVED',
    coordinate: 'E.Y',
    blind: 'fail',
    touching: ['{ f(e: Y) }', 'fail'],
    beside: ['{ f(e: X) }', 'pass'],
  },
  {
    name: 'a value of an enum that is output is added in one subgraph',
    schema: enums('X Y', 'X Y', [RETURNS, RETURNS]),
    change: [['b:: X Y', 'X Y Z']],
    rule: 'ENUM_VALUE_ADDED',
    coordinate: 'E.Z',
    ...unseen('warn'),
  },
  {
    name: 'a value of an enum that is input and output is added in one subgraph',
    schema: enums('X Y', 'X Y', [RETURNS, TAKES]),
    change: [['b:: X Y', 'X Y Z']],
    rule: 'ENUM_VALUE_MISMATCH',
    ...refused,
  },
  {
    name: 'an enum that was output becomes input alone, with what both subgraphs have',
    schema: enums('X Y', 'X', [RETURNS, RETURNS]),
    change: [[': E', '(e: E): Int']],
    rule: 'ENUM_VALUE_REMOVED',
    coordinate: 'E.Y',
    blind: 'fail',
    touching: ['{ f }', 'fail'],
    beside: ['{ other }', 'warn'],
  },
  {
    name: 'a field of an input is added in one subgraph',
    schema: inputs('x: Int', 'x: Int'),
    change: [['b:: x: Int', 'x: Int z: Int']],
    rule: 'INCONSISTENT_INPUT_OBJECT_FIELD',
    ...unseen('pass'),
  },
  {
    name: 'a required field of an input is added in one subgraph',
    schema: inputs('x: Int', 'x: Int'),
    change: [['b:: x: Int', 'x: Int z: Int!']],
    rule: 'REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH',
    ...refused,
  },
  {
    name: 'a field of an input becomes required in one subgraph, and so for clients',
    schema: inputs('x: Int y: Int', 'x: Int y: Int'),
    change: [['b:: x: Int', 'x: Int!']],
    rule: 'INPUT_FIELD_TYPE_CHANGED',
    coordinate: 'In.x',
    blind: 'fail',
    touching: ['{ f(i: { y: 1 }) }', 'fail'],
    beside: ['{ f(i: { x: 1 }) }', 'pass'],
  },
  {
    name: 'a member of a union is only in one subgraph any more',
    schema: unions,
    change: [['b:: A | B', 'A']],
    rule: 'INCONSISTENT_UNION_MEMBER',
    ...unseen('pass'),
  },
  {
    name: 'a member of a union is in no subgraph any more',
    schema: unions,
    change: [['A | B', 'A']],
    rule: 'UNION_MEMBER_REMOVED',
    coordinate: 'U',
    blind: 'fail',
    touching: ['{ v { ... on B { x } } }', 'fail'],
    beside: ['{ u { ... on A { x } } }', 'pass'],
  },
  {
    name: 'a directive for operations is only in one subgraph any more',
    schema: {
      a: 'directive @live on FIELD type Query { a: Int }',
      b: 'directive @live on FIELD type Query { b: Int }',
    },
    change: [['b:: directive @live on FIELD ', '']],
    rule: 'DIRECTIVE_REMOVED',
    coordinate: '@live',
    blind: 'fail',
    touching: ['{ a @live }', 'fail'],
    beside: ['{ a b }', 'pass'],
  },
  {
    name: 'a field of an interface object is removed, which an object of it is asked for',
    schema: objects,
    change: [[' more: Int', '']],
    rule: 'FIELD_REMOVED',
    coordinate: 'A.more',
    blind: 'fail',
    touching: ['{ p { ... on A { more } } }', 'fail'],
    beside: ['{ p { rest } }', 'pass'],
  },
  {
    name: 'a field of an object becomes another object, which is read through the interface',
    schema: narrowed,
    change: [['HA implements H { n: X }', 'HA implements H { n: Y }']],
    rule: 'FIELD_TYPE_CHANGED',
    coordinate: 'HA.n',
    blind: 'fail',
    touching: ['{ h { n { ... on X { x } } } }', 'fail'],
    beside: ['{ y { id } }', 'pass'],
  },
  {
    name: 'a type with a new name, which only a fragment names',
    schema: 'type Query { u: U } type A { x: Int } type C { x: Int } union U = A | C',
    change: [
      ['type A', 'type Renamed'],
      ['= A', '= Renamed'],
    ],
    rule: 'UNION_MEMBER_REMOVED',
    coordinate: 'U',
    blind: 'fail',
    touching: ['{ u { ...F } } fragment F on A { x }', 'fail'],
    beside: ['{ u { ... on C { x } } }', 'warn'],
  },
  {
    name: 'a field is removed that is always left out by @include',
    schema: 'type Query { a: Int b: Int }',
    change: [['a: Int', '']],
    rule: 'FIELD_REMOVED',
    coordinate: 'Query.a',
    blind: 'fail',
    touching: ['{ b a @include(if: false) }', 'fail'],
    beside: ['{ b @skip(if: false) }', 'pass'],
  },
  {
    name: 'a value of an enum that is a default goes, and the default with it',
    schema: 'type Query { a(e: E = Y): Int } enum E { X Y }',
    change: [
      ['X Y', 'X'],
      ['= Y', '= X'],
    ],
    rule: 'ENUM_VALUE_REMOVED',
    coordinate: 'E.Y',
    blind: 'fail',
    touching: ['{ a(e: Y) }', 'fail'],
    beside: ['{ a }', 'warn'],
  },
  {
    name: 'one change breaks among many that do not',
    schema: 'type Query { a: Int b: Int }',
    change: [
      ['a: Int', `${Array.from({ length: 30 }, (_, index) => `n${index}: Int`).join(' ')} "New." c(x: Int): Int!`],
    ],
    rule: 'FIELD_REMOVED',
    coordinate: 'Query.a',
    blind: 'fail',
    touching: ['{ a }', 'fail'],
    beside: ['{ b }', 'pass'],
  },
];
