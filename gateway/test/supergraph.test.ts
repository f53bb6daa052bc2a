import { buildASTSchema, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { collectPublic } from '../src/supergraph/public.ts';
import { collectRequirements } from '../src/supergraph/requirements.ts';
import { stripUnplannable } from '../src/supergraph/strip.ts';
import { startBistro } from './support/bistro.ts';
import { compose, TestGateway } from './support/gateway.ts';
import { TestSubgraph } from './support/subgraph.ts';

const federation = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: [${imports}]) `;

describe('directives of authorization', () => {
  const sdl = `
    ${federation('"@key", "@cacheTag", "@policy", { name: "@authenticated", as: "@signedIn" }, { name: "@requiresScopes", as: "@needs" }')}
    type Query { open: String me: Me @signedIn wage: Wage @cacheTag(format: "wages") grade: Grade }
    type Me { id: ID! secret: Int @needs(scopes: [["a", "b"], ["c"]]) @signedIn }
    type Wage @policy(policies: [["payroll"]]) { amount: Int }
    enum Grade @signedIn { HIGH }`;

  it('are found and removed under whatever name they are imported', async () => {
    await using subgraph = await new TestSubgraph('one', sdl, { Query: { open: () => 'open' } }).start();
    const supergraph = compose([subgraph]);
    expect(Object.fromEntries(collectRequirements(parse(supergraph)))).toStrictEqual({
      'Query.me': [{ kind: 'authenticated' }],
      'Me.secret': [{ kind: 'authenticated' }, { kind: 'scopes', anyOf: [['a', 'b'], ['c']] }],
      Wage: [{ kind: 'policies', anyOf: [['payroll']] }],
      Grade: [{ kind: 'authenticated' }],
    });
    const stripped = print(stripUnplannable(parse(supergraph)));
    expect(stripped).not.toMatch(/signedIn|needs|@policy|policy__|requiresScopes|dev\/cacheTag/);

    await using gateway = await TestGateway.start(supergraph);
    const { data } = await gateway.query('{ open me { id } wage { amount } grade }');
    expect(data).toStrictEqual({ open: 'open', me: null, wage: null, grade: null });
  });

  it('are found under a prefix, and in extensions', () => {
    const document = parse(`
      schema @lnk(url: "https://specs.apollo.dev/link/v1.0", as: "lnk")
        @lnk(url: "https://specs.apollo.dev/requiresScopes/v0.1", as: "scoped", for: SECURITY) { query: Query }
      directive @scoped(scopes: [[scoped__Scope!]!]!) on FIELD_DEFINITION
      scalar scoped__Scope
      type Query { a: Int }
      extend type Query { b: Int @scoped(scopes: [["x"]]) }`);
    expect([...collectRequirements(document)]).toStrictEqual([['Query.b', [{ kind: 'scopes', anyOf: [['x']] }]]]);
    expect(print(stripUnplannable(document))).not.toContain('scoped');
  });
});

describe('what is declared public', () => {
  it('is what its field or its type says, and nothing that it is found by contradicts', async () => {
    await using bistro = await startBistro();
    const document = parse(compose(bistro.subgraphs));
    expect(
      [
        ...collectPublic(document, collectRequirements(document), () =>
          buildASTSchema(document, { assumeValid: true }),
        ),
      ].toSorted(),
    ).toStrictEqual([
      'Dish.id',
      'Dish.name',
      'Dish.price',
      'Letter.line',
      'Mutation.write',
      'Poster.line',
      'Poster.title',
      'Query.dishes',
      'Query.either',
      'Query.me',
      'Query.news',
      'Query.specials',
      'Query.thing',
      'Thing.line',
      'Thing.title',
    ]);
    expect(print(stripUnplannable(document))).not.toMatch(/@cc|CacheControlScope|specs\.example/);
  });
});

describe('a supergraph that cannot be served', () => {
  it('because it needs a feature that the planner lacks is refused by the feature’s name', async () => {
    await using subgraph = await new TestSubgraph(
      'one',
      `${federation('"@key", "@context", "@fromContext"')}
       type Query { a: A }
       type A @key(fields: "id") @context(name: "here") { id: ID! zone: String b: B }
       type B @key(fields: "id") { id: ID! c(zone: String @fromContext(field: "$here { zone }")): Int }`,
      {},
    ).start();
    await expect(TestGateway.start(compose([subgraph]))).rejects.toThrow(/specs\.apollo\.dev\/context/);
  });

  it('because it is something else is refused', async () => {
    await expect(TestGateway.start('not graphql at all')).rejects.toThrow(/is not GraphQL/);
    await expect(TestGateway.start('type Query { a: Int }')).rejects.toThrow(
      /is GraphQL but not a composed supergraph/,
    );
    const broken = 'schema @link(url: "https://specs.apollo.dev/join/v0.3") { query: Query } type Query { a: Strange }';
    await expect(TestGateway.start(broken)).rejects.toThrow(/^the supergraph \S+ cannot be served: [^\n]+$/);
  });

  it('because SUBGRAPH_URLS has a name that it lacks is refused', async () => {
    await using subgraph = await new TestSubgraph('one', 'type Query { a: Int }', {}).start();
    const start = TestGateway.start(compose([subgraph]), { subgraphUrls: { two: 'http://127.0.0.1:1' } });
    await expect(start).rejects.toThrow('SUBGRAPH_URLS names two, not in the supergraph');
  });
});

it('SUBGRAPH_URLS moves a subgraph', async () => {
  const sdl = 'type Query { where: String }';
  await using composed = await new TestSubgraph('one', sdl, { Query: { where: () => 'composed' } }).start();
  await using moved = await new TestSubgraph('one', sdl, { Query: { where: () => 'moved' } }).start();
  await using gateway = await TestGateway.start(compose([composed]), { subgraphUrls: { one: moved.url } });
  expect((await gateway.query('{ where }')).data).toStrictEqual({ where: 'moved' });
});

describe('an operation that would take too much planning', () => {
  const media = `${federation('"@key"')}
    type Query { media: [Media!]! }
    interface Media @key(fields: "id") { id: ID! title: String! minutes: Int }
    type Film implements Media @key(fields: "id") { id: ID! title: String! minutes: Int }
    type Song implements Media @key(fields: "id") { id: ID! title: String! minutes: Int }
    type Clip implements Media @key(fields: "id") { id: ID! title: String! minutes: Int }`;
  const rating = `${federation('"@key", "@interfaceObject", "@external", "@requires"')}
    type Query { top: [Media!]! }
    type Media @interfaceObject @key(fields: "id") {
      id: ID! minutes: Int @external similar: [Media!] score: String @requires(fields: "minutes")
    }`;
  const usage = `${federation('"@key", "@interfaceObject"')}
    type Media @interfaceObject @key(fields: "id") { id: ID! views: Int! }`;
  const nested = 'top { similar { similar { similar { score title views } views } minutes } }';

  it.each([
    ['planned by the engine', 'apollo', `{ ${nested} }`],
    ['by its second planner', 'native', `{ ${nested} media { ... on Film { title } } }`],
    ['left to the reference executor', 'native', `{ constructor: __typename ${nested} }`],
  ] as const)('is refused, %s', async (_, planner, query) => {
    await using one = await new TestSubgraph('media', media, {}).start();
    await using two = await new TestSubgraph('rating', rating, {}).start();
    await using three = await new TestSubgraph('usage', usage, {}).start();
    await using gateway = await TestGateway.start(compose([one, two, three]), { planner });
    const { status, errors } = await gateway.query(query);
    expect(errors).toMatchObject([{ extensions: { code: 'OPERATION_LIMIT_EXCEEDED' } }]);
    expect(status).toBe(400);
  });
});
