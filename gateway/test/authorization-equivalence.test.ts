import fc from 'fast-check';
import {
  buildSchema,
  executeSync,
  getOperationAST,
  parse,
  validate,
  Kind,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
} from 'graphql';
import { expect, it } from 'vitest';
import { filterDocument } from '../src/authorization/filter.ts';
import { restoreAnswer } from '../src/authorization/restore.ts';

const schema = buildSchema(`
  type Query { a: A aa: [A!] any: [Any] must: A! leaf: Int }
  type A { id: ID! n: Int b: B bs: [B!]! any: Any! }
  type B { id: ID! n: Int! a: A grid: [[Int]!] }
  union Any = A | B
`);
const composite: Record<string, readonly string[]> = {
  Query: ['a', 'aa', 'any', 'must'],
  A: ['b', 'bs', 'any'],
  B: ['a'],
  Any: [],
};
const leaves: Record<string, readonly string[]> = {
  Query: ['leaf'],
  A: ['id', 'n'],
  B: ['id', 'n', 'grid'],
  Any: [],
};
const returned: Record<string, string> = { a: 'A', aa: 'A', any: 'Any', must: 'A', b: 'B', bs: 'B' };
const forbiddable = [
  'Query.a',
  'Query.aa',
  'Query.must',
  'Query.leaf',
  'A.n',
  'A.b',
  'A.bs',
  'A.any',
  'B.n',
  'B.a',
  'B.grid',
];

/** Every object holds every field; cycles are cut at a null. */
const thing = (type: string, depth: number): object | null =>
  depth === 0
    ? null
    : {
        __typename: type,
        id: `${type}${depth}`,
        n: depth,
        grid: [[1, null], []],
        a: thing('A', depth - 1),
        b: thing('B', depth - 1),
        bs: depth > 3 ? [thing('B', depth - 1), thing('B', depth - 2)] : [],
        any: thing(depth % 2 === 0 ? 'A' : 'B', depth - 1) ?? { __typename: 'A', id: 'end', bs: [] },
      };
const root = {
  a: thing('A', 5),
  aa: [thing('A', 4), thing('A', 3)],
  any: [thing('B', 4), null],
  must: thing('A', 4),
  leaf: 7,
};

const condition = fc.constantFrom('', '', '', ' @skip(if: $yes)', ' @include(if: $no)', ' @include(if: $yes)');

const selection = (type: string, depth: number): fc.Arbitrary<string> => {
  const leaf = fc.constantFrom(...(leaves[type] ?? []), '__typename').map((name) => ({ name, set: '' }));
  const nested = (composite[type] ?? []).map((name) =>
    selectionSet(returned[name] ?? '', depth - 1).map((set) => ({ name, set: ` ${set}` })),
  );
  const field = fc
    .tuple(fc.oneof(leaf, ...(depth > 0 ? nested : [])), condition, fc.nat(1))
    // The alias names the field, so that equal keys always mean equal fields.
    .map(([{ name, set }, directive, alias]) => `${alias === 1 ? `${type}_${name}: ${name}` : name}${directive}${set}`);
  const inside = type === 'Any' ? ['A', 'B'] : [type];
  const fragment = fc
    .constantFrom(...inside)
    .chain((name) => fc.tuple(fc.constant(name), condition, selectionSet(name, depth - 1)))
    .map(([name, directive, set]) => `... on ${name}${directive} ${set}`);
  const spread = fc.constantFrom(
    ...(type === 'Query' ? ['leaf'] : ['...OnA', '...OnB'].filter((name) => type === 'Any' || name.endsWith(type))),
  );
  return depth > 0 ? fc.oneof({ weight: 4, arbitrary: field }, { weight: 2, arbitrary: fragment }, spread) : field;
};

const selectionSet = (type: string, depth: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.constant(null).chain(() => selection(type, depth)),
      { minLength: 1, maxLength: 4 },
    )
    .map((parts) => `{ ${parts.join(' ')} }`);

const operations = fc
  .tuple(selectionSet('Query', 4), selectionSet('A', 1), selectionSet('B', 1))
  .map(
    ([query, a, b]) =>
      `query ($yes: Boolean = true, $no: Boolean = false) ${query} fragment OnA on A ${a} fragment OnB on B ${b}`,
  );

const variables = { yes: true, no: false };

/** What GraphQL itself answers when the resolvers of forbidden fields fail. */
const reference = (document: ReturnType<typeof parse>, forbidden: ReadonlySet<string>) => {
  const fieldResolver = (...[source, , , info]: [Record<string, unknown>, unknown, unknown, GraphQLResolveInfo]) => {
    if (forbidden.has(`${info.parentType.name}.${info.fieldName}`)) throw new Error('forbidden');
    return source[info.fieldName];
  };
  return executeSync({ schema, document, rootValue: root, fieldResolver, variableValues: variables });
};

const withoutIndices = (path: readonly (string | number)[] = []): string =>
  path.filter((segment) => typeof segment === 'string').join('.');

it('taking fields out and putting nulls back answers as if their resolvers had refused', () => {
  let compared = 0;
  fc.assert(
    fc.property(operations, fc.subarray(forbiddable), (source, coordinates) => {
      const document = parse(source);
      const isValid = validate(schema, document).every(({ message }) => /never used/.test(message));
      fc.pre(isValid);
      const forbidden = new Set(coordinates);
      const { document: filtered, removed } = filterDocument(
        schema,
        document,
        (parent, field) => !forbidden.has(`${parent.name}.${field}`),
      );
      const answer = executeSync({ schema, document: filtered, rootValue: root, variableValues: variables });
      const fragments = Object.fromEntries(
        document.definitions
          .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
          .map((node) => [node.name.value, node]),
      );
      const operation = getOperationAST(document)!;
      const expected = reference(document, forbidden);
      // A null that is in the data itself is not ours to restore; the executor has already answered for it.
      if (!answer.data) return;
      if (removed.size > 0) compared += 1;
      const restored = restoreAnswer({ schema, operation, fragments, variables, removed }, answer.data);
      expect(JSON.stringify(restored.data)).toBe(JSON.stringify(expected.data));
      const named = new Set(restored.errors.map(({ path }) => withoutIndices(path)));
      const missing = (expected.errors ?? []).filter(
        ({ message, path }) => message === 'forbidden' && !named.has(withoutIndices(path)),
      );
      expect(missing).toStrictEqual([]);
    }),
    { numRuns: 200 },
  );
  expect(compared).toBeGreaterThan(50);
});
