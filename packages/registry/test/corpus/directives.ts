import type { Case } from './case.ts';

/** A directive for operations; `plain` schemas also have what composers leave out. */
const directive = (before: string, after: string): Pick<Case, 'schema' | 'change' | 'coordinate'> => ({
  schema: `${before} type Query { a: Int b: Int }`,
  change: [[before, after]],
  coordinate: '@live',
});

export const directives: readonly Case[] = [
  {
    name: 'a directive is removed',
    ...directive('directive @live on FIELD', ''),
    rule: 'DIRECTIVE_REMOVED',
    blind: 'fail',
    touching: ['{ a @live }', 'fail'],
    beside: ['{ a @include(if: true) }', 'pass'],
  },
  {
    name: 'a directive is added',
    ...directive('"""Nothing.""" scalar S', 'directive @live(x: Int!) repeatable on FIELD scalar S'),
    rule: 'DIRECTIVE_ADDED',
    blind: 'pass',
    touching: ['{ a }', 'pass'],
    beside: ['{ b }', 'pass'],
  },
  {
    name: 'a location of a directive is removed',
    ...directive('directive @live on FIELD | QUERY', 'directive @live on FIELD'),
    rule: 'DIRECTIVE_LOCATION_REMOVED',
    blind: 'fail',
    touching: ['query Q @live { a }', 'fail'],
    beside: ['{ a @live }', 'pass'],
  },
  {
    name: 'a location of a directive is added',
    ...directive('directive @live on FIELD', 'directive @live on FIELD | QUERY'),
    rule: 'DIRECTIVE_LOCATION_ADDED',
    blind: 'pass',
    touching: ['{ a @live }', 'pass'],
    beside: ['{ b }', 'pass'],
  },
  {
    name: 'a directive can be repeated no more',
    ...directive('directive @live repeatable on FIELD', 'directive @live on FIELD'),
    rule: 'DIRECTIVE_REPEATABLE_REMOVED',
    blind: 'fail',
    touching: ['{ a @live @live }', 'fail'],
    beside: ['{ a @live b @live }', 'pass'],
  },
  {
    name: 'a directive can be repeated',
    ...directive('directive @live on FIELD', 'directive @live repeatable on FIELD'),
    rule: 'DIRECTIVE_REPEATABLE_ADDED',
    blind: 'pass',
    touching: ['{ a @live }', 'pass'],
    beside: ['{ b }', 'pass'],
  },
  {
    name: 'an argument of a directive is removed',
    ...directive('directive @live(x: Int) on FIELD', 'directive @live on FIELD'),
    rule: 'DIRECTIVE_ARGUMENT_REMOVED',
    coordinate: '@live(x:)',
    blind: 'fail',
    touching: ['{ a @live(x: 1) }', 'fail'],
    beside: ['{ a @live }', 'pass'],
  },
  {
    name: 'a required argument of a directive is added',
    ...directive('directive @live on FIELD', 'directive @live(x: Int!) on FIELD'),
    rule: 'DIRECTIVE_ARGUMENT_ADDED',
    coordinate: '@live(x:)',
    blind: 'fail',
    touching: ['{ a @live }', 'fail'],
    beside: ['{ a }', 'pass'],
  },
  {
    name: 'an optional argument of a directive is added',
    ...directive('directive @live on FIELD', 'directive @live(x: Int) on FIELD'),
    rule: 'DIRECTIVE_ARGUMENT_ADDED',
    coordinate: '@live(x:)',
    blind: 'pass',
    touching: ['{ a @live }', 'pass'],
    beside: ['{ a }', 'pass'],
  },
  {
    name: 'a non-null argument of a directive with a default is added',
    ...directive('directive @live on FIELD', 'directive @live(x: Int! = 1) on FIELD'),
    rule: 'DIRECTIVE_ARGUMENT_ADDED',
    coordinate: '@live(x:)',
    blind: 'pass',
    touching: ['{ a @live }', 'pass'],
    beside: ['{ a }', 'pass'],
  },
  {
    name: 'an argument of a directive is of another type',
    ...directive('directive @live(x: Int) on FIELD', 'directive @live(x: String) on FIELD'),
    rule: 'DIRECTIVE_ARGUMENT_TYPE_CHANGED',
    coordinate: '@live(x:)',
    blind: 'fail',
    touching: ['query Q($x: Int) { a @live(x: $x) }', 'fail'],
    beside: ['{ a @live }', 'pass'],
  },
  {
    name: 'an argument of a directive becomes required',
    ...directive('directive @live(x: Int) on FIELD', 'directive @live(x: Int!) on FIELD'),
    rule: 'DIRECTIVE_ARGUMENT_TYPE_CHANGED',
    coordinate: '@live(x:)',
    blind: 'fail',
    touching: ['{ a @live }', 'fail'],
    beside: ['{ a @live(x: 1) }', 'pass'],
  },
  {
    name: 'an argument of a directive loses its default',
    ...directive('directive @live(x: Int! = 1) on FIELD', 'directive @live(x: Int!) on FIELD'),
    rule: 'DIRECTIVE_ARGUMENT_DEFAULT_VALUE_CHANGED',
    coordinate: '@live(x:)',
    blind: 'fail',
    touching: ['{ a @live }', 'fail'],
    beside: ['{ a @live(x: 1) }', 'pass'],
  },
  {
    name: 'the default of an argument of a directive changes',
    ...directive('directive @live(x: Int = 1) on FIELD', 'directive @live(x: Int = 2) on FIELD'),
    rule: 'DIRECTIVE_ARGUMENT_DEFAULT_VALUE_CHANGED',
    coordinate: '@live(x:)',
    blind: 'warn',
    touching: ['{ a @live }', 'warn'],
    beside: ['{ b }', 'warn'],
  },
  {
    name: 'the description of a directive changes',
    ...directive('"Old." directive @live on FIELD', '"New." directive @live on FIELD'),
    rule: 'DIRECTIVE_DESCRIPTION_CHANGED',
    blind: 'pass',
    touching: ['{ a @live }', 'pass'],
    beside: ['{ b }', 'pass'],
  },
  {
    name: 'the description of an argument of a directive changes',
    ...directive('directive @live("Old." x: Int) on FIELD', 'directive @live("New." x: Int) on FIELD'),
    rule: 'DIRECTIVE_ARGUMENT_DESCRIPTION_CHANGED',
    coordinate: '@live(x:)',
    blind: 'pass',
    touching: ['{ a @live }', 'pass'],
    beside: ['{ b }', 'pass'],
  },
];

