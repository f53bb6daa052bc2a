import { expect, it } from 'vitest';
import { contractSettings } from '../../src/contracts/settings.ts';
import { contractOf } from './support.ts';

const TAG = '@tag(name: "internal")';

const refused: readonly (readonly [what: string, sdl: string, code: string, coordinate: string, message: string])[] = [
  [
    'a field of a type that is left out',
    `type Query { thing: Thing } type Thing ${TAG} { id: ID }`,
    'REFERENCED_INACCESSIBLE',
    'Query.thing',
    'Query.thing stays and needs Thing, which is left out: it has tag "internal".',
  ],
  [
    'an argument of an input that is left out',
    `type Query { find(by: Filter): Int } input Filter ${TAG} { a: Int }`,
    'REFERENCED_INACCESSIBLE',
    'Query.find(by:)',
    'needs Filter',
  ],
  [
    'a field of a type that lost its last field',
    `type Query { thing: Thing } type Thing { id: ID ${TAG} }`,
    'REFERENCED_INACCESSIBLE',
    'Query.thing',
    'all its fields are left out',
  ],
  [
    'a field of a union that lost its last member',
    `type Query { any: Any } union Any = Thing type Thing ${TAG} { id: ID }`,
    'REFERENCED_INACCESSIBLE',
    'Query.any',
    'all its members are left out',
  ],
  [
    'an argument that is required',
    `type Query { find(id: ID! ${TAG}): Int }`,
    'REQUIRED_INACCESSIBLE',
    'Query.find(id:)',
    'Make it nullable or give it a default',
  ],
  [
    'a field of an input that is required',
    `type Query { find(by: Filter): Int } input Filter { a: Int b: Int! ${TAG} }`,
    'REQUIRED_INACCESSIBLE',
    'Filter.b',
    'it is required',
  ],
  [
    'a field that an interface needs',
    `type Query { node: Node } interface Node { id: ID } type Thing implements Node { id: ID ${TAG} a: Int }`,
    'IMPLEMENTED_BY_INACCESSIBLE',
    'Node.id',
    'Leave out both, or neither',
  ],
  [
    'an enum that is empty',
    `type Query { kind: Kind } enum Kind { A ${TAG} B ${TAG} }`,
    'ONLY_INACCESSIBLE_CHILDREN',
    'Kind',
    'all that is in it is left out',
  ],
  [
    'an input that is empty',
    `type Query { find(by: Filter): Int } input Filter { a: Int ${TAG} }`,
    'ONLY_INACCESSIBLE_CHILDREN',
    'Filter',
    'all that is in it is left out',
  ],
  [
    'a value that is a default',
    `type Query { find(kind: Kind = A): Int } enum Kind { A ${TAG} B }`,
    'DEFAULT_VALUE_USES_INACCESSIBLE',
    'Query.find(kind:)',
    'is used in the default value of',
  ],
  [
    'a query without fields',
    `type Query { gone: Int ${TAG} }`,
    'QUERY_ROOT_TYPE_INACCESSIBLE',
    'Query',
    'nothing is left',
  ],
];

it.each(refused.map(([what, sdl, code, coordinate, message]) => ({ what, sdl, code, coordinate, message })))(
  'refuses $what',
  ({ sdl, code, coordinate, message }) => {
    const { schemas, faults } = contractOf(sdl, { exclude: ['internal'] });
    expect(schemas).toBeUndefined();
    expect(faults).toContainEqual({ code, coordinate, message: expect.stringContaining(message) });
  },
);

it('tells all faults at once', () => {
  const sdl = `type Query { a: Thing b: Thing c(id: ID! ${TAG}): Int } type Thing ${TAG} { id: ID }`;
  expect(
    contractOf(sdl, { exclude: ['internal'] })
      .faults.map(({ coordinate }) => coordinate)
      .sort(),
  ).toStrictEqual(['Query.a', 'Query.b', 'Query.c(id:)']);
});

it.each([
  ['neither excludes nor includes', {}],
  ['excludes what it includes', { exclude: ['a', 'b'], include: ['b'] }],
  ['has a name that is no tag', { exclude: ['no tag'] }],
  ['has a key that there is not', { excludes: ['a'] }],
  ['promises what is neither type nor tag', { exclude: ['a'], unreachable: ['Customer.email'] }],
])('takes no settings of a contract that %s', (_, settings) => {
  expect(contractSettings.safeParse(settings).success).toBe(false);
});
