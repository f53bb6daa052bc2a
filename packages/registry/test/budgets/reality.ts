import type { Send } from '@qsr/engine';
import { Kind, parse, type OperationDefinitionNode } from 'graphql';
import type { Faults } from '../../../engine/test/fixtures/faults.ts';
import { compose, newState, type Graph as TestGraph } from '../../../engine/test/fixtures/graph.ts';
import { Model } from '../../../engine/test/fixtures/model.ts';
import { createSubgraphs } from '../../../engine/test/fixtures/subgraphs.ts';
import { readGraph } from '../../src/budgets/graph.ts';
import { createCompiler } from '../../src/budgets/measure.ts';
import { collectLeaves, simulate, withPlainTypenames } from '../../src/budgets/outage.ts';
import { readSchemas } from '../../src/composition/schemas.ts';

/** What an outage costs, by place of a leaf. */
interface Losses {
  readonly leaves: ReadonlySet<string>;
  readonly lost: ReadonlySet<string>;
}

/** A compiled operation that can be run over the simulation, and over subgraphs that answer. */
export interface Subject {
  readonly services: readonly string[];
  simulated(down: readonly string[]): Promise<Losses>;
  /** Over so many different sets of data. */
  real(down: readonly string[], salts: number): Promise<Losses>;
}

/** A custom scalar may be an object, of which the simulation knows nothing. */
const within = (leaf: string, known: ReadonlySet<string>): string => {
  for (let place = leaf; place.includes('.'); place = place.slice(0, place.lastIndexOf('.')))
    if (known.has(place)) return place;
  const [root = leaf] = leaf.split('.');
  return known.has(root) ? root : leaf;
};

/** One graph of the engine's tests: its subgraphs are executed by graphql-js, and throw when they are asked wrongly. */
export const createBench = (graph: TestGraph) => {
  const supergraph = compose(graph);
  const model = new Model(supergraph);
  const ask = createSubgraphs(model);
  const known = readGraph(readSchemas(supergraph.sdl));
  const compile = createCompiler(known);

  /** Undefined where nobody can plan it. */
  const subject = async (query: string, variables: Record<string, unknown> = {}): Promise<Subject | undefined> => {
    const document = withPlainTypenames(parse(query));
    const operation = document.definitions.find(
      (node) => node.kind === Kind.OPERATION_DEFINITION,
    ) as OperationDefinitionNode;
    const outcome = await compile({ id: query, file: '', document, operation, variables }).catch(() => undefined);
    if (outcome === undefined) return undefined;
    const { compiled } = outcome;
    const simulation = await simulate(known, compiled, variables);

    const leavesOf = async (down: readonly string[], salt: number): Promise<ReadonlySet<string>> => {
      const state = newState(salt);
      const faults: Faults = { fields: {}, lost: [], services: Object.fromEntries(down.map((name) => [name, 'down'])) };
      const send: Send = async ({ service, body }) => {
        const { data, errors } = await ask(service, { ...JSON.parse(body), state, faults });
        return { data: data ?? null, errors: errors ?? [], isPlain: false };
      };
      const { json, data } = await compiled.run({ variables, send });
      const leaves = new Set<string>();
      collectLeaves(json === undefined ? data : JSON.parse(json), '', leaves);
      return new Set([...leaves].map((leaf) => within(leaf, simulation.leaves)));
    };

    return {
      services: [...supergraph.services.keys()],
      simulated: async (down) => ({ leaves: simulation.leaves, lost: await simulation.lostWithout(new Set(down)) }),
      real: async (down, salts) => {
        const [leaves, lost] = [new Set<string>(), new Set<string>()];
        for (let salt = 0; salt < salts; salt += 1) {
          const left = await leavesOf(down, salt);
          for (const leaf of await leavesOf([], salt)) {
            leaves.add(leaf);
            if (!left.has(leaf)) lost.add(leaf);
          }
        }
        return { leaves, lost };
      },
    };
  };
  return { schema: known.api, subject };
};
