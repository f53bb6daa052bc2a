import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import fc from 'fast-check';
import { buildSchema, parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readSupergraph } from '../../gateway/src/supergraph/load.ts';
import { freeFaults, wildFaults } from '../../packages/engine/test/fixtures/any-faults.ts';
import { compareFree, compareHealthy, compareWild, type Verdict } from '../../packages/engine/test/fixtures/compare.ts';
import { startReference, type Reference } from '../../packages/engine/test/fixtures/federation.ts';
import type { Supergraph } from '../../packages/engine/test/fixtures/graph.ts';
import { anyOperation } from '../../packages/engine/test/fixtures/operations.ts';

const root = new URL('../..', import.meta.url).pathname;
const names = ['profile', 'loyalty', 'offers', 'orders', 'content'];

/** Of the runs of all graphs, those over this one. */
const numRuns = Math.ceil(Number(process.env['DIFFERENTIAL_RUNS'] ?? 600) / 60);
const seed = Number(process.env['DIFFERENTIAL_SEED'] ?? 1);
const interruptAfterTimeLimit = 15_000 + numRuns * 500;
const parameters = { numRuns, seed, interruptAfterTimeLimit, markInterruptAsFailure: true };
const timeout = interruptAfterTimeLimit + 5_000;

/** As the gateway loads it, over subgraphs that make their data from their own schemas. */
const load = (): Supergraph => {
  const path = `${root}supergraph.graphql`;
  const { sdl } = readSupergraph(readFileSync(path, 'utf8'), path);
  const schemaOf = (name: string) =>
    buildSubgraphSchema([{ typeDefs: parse(readFileSync(`${root}subgraphs/${name}/schema.graphql`, 'utf8')) }]);
  return {
    name: 'our own',
    sdl,
    schema: buildSchema(sdl, { assumeValidSDL: true }),
    services: new Map(names.map((name) => [name, schemaOf(name)])),
    own: {},
    depth: 4,
    entities: 6,
  };
};

describe.each(['native', 'apollo'] as const)('over our own supergraph, planned by %s', (planner) => {
  let reference: Reference;
  const seen: Verdict[] = [];
  beforeAll(async () => {
    reference = await startReference(load());
  });
  beforeEach(() => {
    seen.length = 0;
  });
  afterAll(() => reference.stop());

  const operations = (isConditional: boolean) =>
    anyOperation(reference.beside(planner).schema, { depth: 4, isConditional });

  it('any operation is answered by the truth', { timeout }, async () => {
    const federation = reference.beside(planner);
    const property = fc.asyncProperty(operations(true), async (operation) => {
      seen.push(await compareHealthy(federation, operation));
    });
    await fc.assert(property, parameters);
    expect(seen).toHaveLength(numRuns);
  });

  it('… and as GraphQL and Apollo have it when subgraphs fail', { timeout }, async () => {
    const federation = reference.beside(planner);
    const property = fc.asyncProperty(operations(true), freeFaults(federation.model), async (operation, faults) => {
      seen.push(await compareFree(federation, { operation, faults }));
    });
    await fc.assert(property, parameters);
    expect(seen).toHaveLength(numRuns);
  });

  it('… whatever they do', { timeout }, async () => {
    const federation = reference.beside('apollo');
    const property = fc.asyncProperty(operations(false), wildFaults(federation.model), async (operation, faults) => {
      seen.push(await compareWild(federation, { operation, faults }));
    });
    await fc.assert(property, parameters);
    expect(seen).toHaveLength(numRuns);
  });
});
