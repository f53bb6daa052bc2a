import type { Case } from './case.ts';

const one = (before: string, after: string): Pick<Case, 'schema' | 'change' | 'coordinate'> => ({
  schema: `type Query { p: P other: Int } type P { id: ID secret: Int ${before} }`,
  change: [[`secret: Int ${before}`, `secret: Int ${after}`]],
  coordinate: 'P.secret',
});

const hits: Pick<Case, 'blind' | 'touching' | 'beside'> = {
  blind: 'fail',
  touching: ['{ p { secret } }', 'fail'],
  beside: ['{ p { id } }', 'pass'],
};
const loosens: Pick<Case, 'blind' | 'touching' | 'beside'> = {
  blind: 'warn',
  touching: ['{ p { secret } }', 'warn'],
  beside: ['{ p { id } }', 'warn'],
};
const passes: Pick<Case, 'blind' | 'touching' | 'beside'> = {
  blind: 'pass',
  touching: ['{ p { secret } }', 'pass'],
  beside: ['{ p { id } }', 'pass'],
};

const scopes = (text: string): string => `@requiresScopes(scopes: ${text})`;
const node = `type Query { p: P n: N other: Int } interface N { secret: Int } type P implements N { id: ID secret: Int }
type O implements N { secret: Int }`;

export const access: readonly Case[] = [
  { name: '@authenticated is added to a field', ...one('', '@authenticated'), rule: 'AUTHENTICATED_ADDED', ...hits },
  { name: '@authenticated is removed', ...one('@authenticated', ''), rule: 'AUTHENTICATED_REMOVED', ...loosens },
  { name: 'a scope is needed', ...one('', scopes('[["a"]]')), rule: 'REQUIRED_SCOPES_ADDED', ...hits },
  {
    name: 'one more scope is needed',
    ...one(scopes('[["a"]]'), scopes('[["a", "b"]]')),
    rule: 'REQUIRED_SCOPES_TIGHTENED',
    ...hits,
  },
  {
    name: 'an alternative scope is enough no more',
    ...one(scopes('[["a"], ["b"]]'), scopes('[["a"]]')),
    rule: 'REQUIRED_SCOPES_TIGHTENED',
    ...hits,
  },
  {
    name: 'another scope is needed',
    ...one(scopes('[["a"]]'), scopes('[["b"]]')),
    rule: 'REQUIRED_SCOPES_TIGHTENED',
    ...hits,
  },
  {
    name: 'another scope is enough as well',
    ...one(scopes('[["a"]]'), scopes('[["a"], ["b"]]')),
    rule: 'REQUIRED_SCOPES_LOOSENED',
    ...loosens,
  },
  { name: 'no scope is needed', ...one(scopes('[["a"]]'), ''), rule: 'REQUIRED_SCOPES_REMOVED', ...loosens },
  {
    name: 'scopes are written otherwise',
    ...one(scopes('[["a", "b"], ["c"]]'), scopes('[["c"], ["b", "a"], ["a", "b", "d"]]')),
    coordinate: undefined as never,
    rule: undefined,
    ...passes,
  },
  { name: 'a policy is needed', ...one('', '@policy(policies: [["p"]])'), rule: 'POLICY_ADDED', ...hits },
  {
    name: 'a second policy is needed',
    ...one('@policy(policies: [["p"]])', '@policy(policies: [["p", "q"]])'),
    rule: 'POLICY_TIGHTENED',
    ...hits,
  },
  { name: 'no policy is needed', ...one('@policy(policies: [["p"]])', ''), rule: 'POLICY_REMOVED', ...loosens },
  {
    name: '@authenticated is added where a scope is needed, which only a signed-in viewer has',
    ...one(scopes('[["a"]]'), `@authenticated ${scopes('[["a"]]')}`),
    coordinate: undefined as never,
    rule: undefined,
    ...passes,
  },
  {
    name: '@authenticated is added where a scope is needed, or none',
    ...one(scopes('[["a"], []]'), `@authenticated ${scopes('[["a"], []]')}`),
    rule: 'AUTHENTICATED_ADDED',
    ...hits,
  },
  {
    name: 'a signed-in viewer is enough where a scope was needed',
    ...one(scopes('[["a"]]'), '@authenticated'),
    rule: 'REQUIRED_SCOPES_REMOVED',
    ...loosens,
  },
  {
    name: 'a signed-in viewer is enough no more',
    ...one('@authenticated', scopes('[["a"]]')),
    rule: 'REQUIRED_SCOPES_ADDED',
    ...hits,
  },
  {
    name: '@authenticated is added to a type',
    schema: 'type Query { p: P other: Int } type P { id: ID }',
    change: [['type P {', 'type P @authenticated {']],
    rule: 'AUTHENTICATED_ADDED',
    coordinate: 'P',
    blind: 'fail',
    touching: ['{ p { id } }', 'fail'],
    beside: ['{ other }', 'pass'],
  },
  {
    name: '@authenticated is added to a type that comes through an interface',
    schema: node,
    change: [['type P implements N {', 'type P implements N @authenticated {']],
    rule: 'AUTHENTICATED_ADDED',
    coordinate: 'P',
    blind: 'fail',
    touching: ['{ n { secret } }', 'fail'],
    // Composers ask it of the interface as well, and so of whoever selects a field of it.
    beside: ['{ other }', 'pass'],
  },
  {
    name: '@authenticated is added to a field that comes through an interface',
    schema: node,
    change: [['id: ID secret: Int', 'id: ID secret: Int @authenticated']],
    rule: 'AUTHENTICATED_ADDED',
    coordinate: 'P.secret',
    blind: 'fail',
    touching: ['{ n { secret } }', 'fail'],
    beside: ['{ p { id } n { ... on O { secret } } }', 'pass'],
  },
  {
    name: '@authenticated goes from a type to all of its fields',
    schema: 'type Query { p: P other: Int } type P @authenticated { id: ID secret: Int }',
    change: [
      [' @authenticated', ''],
      ['ID secret: Int', 'ID @authenticated secret: Int @authenticated'],
    ],
    rule: 'AUTHENTICATED_REMOVED',
    coordinate: 'P',
    ...loosens,
  },
  {
    name: '@authenticated is added to an enum',
    schema: 'type Query { e: E other: Int } enum E { X }',
    change: [['enum E', 'enum E @authenticated']],
    rule: 'AUTHENTICATED_ADDED',
    coordinate: 'E',
    blind: 'fail',
    touching: ['{ e }', 'fail'],
    beside: ['{ other }', 'pass'],
  },
  {
    name: 'a new field needs a viewer',
    schema: 'type Query { p: P } type P { id: ID secret: Int }',
    change: [['secret: Int', 'secret: Int more: Int @authenticated']],
    rule: 'FIELD_ADDED',
    coordinate: 'P.more',
    ...passes,
  },
];

