import type { Case } from './case.ts';

const union = `type Query { u: U a: A other: Int }
union U = A | B | C
type A { x: Int } type B { y: Int } type C { z: Int }`;
const nodes = `type Query { n: N a: A other: Int }
interface N { id: ID! }
type A implements N { id: ID! x: Int } type B implements N { id: ID! }`;

/** Interfaces and unions. */
export const abstractTypes: readonly Case[] = [
  {
    name: 'a type is removed that only the interface still answered with',
    schema: nodes.replace('a: A ', ''),
    change: [['type A implements N { id: ID! x: Int }', '']],
    rule: 'TYPE_REMOVED',
    coordinate: 'A',
    blind: 'fail',
    touching: ['{ n { ... on A { x } } }', 'fail'],
    beside: ['{ n { ... on B { id } } }', 'pass'],
  },
  {
    name: 'a member of a union is removed',
    schema: union,
    change: [['A | B | C', 'A | B']],
    rule: 'UNION_MEMBER_REMOVED',
    coordinate: 'U',
    blind: 'fail',
    touching: ['{ u { ... on C { z } } }', 'fail'],
    beside: ['{ u { ... on A { x } } }', 'pass'],
  },
  {
    name: 'a member of a union is removed that only its name is asked of',
    schema: union,
    change: [['A | B | C', 'B | C']],
    rule: 'UNION_MEMBER_REMOVED',
    coordinate: 'U',
    blind: 'fail',
    touching: ['{ u { __typename } }', 'fail'],
    beside: ['{ a { x } u { __typename ... on B { y } } }', 'pass'],
  },
  {
    name: 'a member of a union is added',
    schema: union,
    change: [
      ['A | B | C', 'A | B | C | D'],
      ['type C', 'type D { z: Int } type C'],
    ],
    rule: 'UNION_MEMBER_ADDED',
    coordinate: 'U',
    blind: 'warn',
    touching: ['{ u { __typename } }', 'warn'],
    beside: ['{ other }', 'warn'],
  },
  {
    name: 'an interface is implemented no more',
    schema: nodes,
    change: [['type A implements N', 'type A']],
    rule: 'OBJECT_TYPE_INTERFACE_REMOVED',
    coordinate: 'A',
    blind: 'fail',
    touching: ['{ n { ... on A { x } } }', 'fail'],
    beside: ['{ n { ... on B { id } } a { x } }', 'pass'],
  },
  {
    name: 'an interface is implemented no more, whose fields were read',
    schema: nodes,
    change: [['type A implements N', 'type A']],
    rule: 'OBJECT_TYPE_INTERFACE_REMOVED',
    coordinate: 'A',
    blind: 'fail',
    touching: ['{ n { id } }', 'fail'],
    beside: ['{ a { id } }', 'pass'],
  },
  {
    name: 'an interface is implemented no more, that its object was narrowed to',
    schema: nodes,
    change: [['type A implements N', 'type A']],
    rule: 'OBJECT_TYPE_INTERFACE_REMOVED',
    coordinate: 'A',
    blind: 'fail',
    touching: ['{ a { ... on N { id } } }', 'fail'],
    beside: ['{ a { ... { id } } }', 'pass'],
  },
  {
    name: 'an interface is implemented by an existing type',
    schema: nodes.replace('type A implements N', 'type A'),
    change: [['type A {', 'type A implements N {']],
    rule: 'OBJECT_TYPE_INTERFACE_ADDED',
    coordinate: 'A',
    blind: 'warn',
    touching: ['{ n { id } }', 'warn'],
    beside: ['{ other }', 'warn'],
  },
  {
    name: 'a new interface is implemented by an existing type',
    schema: 'type Query { a: A other: Int } type A { id: ID! }',
    change: [['type A {', 'interface N { id: ID! } type A implements N {']],
    rule: 'OBJECT_TYPE_INTERFACE_ADDED',
    coordinate: 'A',
    blind: 'pass',
    touching: ['{ a { id } }', 'pass'],
    beside: ['{ other }', 'pass'],
  },
  {
    name: 'a union becomes an interface of its members',
    schema: 'type Query { s: S a: A other: Int } union S = A | B type A { x: Int } type B { x: Int }',
    change: [
      ['union S = A | B', 'interface S { x: Int }'],
      ['type A', 'type A implements S'],
      ['type B', 'type B implements S'],
    ],
    rule: 'TYPE_KIND_CHANGED',
    coordinate: 'S',
    blind: 'fail',
    touching: ['{ s { ... on A { x } } }', 'fail'],
    beside: ['{ a { x } }', 'pass'],
  },
  {
    name: 'an interface is implemented by another interface no more',
    schema: `type Query { n: N m: M other: Int }
interface N { id: ID! } interface M implements N { id: ID! } type A implements N & M { id: ID! }`,
    change: [['interface M implements N', 'interface M']],
    rule: 'OBJECT_TYPE_INTERFACE_REMOVED',
    coordinate: 'M',
    blind: 'fail',
    touching: ['{ m { ... on N { id } } }', 'fail'],
    beside: ['{ other }', 'pass'],
  },
  {
    name: 'an interface is removed',
    schema: nodes.replace('n: N ', 'n: A '),
    change: [
      ['interface N { id: ID! }', ''],
      [' implements N', ''],
    ],
    rule: 'TYPE_REMOVED',
    coordinate: 'N',
    blind: 'fail',
    touching: ['{ a { ... on N { id } } }', 'fail'],
    beside: ['{ a { id } }', 'pass'],
  },
];
