import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFederation, type Federation } from './fixtures/federation.ts';
import { nestedQuery, shop } from './fixtures/shop.ts';

let federation: Federation;

beforeAll(async () => {
  federation = await createFederation(shop, 'native');
});
afterAll(() => federation.stop());

describe('the engine answers as Apollo does', () => {
  it('the nested query of the benchmark, in fewer requests', async () => {
    const apollo = await federation.byApollo({ query: nestedQuery });
    const { isWritten, fetches, ...engine } = (await federation.byEngine({ query: nestedQuery }))!;
    expect(isWritten).toBe(true);
    expect(engine).toStrictEqual({ data: apollo.data, errors: [], misfits: [] });
    expect([apollo.fetches, fetches]).toStrictEqual([16, 7]);
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
});
