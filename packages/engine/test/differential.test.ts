import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyFaults } from './fixtures/faults.ts';
import { createFederation, type Answered, type Federation } from './fixtures/federation.ts';
import { anyOperation } from './fixtures/operations.ts';
import { shop, shopTruth } from './fixtures/shop.ts';
import { answerFrom } from './fixtures/truth.ts';
import { zoo, zooTruth } from './fixtures/zoo.ts';

/** More in the nightly run: `DIFFERENTIAL_RUNS=10000`. */
const numRuns = Number(process.env['DIFFERENTIAL_RUNS'] ?? 125);
const seed = Number(process.env['DIFFERENTIAL_SEED'] ?? 1);

/** Fetches may differ in number and order, and with them how often and when the same is reported. */
const comparable = ({ data, errors, misfits }: Answered) => ({
  data,
  errors: [...new Set(errors.map((error) => JSON.stringify(error)))].toSorted(),
  misfits: [...new Set(misfits.map((misfit) => JSON.stringify(misfit)))].toSorted(),
});

/** Whether such a field is asked of the interface or of its types is the planner's choice as well. */
const ofInterface = ['Book', 'Toy'].flatMap((type) => [`${type}.label`, `${type}.size`]);

const graphs = [
  {
    name: 'the shop',
    modules: shop,
    truth: shopTruth,
    services: ['accounts', 'inventory', 'reviews'],
    inputs: ['Product.upc', 'Product.price', 'Product.weight', 'User.id'],
  },
  {
    name: 'the zoo',
    modules: zoo,
    truth: zooTruth,
    services: ['people', 'stock'],
    inputs: ['Book.id', 'Toy.id', 'Author.id', 'Book.pages', ...ofInterface],
  },
];

const both = graphs.flatMap((graph) => (['native', 'apollo'] as const).map((planner) => ({ ...graph, planner })));

describe.each(both)('over $name, planned by $planner', ({ modules, truth, planner, ...room }) => {
  let federation: Federation;
  beforeAll(async () => {
    federation = await createFederation(modules, planner);
  });
  afterAll(() => federation.stop());

  const isValid = (query: string): boolean => validate(federation.schema, parse(query)).length === 0;

  it('any operation is answered by the truth, and written in one pass', async () => {
    let [planned, refused, shaped] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(anyOperation(federation.schema, { isConditional: true }), async (operation) => {
        fc.pre(isValid(operation.query));
        const engine = await federation.byEngine(operation);
        // Left to the reference executor, as it would be in the gateway.
        if (engine === undefined) refused += 1;
        fc.pre(engine !== undefined);
        planned += 1;
        expect(comparable(engine)).toStrictEqual({
          data: await answerFrom(federation.schema, truth, operation),
          errors: [],
          misfits: [],
        });
        if (!engine.isWritten) shaped += 1;
      }),
      { numRuns, seed },
    );
    expect(refused).toBeLessThan(planner === 'apollo' ? 1 : planned);
    expect(shaped).toBeLessThan(planned / 20);
  });

  it('whatever the subgraphs do, any operation is answered as Apollo answers it', async () => {
    const faults = anyFaults(federation.schema, room);
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(anyOperation(federation.schema, { isConditional: false }), faults, async (operation, broken) => {
        fc.pre(isValid(operation.query));
        const expected = await answerFrom(federation.schema, truth, operation);
        const healthy = await federation.byApollo(operation);
        // Where Apollo's planner loses data although all is well, it is no reference.
        if (!isDeepStrictEqual(healthy.data, expected)) return;
        const engine = await federation.byEngine({ ...operation, faults: broken });
        if (engine === undefined) return;
        const apollo = await federation.byApollo({ ...operation, faults: broken });
        // Apollo gives up the whole answer; the engine the place alone.
        if (apollo.errors.some(({ message }) => message.startsWith('Invalid non-'))) return;
        if (!isDeepStrictEqual(engine.data, expected)) compared += 1;
        const { misfits, ...answer } = comparable(engine);
        const { misfits: all, ...reference } = comparable(apollo);
        expect(answer).toStrictEqual(reference);
        // An object that is void is looked at up to the field that makes it so: which one is a matter of order.
        expect(all).toStrictEqual(expect.arrayContaining(misfits));
        expect(misfits.length > 0).toBe(all.length > 0);
      }),
      { numRuns, seed },
    );
    expect(compared).toBeGreaterThan(numRuns / 20);
  });
});
