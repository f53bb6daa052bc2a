import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freeFaults, wildFaults } from './fixtures/any-faults.ts';
import { compareFree, compareHealthy, compareWild, type Verdict } from './fixtures/compare.ts';
import type { Faults } from './fixtures/faults.ts';
import { startReference, type Federation, type Reference } from './fixtures/federation.ts';
import { compose } from './fixtures/graph.ts';
import { graphs } from './fixtures/graphs/index.ts';
import { anyOperation, type AnyOperation } from './fixtures/operations.ts';

/** Cases altogether, and which. More in the nightly run; see the README. */
const runs = Number(process.env['DIFFERENTIAL_RUNS'] ?? 600);
const seed = Number(process.env['DIFFERENTIAL_SEED'] ?? 1);

const planners = ['native', 'apollo'] as const;
const numRuns = Math.ceil(runs / graphs.length / planners.length / 2);
const interruptAfterTimeLimit = 15_000 + numRuns * 500;
const parameters = { numRuns, seed, interruptAfterTimeLimit, markInterruptAsFailure: true };
const timeout = interruptAfterTimeLimit + 5_000;

const all: Verdict[] = [];

type Compare = (federation: Federation, one: { operation: AnyOperation; faults: Faults }) => Promise<Verdict>;

/** By how what is broken was chosen. */
const comparing = { free: compareFree, wild: compareWild } satisfies Record<string, Compare>;

/** Requests meet the same faults only where both gateways make the same: with Apollo's planner, and without conditions. */
const brokenCases = ({ model, schema, choice }: Federation) => {
  const { depth } = model.supergraph;
  const free = fc.record({
    operation: anyOperation(schema, { depth, isConditional: true }),
    faults: freeFaults(model),
    kind: fc.constant('free' as const),
  });
  if (choice === 'native') return free;
  const wild = fc.record({
    operation: anyOperation(schema, { depth, isConditional: false }),
    faults: wildFaults(model),
    kind: fc.constant('wild' as const),
  });
  return fc.oneof(free, wild);
};

describe.each(graphs)('$name', (graph) => {
  let reference: Reference;
  const seen: Verdict[] = [];
  beforeAll(async () => {
    reference = await startReference(compose(graph));
  });
  beforeEach(() => {
    seen.length = 0;
  });
  afterEach(() => {
    all.push(...seen);
  });
  afterAll(() => reference.stop());

  it.each(planners)('any operation is answered by the truth, planned by %s', { timeout }, async (planner) => {
    const federation = reference.beside(planner);
    const { schema, model } = federation;
    const operations = anyOperation(schema, { depth: model.supergraph.depth, isConditional: true });
    const property = fc.asyncProperty(operations, async (operation) => {
      seen.push(await compareHealthy(federation, operation));
    });
    await fc.assert(property, parameters);
    expect(seen).toHaveLength(numRuns);
  });

  it.each(planners)(
    '… and as GraphQL and Apollo have it when subgraphs fail, planned by %s',
    { timeout },
    async (planner) => {
      const federation = reference.beside(planner);
      const property = fc.asyncProperty(brokenCases(federation), async ({ kind, ...one }) => {
        seen.push(await comparing[kind](federation, one));
      });
      await fc.assert(property, parameters);
      expect(seen).toHaveLength(numRuns);
    },
  );
});

it('enough was compared', () => {
  const count = (verdict: Verdict): number => all.filter((each) => each === verdict).length;
  expect(count('refused')).toBeLessThan(all.length / 10);
  expect(count('same')).toBeGreaterThan(all.length / 2);
});
