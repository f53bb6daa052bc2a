import type { Case } from './case.ts';
import { refused, unseen } from './verdicts.ts';

const entity = {
  a: 'type Query { p: P } type P @key(fields: "id") { id: ID! name: String }',
  b: 'type P @key(fields: "id") { id: ID! stock: Int }',
};
const shared = {
  a: 'type Query { p: P } type P @key(fields: "id") { id: ID! stock: Int @shareable }',
  b: 'type P @key(fields: "id") { id: ID! stock: Int @shareable more: Int }',
};

/** Types that are in several subgraphs, and subgraphs that come and go. */
export const subgraphs: readonly Case[] = [
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
    // Composers make one id of both names, and number them.
    name: 'a subgraph is added whose name is nearly that of another one',
    schema: { 'a-b': 'type Query { p: P } type P { id: ID }', a_b: '' },
    change: [['a_b:: ', 'type Query { other: Int }']],
    rule: 'SUBGRAPH_ADDED',
    ...unseen('pass'),
  },
  {
    name: 'a subgraph has its name in capitals, which settings of routers go by',
    schema: { a: entity.a, b: entity.b, B: '' },
    change: [
      [`b:: ${entity.b}`, ''],
      ['B:: ', entity.b],
    ],
    rule: 'SUBGRAPH_REMOVED',
    ...unseen('warn'),
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
  {
    name: 'an interface becomes an interface object',
    schema: {
      a: 'type Query { p: N } interface N @key(fields: "id") { id: ID! } type A implements N @key(fields: "id") { id: ID! }',
      b: 'interface N @key(fields: "id") { id: ID! more: Int } type A implements N @key(fields: "id") { id: ID! more: Int }',
    },
    change: [
      [
        'b:: interface N @key(fields: "id") { id: ID! more: Int } type A implements N @key(fields: "id") { id: ID! more: Int }',
        'type N @key(fields: "id") @interfaceObject { id: ID! more: Int }',
      ],
    ],
    rule: 'INTERFACE_OBJECT_ADDED',
    coordinate: 'N',
    ...unseen('warn'),
  },
  {
    name: 'a type leaves a subgraph that shares it',
    schema: { a: shared.a, b: `${shared.b} type Query { other: Int }`.replace(' more: Int', '') },
    change: [['b:: type P @key(fields: "id") { id: ID! stock: Int @shareable }', '']],
    rule: 'TYPE_LEFT_SUBGRAPH',
    coordinate: 'P',
    ...unseen('pass'),
  },
];