export const costs: readonly Case[] = [
  { name: 'a cost is raised', ...one('@cost(weight: 2)', '@cost(weight: 3)'), rule: 'COST_RAISED', ...loosens },
  { name: 'a cost is lowered', ...one('@cost(weight: 3)', '@cost(weight: 2)'), rule: 'COST_LOWERED', ...passes },
  { name: 'a cost is added', ...one('', '@cost(weight: 5)'), rule: 'COST_RAISED', ...loosens },
  {
    name: 'a list is assumed to be longer',
    schema: 'type Query { p: P l: [Int] @listSize(assumedSize: 10) } type P { id: ID secret: Int }',
    change: [['10', '20']],
    rule: 'LIST_SIZE_RAISED',
    coordinate: 'Query.l',
    ...loosens,
  },
  {
    name: 'a list is assumed to be shorter',
    schema: 'type Query { p: P l: [Int] @listSize(assumedSize: 20) } type P { id: ID secret: Int }',
    change: [['20', '10']],
    rule: 'LIST_SIZE_LOWERED',
    coordinate: 'Query.l',
    ...passes,
  },
  {
    name: 'an argument tells the length of another field as well',
    schema: `type Query { p: P l(first: Int): L @listSize(slicingArguments: ["first"], sizedFields: ["e"]) }
type L { e: [Int] n: [Int] } type P { id: ID secret: Int }`,
    change: [['["e"]', '["e", "n"]']],
    rule: 'LIST_SIZED_FIELDS_CHANGED',
    coordinate: 'Query.l',
    ...loosens,
  },
  {
    name: 'the length of a list must be told by an argument',
    schema: 'type Query { p: P l(first: Int): [Int] } type P { id: ID secret: Int }',
    change: [['[Int]', '[Int] @listSize(slicingArguments: ["first"])']],
    rule: 'LIST_SLICING_REQUIRED',
    coordinate: 'Query.l',
    ...loosens,
  },
];

export const tags: readonly Case[] = [
  { name: 'a tag is added', ...one('', '@tag(name: "pii")'), rule: 'TAG_ADDED', ...passes },
  { name: 'a tag is removed', ...one('@tag(name: "pii")', ''), rule: 'TAG_REMOVED', ...passes },
  {
    name: 'a tag is added that takes the field out of a contract',
    ...one('', '@tag(name: "internal")'),
    rule: 'TAG_ADDED',
    ...loosens,
  },
  {
    name: 'a tag is removed that kept the field out of a contract',
    ...one('@tag(name: "internal")', ''),
    rule: 'TAG_REMOVED',
    ...loosens,
  },
];
