import { GraphQLError } from 'graphql';
import { afterEach, describe, expect, it } from 'vitest';
import type { FieldFault } from './fixtures/faults.ts';
import { startReference, type Federation, type Reference } from './fixtures/federation.ts';
import { compose, type Graph } from './fixtures/graph.ts';
import { abstract } from './fixtures/graphs/abstract.ts';
import { unresolvable } from './fixtures/graphs/odd.ts';
import { requires } from './fixtures/graphs/requires.ts';
import { sharing } from './fixtures/graphs/sharing.ts';
import { values } from './fixtures/graphs/values.ts';
import { answerFrom } from './fixtures/truth.ts';

let reference: Reference | undefined;
afterEach(() => reference?.stop());

const all: readonly Graph[] = [...requires, ...sharing, ...abstract, ...values, unresolvable];

const over = async (name: string, planner: 'native' | 'apollo' = 'native'): Promise<Federation> => {
  reference = await startReference(compose(all.find((graph) => graph.name === name)!));
  return reference.beside(planner);
};

const truthOf = async ({ schema, model }: Federation, query: string) =>
  (await answerFrom(schema, model, { query })).data;

const breaking = (fields: Record<string, FieldFault>) => ({ fields, services: {}, lost: [] });

/** Operations that Apollo's gateway answers wrongly although all is well; the truth is what GraphQL has without federation. */
const wrong = [
  {
    title: 'an alias that is the name of the key',
    graph: 'requirements with selections',
    query: '{ boxes { id: parts { no } label } }',
  },
  {
    title: 'a field that another one requires with other arguments',
    graph: 'requirements with arguments',
    query: '{ offers { history { value } trend } }',
  },
  {
    title: 'lists of lists that are required',
    graph: 'requirements with selections',
    query: '{ a: box(id: "1") { map } b: box(id: "2") { map } c: box(id: "3") { map } }',
  },
  {
    title: 'mutations of one subgraph of which another one is read',
    graph: 'mutations',
    query: 'mutation { a: count { log { lines } } b: count(by: 2) { log { lines } } }',
  },
  {
    title: 'the type of an object that is also known as its interface',
    graph: 'interface objects with requirements',
    query: '{ film { __typename by director } }',
  },
];

describe('where Apollo is wrong, the engine has the truth', () => {
  it.each(wrong)('$title', async ({ graph, query }) => {
    const federation = await over(graph);
    const truth = await truthOf(federation, query);
    const engine = (await federation.byEngine({ query }))!;
    expect([engine.data, engine.errors]).toStrictEqual([truth, []]);
    const apollo = await federation.byApollo({ query });
    expect(apollo.data).not.toStrictEqual(truth);
  });

  it('an object that is none costs its own place, not the whole answer', async () => {
    const federation = await over('zoo');
    const query = '{ hits { ... on Author { name } } matrix { x } shared { one } }';
    const faults = breaking({ 'Query.shared': 'wrong type' });
    const engine = (await federation.byEngine({ query, faults }))!;
    const truth = (await truthOf(federation, query)) as object;
    expect(engine.data).toStrictEqual({ ...truth, shared: null });
    expect(engine.misfits).toStrictEqual([
      { message: 'Invalid value found for field Query.shared.', path: ['shared'] },
    ]);
    const apollo = await federation.byApollo({ query, faults });
    expect(apollo.data).toBeUndefined();
  });

  it('what no subgraph can answer is an error, not null', async () => {
    const federation = await over(unresolvable.name, 'apollo');
    for (const [query, place] of [
      ['{ a { field } }', 'a'],
      ['{ b { field } a { field } }', 'a'],
      ['{ holder { name node { field } } }', 'holder.node'],
    ] as const) {
      expect(await federation.refusal(query)).toStrictEqual(new GraphQLError(`No subgraph can answer ${place}`));
      expect((await federation.byApollo({ query })).errors).toStrictEqual([]);
      expect(await reference!.beside('native').refusal(query)).toBeInstanceOf(Error);
    }
    expect((await federation.byEngine({ query: '{ b { id field } }' }))?.errors).toStrictEqual([]);
  });
});

describe('what the native planner cannot do is left to Apollo’s', () => {
  it('fields that are provided on another path: it asks for them in some processes and not in others', async () => {
    const query = '{ latest { author { address { city } } } }';
    const federation = await over('provided fields');
    const truth = await truthOf(federation, query);
    const engine = await federation.byEngine({ query });
    expect(engine?.data ?? truth).toStrictEqual(truth);
  });

  it('fragments on types behind an interface object', async () => {
    const query = '{ things { ... on Book { inStock } } }';
    expect(await (await over('zoo')).byEngine({ query })).toBeUndefined();
  });
});

describe('differences that are known', () => {
  it('the native planner asks fields that require something together with those that do not', async () => {
    const query = '{ thing { note tag } }';
    const faults = breaking({ 'Thing.color': 'missing' });
    const federation = await over('a chain of requirements');
    const { thing } = (await truthOf(federation, query)) as { thing: { note: unknown } };
    expect((await federation.byApollo({ query, faults })).data).toStrictEqual({
      thing: { note: thing.note, tag: null },
    });
    expect((await federation.byEngine({ query, faults }))!.data).toStrictEqual({ thing: { note: null, tag: null } });
  });
});
