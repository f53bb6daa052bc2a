import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphs } from '../../../engine/test/fixtures/graphs/index.ts';
import { anyOperation } from '../../../engine/test/fixtures/operations.ts';
import { createBench } from './reality.ts';

/** Operations a graph; more by hand. */
const numRuns = Number(process.env['OUTAGE_RUNS'] ?? 5);

describe.each(graphs)('any operation over $name', (graph) => {
  const { schema, subject } = createBench(graph);
  const operations = anyOperation(schema, { depth: 3, isConditional: true });

  it('loses nothing while all is well, no less when more is down, and whatever is lost in reality', async () => {
    const property = fc.asyncProperty(operations, fc.nat(), async ({ query, variables }, chance) => {
      const one = await subject(query, variables);
      if (one === undefined) return;
      const { services } = one;
      const [first = '', second = ''] = [
        services[chance % services.length],
        services[(chance >>> 3) % services.length],
      ];
      expect([...(await one.simulated([])).lost]).toStrictEqual([]);
      const { leaves, lost } = await one.simulated([first]);
      const more = await one.simulated([first, second]);
      expect([...lost].filter((leaf) => !more.lost.has(leaf))).toStrictEqual([]);
      const real = await one.real([first], 5);
      expect([...real.lost].filter((leaf) => leaves.has(leaf) && !lost.has(leaf))).toStrictEqual([]);
      expect([...real.leaves].filter((leaf) => !leaves.has(leaf))).toStrictEqual([]);
    });
    await fc.assert(property, { numRuns, seed: 1, endOnFailure: true });
  });
});

describe('what is lost in an outage is what is lost in reality, and nothing else', () => {
  it.each([
    ['shop', '{ me { name username } topProducts { name inStock } }', 'accounts', ['me.name', 'me.username']],
    [
      'shop',
      '{ topProducts { name inStock shippingEstimate } }',
      'inventory',
      ['topProducts.inStock', 'topProducts.shippingEstimate'],
    ],
    // The review tells the name of its author itself.
    ['shop', '{ topProducts { reviews { author { username } } } }', 'accounts', []],
    [
      'shop',
      '{ topProducts { reviews { author { username name } } } }',
      'accounts',
      ['topProducts.reviews.author.name'],
    ],
    // What it requires is of products, whose root field is lost with all that is below.
    ['shop', '{ users { id } topProducts { shippingEstimate } }', 'products', ['topProducts.shippingEstimate']],
    // `shop: String!` is of c. Without it a thing is void; the list has no holes, and the root cannot lack the list.
    ['a chain of requirements', '{ thing { width shop } }', 'c', ['thing.width', 'thing.shop']],
    ['a chain of requirements', '{ things { shop } thing { width } }', 'c', ['things.shop', 'thing.width']],
    ['a chain of requirements', '{ thing { width tag } }', 'b', ['thing.tag']],
    ['keys that nobody resolves', '{ orders { id customer { id name } } }', 'customers', ['orders.customer.name']],
    [
      'zoo',
      '{ things { id ... on Book { author { name born } } } }',
      'people',
      ['things.author.name', 'things.author.born'],
    ],
  ])('%s: %s without %s', async (name, query, ...[down, expected]) => {
    const one = (await createBench(graphs.find((graph) => graph.name === name)!).subject(query))!;
    const simulated = await one.simulated([down]);
    const real = await one.real([down], 30);
    const sorted = (places: ReadonlySet<string>) => [...places].toSorted();
    expect(sorted(simulated.leaves)).toStrictEqual(sorted(real.leaves));
    expect(sorted(simulated.lost)).toStrictEqual(sorted(real.lost));
    expect(sorted(simulated.lost)).toStrictEqual(expected.toSorted());
  });
});
