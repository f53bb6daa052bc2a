import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startReference, type Federation, type Reference } from './fixtures/federation.ts';
import { compose } from './fixtures/graph.ts';
import { nestedQuery, shop } from './fixtures/graphs/shop.ts';
import { values } from './fixtures/graphs/values.ts';

let reference: Reference;
let federation: Federation;

beforeAll(async () => {
  reference = await startReference(compose(shop));
  federation = reference.beside('native');
});
afterAll(() => reference.stop());

describe('the engine answers as Apollo does', () => {
  it('the nested query of the benchmark, in fewer requests', async () => {
    // Of these data nothing that is asked is missing.
    const request = { query: nestedQuery, salt: 1 };
    const apollo = await federation.byApollo(request);
    const { isWritten, exchanges, ...engine } = (await federation.byEngine(request))!;
    expect(isWritten).toBe(true);
    expect(engine).toStrictEqual({ data: apollo.data, errors: [], misfits: [] });
    expect([apollo.exchanges.length, exchanges.length]).toStrictEqual([16, 7]);
  });

  it('an entity as soon as it is known, however long its neighbours take', async () => {
    const stock = Promise.withResolvers<undefined>();
    const gate = async (service: string): Promise<void> => {
      if (service === 'inventory') stock.resolve(undefined);
      if (service === 'accounts') await stock.promise;
    };
    const query = '{ me { name reviews { id } } topProducts { upc inStock } }';
    const engine = (await federation.byEngine({ query, gate }))!;
    expect(engine.data).toStrictEqual((await federation.byApollo({ query })).data);
  });

  it('the type of the root, for which nobody is asked', async () => {
    const other = await startReference(compose(values.find(({ name }) => name === 'mutations')!));
    const query = 'mutation { __typename ...Touch } fragment Touch on Mutation { kind: __typename touch { id } }';
    const engine = (await other.beside('native').byEngine({ query }))!;
    expect(engine.data).toMatchObject({ __typename: 'Mutation', kind: 'Mutation' });
    expect(engine.exchanges.map(({ service }) => service)).toStrictEqual(['stats']);
    await other.stop();
  });
});
