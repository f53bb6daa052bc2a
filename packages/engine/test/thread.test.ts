import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createPlanners } from '../src/index.ts';
import { ThreadedPlanner } from '../src/planner/thread.ts';
import { compose } from './fixtures/graph.ts';
import { unresolvable } from './fixtures/graphs/odd.ts';
import { nestedQuery, shop } from './fixtures/graphs/shop.ts';

const onMissing = (error: unknown): never => {
  throw error;
};
const plannerOf = (sdl: string, apollo: 'thread' | 'here') =>
  createPlanners(sdl, { choice: 'apollo', onMissing, apollo })[0]!();

describe("Apollo's planner in a thread of its own", () => {
  it('plans as it does here, whoever asks at the same time', async () => {
    const { sdl } = compose(shop);
    const [thread, here] = [plannerOf(sdl, 'thread'), plannerOf(sdl, 'here')];
    const operations = [
      nestedQuery,
      '{ me { name } }',
      'query Named { topProducts { upc inStock } }',
      '{ __typename }',
    ];
    const planned = await Promise.all(operations.map((operation) => thread.plan(operation, undefined)));
    for (const [index, operation] of operations.entries()) {
      expect(planned[index]).toStrictEqual(await here.plan(operation, undefined));
    }
  });

  it('lets the loop of this thread turn meanwhile', async () => {
    let turns = 0;
    const counter = setInterval(() => (turns += 1));
    const planner = new ThreadedPlanner(compose(shop).sdl);
    await planner.plan(nestedQuery, undefined);
    clearInterval(counter);
    expect(turns).toBeGreaterThan(10);
  });

  it('refuses as it does here, and goes on', async () => {
    const planner = new ThreadedPlanner(compose(unresolvable).sdl);
    const refused = planner.plan('{ a { field } }', undefined);
    const unreadable = planner.plan('{ nothing }', undefined);
    const fine = planner.plan('{ holder { name } }', undefined);
    await expect(refused).rejects.toStrictEqual(new GraphQLError('No subgraph can answer a'));
    await expect(unreadable).rejects.toThrow('nothing');
    expect(await fine).toMatchObject({ kind: 'root' });
  });

  it('says each time what is wrong with a supergraph', async () => {
    const planner = new ThreadedPlanner('type Query { a: Int }');
    for (const operation of ['{ a }', '{ b: a }']) {
      await expect(planner.plan(operation, undefined)).rejects.toThrow('core');
    }
  });
});
