import type { Case } from './case.ts';

/** One type of each kind that fields can be of, with how it is asked for. */
const definitions: Readonly<Record<string, readonly [sdl: string, selection: string]>> = {
  'an object': ['type T { x: Int }', '{ t { x } }'],
  'an interface': ['interface T { x: Int } type I implements T { x: Int }', '{ t { x } }'],
  'a union': ['union T = M type M { x: Int }', '{ t { ... on M { x } } }'],
  'an enum': ['enum T { x }', '{ t }'],
  'a scalar': ['scalar T', '{ t }'],
};

/** A type becomes one of another kind. */
export const kinds: readonly Case[] = Object.entries(definitions).flatMap(([from, [before, selection]]) =>
  Object.entries(definitions)
    .filter(([to]) => to !== from)
    .map(([to, [after]]): Case => ({
      name: `${from} becomes ${to}`,
      schema: `type Query { t: T other: Int } ${before}`,
      change: [[before, after]],
      rule: 'TYPE_KIND_CHANGED',
      coordinate: 'T',
      blind: 'fail',
      touching: [selection, 'fail'],
      beside: ['{ other }', 'pass'],
    })),
);
