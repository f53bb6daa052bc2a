import fc from 'fast-check';
import { buildSchema, type GraphQLSchema } from 'graphql';

/** The same thing in two schemas. Mostly it is the same in both. */
type Pair<Thing> = readonly [Thing, Thing];

const pair = <Thing>(arbitrary: fc.Arbitrary<Thing>): fc.Arbitrary<Pair<Thing>> =>
  fc.oneof(
    { weight: 6, arbitrary: arbitrary.map((thing): Pair<Thing> => [thing, thing]) },
    { weight: 1, arbitrary: fc.tuple(arbitrary, arbitrary) },
  );

const outputs = ['Int', 'Int!', 'String', 'E', 'E!', 'S', '[Int]', '[Int!]', 'A', 'A!', 'B', '[B!]!', 'N', 'U', '[N]'];
const inputs = ['Int', 'Int!', '[Int]', '[Int!]', '[Int!]!', 'E', 'E!', '[E!]', 'In', 'In!', '[In!]', 'S', 'String'];

/** What stands behind a name: nothing, in a schema that does not have it. */
const anyInputOf = (types: readonly string[]) =>
  pair(fc.tuple(fc.constantFrom(...types), fc.boolean())).map((both) =>
    both.map(([type, hasDefault]) => {
      const value = { Int: '1', String: '"x"', E: 'X' }[type.replace('!', '')];
      return `: ${type}${hasDefault && value !== undefined ? ` = ${value}` : ''}`;
    }),
  );

const anyInput = anyInputOf(inputs);
/** Inputs in inputs, to a depth at which whoever writes values comes to an end. */
const anyInputOfIn = anyInputOf(inputs.map((type) => type.replace('In', type.includes('Int') ? 'In' : 'Deep')));
const anyInputOfDeep = anyInputOf(inputs.filter((type) => !/\bIn\b/.test(type)));

/** Lines of a definition, by name; each in both, or in one of the schemas. */
const lines = (
  names: readonly string[],
  line: fc.Arbitrary<readonly string[]>,
): fc.Arbitrary<Pair<readonly string[]>> =>
  fc.tuple(...names.map((name) => fc.record({ name: fc.constant(name), is: pair(fc.boolean()), line }))).map((all) => {
    const of = (side: 0 | 1) => all.flatMap(({ name, is, line: both }) => (is[side] ? [`${name}${both[side]!}`] : []));
    return [of(0), of(1)];
  });

const field = fc
  .record({ type: pair(fc.constantFrom(...outputs)), args: lines(['x', 'y'], anyInput) })
  .map(({ type, args }): readonly string[] =>
    ([0, 1] as const).map((side) => {
      const given = args[side].join(', ');
      return `${given === '' ? '' : `(${given})`}: ${type[side]}`;
    }),
  );

const fields = (...names: readonly string[]) => lines(names, field);
const nothing = fc.constant(['', '']);

const parts = fc.record({
  query: fields('p', 'q', 'r'),
  mutation: fields('m'),
  ofN: fields('n0', 'n1'),
  ofA: fields('a0', 'a1'),
  ofB: fields('b0', 'b1'),
  isN: fc.tuple(pair(fc.boolean()), pair(fc.boolean())),
  members: lines(['A', 'B'], nothing),
  values: lines(['X', 'Y', 'Z'], nothing),
  ofIn: lines(['i', 'j', 'k'], anyInputOfIn),
  ofDeep: lines(['d', 'e'], anyInputOfDeep),
  directive: fc.record({ is: pair(fc.boolean()), args: lines(['x', 'y'], anyInput), isRepeatable: pair(fc.boolean()) }),
  isOneOf: pair(fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0)),
});

type Parts = typeof parts extends fc.Arbitrary<infer All> ? All : never;

const sdlOf = (all: Parts, side: 0 | 1): string => {
  const shared = ['id: ID', ...all.ofN[side]];
  const [isA, isB] = all.isN.map((is) => is[side]);
  const object = (name: string, implementsN: boolean | undefined, own: readonly string[]): string =>
    `type ${name}${implementsN === true ? ' implements N' : ''} { ${[...shared, ...own].join('\n')} }`;
  const { is, args, isRepeatable } = all.directive;
  const given = args[side].length === 0 ? '' : `(${args[side].join(', ')})`;
  const members = all.members[side].length === 0 ? ['A'] : all.members[side];
  const isOneOf = all.isOneOf[side] && all.ofIn[side].every((line) => !/!|=/.test(line));
  return [
    `type Query { ${['a: A', 'n: N', 'u: U', 'e: E', 's: S', ...all.query[side]].join('\n')} }`,
    ...(all.mutation[side].length === 0 ? [] : [`type Mutation { ${all.mutation[side].join('\n')} }`]),
    `interface N { ${shared.join('\n')} }`,
    object('A', isA, all.ofA[side]),
    object('B', isB, all.ofB[side]),
    // An interface that nothing implements would have no operations.
    object('C', true, []),
    `union U = ${members.join(' | ')}`,
    `enum E { W ${['X', ...all.values[side].filter((value) => value !== 'X')].join(' ')} }`,
    'scalar S',
    `input In${isOneOf ? ' @oneOf' : ''} { l: Int ${all.ofIn[side].join('\n')} }`,
    `input Deep { l: Int ${all.ofDeep[side].join('\n')} }`,
    ...(is[side] ? [`directive @live${given}${isRepeatable[side] ? ' repeatable' : ''} on FIELD | QUERY`] : []),
  ].join('\n');
};

/** Two small schemas that have most things in common. */
export const anySchemas: fc.Arbitrary<Pair<GraphQLSchema>> = parts.map((all) => [
  buildSchema(sdlOf(all, 0)),
  buildSchema(sdlOf(all, 1)),
]);