/** A directive on every kind of element, which the diff of a plain schema tells. */
const applied = (kind: string, on: string, schema: string): readonly Case[] => {
  const [before, after] = [schema.replace(' HERE', ''), schema.replace('HERE', '@meta')];
  const definition = `directive @meta on ${on} `;
  const common = { isPlain: true, blind: 'warn', touching: ['{ a }', 'warn'], beside: ['{ a }', 'warn'] } as const;
  return [
    {
      ...common,
      name: `a directive is added to ${on}`,
      schema: definition + before,
      change: [[before, after]],
      rule: `DIRECTIVE_USAGE_${kind}_ADDED`,
    },
    {
      ...common,
      name: `a directive is removed from ${on}`,
      schema: definition + after,
      change: [[after, before]],
      rule: `DIRECTIVE_USAGE_${kind}_REMOVED`,
    },
  ];
};

export const directiveUses: readonly Case[] = [
  ...applied('OBJECT', 'OBJECT', 'type Query HERE { a: Int }'),
  ...applied('FIELD_DEFINITION', 'FIELD_DEFINITION', 'type Query { a: Int HERE }'),
  ...applied('ARGUMENT_DEFINITION', 'ARGUMENT_DEFINITION', 'type Query { a(x: Int HERE): Int }'),
  ...applied('INPUT_OBJECT', 'INPUT_OBJECT', 'type Query { a(x: In): Int } input In HERE { y: Int }'),
  ...applied(
    'INPUT_FIELD_DEFINITION',
    'INPUT_FIELD_DEFINITION',
    'type Query { a(x: In): Int } input In { y: Int HERE }',
  ),
  ...applied('ENUM', 'ENUM', 'type Query { a: E } enum E HERE { X }'),
  ...applied('ENUM_VALUE', 'ENUM_VALUE', 'type Query { a: E } enum E { X HERE }'),
  ...applied('SCALAR', 'SCALAR', 'type Query { a: S } scalar S HERE'),
  ...applied(
    'INTERFACE',
    'INTERFACE',
    'type Query { a: Int n: N } interface N HERE { x: Int } type X implements N { x: Int }',
  ),
  ...applied('UNION_MEMBER', 'UNION', 'type Query { a: Int u: U } union U HERE = X type X { x: Int }'),
  ...applied('SCHEMA', 'SCHEMA', 'schema HERE { query: Query } type Query { a: Int }'),
];
