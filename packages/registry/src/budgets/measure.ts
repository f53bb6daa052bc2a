import {
  createEngine,
  schedule,
  UnknownPlan,
  type CompiledOperation,
  type PlanNode,
  type Scheduled,
} from '@qsr/engine';
import { parse } from 'graphql';
import type { Schemas } from '../composition/schemas.ts';
import { isTooDeep } from '../project/parse-graphql.ts';
import { createCostModel } from './cost.ts';
import { costNamesOf } from './cost-directives.ts';
import { planningClassOf, type PlanFigures } from './figures.ts';
import { readGraph, type Graph } from './graph.ts';
import { simulate } from './outage.ts';
import type { Persisted } from './persisted.ts';
import { fieldsIn } from './size.ts';

/** What an operation costs, or why that cannot be told. */
export type Measurement = { readonly figures: PlanFigures } | { readonly refusal: string };

/** Five times what the gateway lets clients ask. What planning takes grows with the square of it: seconds beyond. */
const MAX_FIELDS = 5_000;

/** Plans that are timed after the first, and how much processor time that may take altogether, in ms. */
const TIMED = 5;
const ENOUGH_MS = 300;

/** Compiles operations as the gateway does, and tells the plan. */
export const createCompiler = ({ api, supergraph, planners }: Graph) => {
  let latest: PlanNode | undefined;
  const watched = planners.map((create) => () => {
    const planner = create();
    return {
      ...planner,
      plan: async (text: string, name: string | undefined) => (latest = await planner.plan(text, name)),
    };
  });
  const engine = createEngine({ apiSchema: api, supergraphSchema: supergraph, planners: watched });
  return async ({ document, operation, variables }: Persisted) => {
    latest = undefined;
    const compiled = await engine.read(document, operation).compile(variables);
    return { compiled, plan: latest };
  };
};

type Compile = ReturnType<typeof createCompiler>;

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/**
 * The least of some, in ms of processor time: so it does not matter what else the machine does, and what is made once for
 * all operations is made by the first plan, which is not timed.
 */
const timePlanning = async (compile: Compile, persisted: Persisted): Promise<number> => {
  let least = Infinity;
  const began = cpuMs();
  for (let count = 0; count < TIMED && cpuMs() - began < ENOUGH_MS; count += 1) {
    const start = cpuMs();
    await compile(persisted);
    least = Math.min(least, cpuMs() - start);
  }
  return least;
};

/** The longest way from a fetch back to one that waits for none. */
const roundsOf = (scheduled: readonly Scheduled[]): number => {
  const rounds: number[] = [];
  for (const { after } of scheduled) rounds.push(1 + Math.max(0, ...after.map((index) => rounds[index] ?? 0)));
  return Math.max(0, ...rounds);
};

/** In percent with one decimal, rounded down so that what is lost is seen. */
const percent = (share: number): number => Math.floor(share * 1_000 + 1e-9) / 10;

const servedWithout = async (
  graph: Graph,
  compiled: CompiledOperation,
  { scheduled, variables }: { readonly scheduled: readonly Scheduled[]; readonly variables: Record<string, unknown> },
): Promise<Readonly<Record<string, number>>> => {
  const simulation = await simulate(graph, compiled, variables);
  const services = [...new Set(scheduled.map(({ fetch }) => fetch.service))].toSorted();
  const served: [string, number][] = [];
  for (const service of services) {
    const { size } = await simulation.lostWithout(new Set([service]));
    if (size > 0) served.push([service, percent(1 - size / simulation.leaves.size)]);
  }
  return Object.fromEntries(served);
};

const reasonOf = (error: unknown): string => {
  const reason = error instanceof Error ? error.message : String(error);
  return error instanceof UnknownPlan ? `the engine that runs it to measure it does not take ${reason}` : reason;
};

/** Measures operations over one supergraph. What cannot be planned is refused, and never rejects. */
export const createMeasure = (schemas: Schemas): ((persisted: Persisted) => Promise<Measurement>) => {
  const graph = readGraph(schemas);
  const compile = createCompiler(graph);
  const names = costNamesOf(parse(schemas.supergraphSdl, { noLocation: true }));
  const costOf = createCostModel(schemas.supergraph, names);
  const measure = async (persisted: Persisted): Promise<Measurement> => {
    const { document, operation, variables } = persisted;
    const fields = fieldsIn(document, operation);
    if (fields > MAX_FIELDS) return { refusal: `it has ${fields} fields, of which ${MAX_FIELDS} are the most` };
    const outcome = await compile(persisted).catch(reasonOf);
    if (typeof outcome === 'string') return { refusal: outcome };
    const scheduled = schedule(outcome.plan);
    return {
      figures: {
        fetches: scheduled.length,
        rounds: roundsOf(scheduled),
        planning: planningClassOf(await timePlanning(compile, persisted)),
        cost: costOf(document, operation, variables),
        servedWithout: await servedWithout(graph, outcome.compiled, { scheduled, variables }),
      },
    };
  };
  return (persisted) =>
    measure(persisted).catch((error: unknown) => {
      if (isTooDeep(error)) return { refusal: 'its fragments are nested too deeply' };
      throw error;
    });
};
