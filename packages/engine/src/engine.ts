import {
  OperationTypeNode,
  print,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import {
  conditionValues,
  conditionVariables,
  decide,
  definitionsOf,
  isSerial,
  withoutEmptySets,
  type Definitions,
} from './conditions.ts';
import { compileSteps } from './fetch/steps.ts';
import type { JsonObject } from './json.ts';
import { UnknownPlan, type Planner, type PlanNode } from './plan.ts';
import type { Run } from './run.ts';
import type { Send } from './send.ts';
import { Shared } from './shared.ts';
import { shape } from './shape/reference.ts';
import { withClientKeys } from './shape/restore.ts';
import { asksSubgraphs, readSelections } from './shape/selection.ts';
import { compileWriter } from './shape/writer.ts';
import { createTypeIndex } from './types.ts';

/** Runs operations over one supergraph. */
export interface Engine {
  /** Takes an operation that is valid. It is planned and compiled when it is run, once for each way its conditions fall. */
  read(document: DocumentNode, operation: OperationDefinitionNode): EngineOperation;
}

export interface EngineOptions {
  /** What clients see. */
  readonly apiSchema: GraphQLSchema;
  /** What subgraphs know, including what clients do not see. */
  readonly supergraphSchema: GraphQLSchema;
  /** In the order in which they are tried: the next one where one refuses. */
  readonly planners: readonly (() => Planner)[];
}

export interface EngineOperation {
  /** Rejects with `UnknownPlan`, or whatever the planner throws, for what somebody else must run; with `PlanLimit` for what nobody shall. */
  compile(variables: JsonObject): Promise<CompiledOperation>;
}

export interface CompiledOperation {
  run(request: RunRequest): Promise<Outcome>;
}

/** `variables` as the client sent them, known to be good. */
export interface RunRequest {
  readonly variables: JsonObject;
  readonly send: Send;
}

/** The answer: `json` is the text of `data` when nothing was unusual, else `data` is there. */
export interface Outcome {
  readonly json: string | undefined;
  readonly data: JsonObject | null;
  readonly errors: readonly GraphQLError[];
  /** Values of subgraphs that do not fit the schema. */
  readonly misfits: readonly GraphQLError[];
  /** How many requests had to wait for another one, plus one. */
  readonly rounds: number;
}

/** Ways of its conditions for which an operation is kept compiled. More come and go. */
const MAX_VARIANTS = 16;

/** A mutation that has to wait for another one is nothing for a planner that does not order them. */
const requireOrder = (definitions: Definitions, { ordersMutations }: Planner, plan: PlanNode | undefined): void => {
  if (ordersMutations || plan === undefined || plan.kind === 'root') return;
  if (isSerial(definitions)) throw new UnknownPlan('mutations that must wait for one another');
};

const createPlan =
  (planners: EngineOptions['planners']) =>
  async (definitions: Definitions): Promise<PlanNode | undefined> => {
    const text = print(withoutEmptySets(definitions));
    let refusal: unknown = new UnknownPlan('no planner');
    for (const create of planners) {
      try {
        const planner = create();
        const plan = await planner.plan(text, definitions.operation.name?.value);
        requireOrder(definitions, planner, plan);
        return plan;
      } catch (error) {
        refusal = error;
      }
    }
    throw refusal;
  };

export const createEngine = ({ apiSchema, supergraphSchema, planners }: EngineOptions): Engine => {
  const types = createTypeIndex(supergraphSchema);
  const planFor = createPlan(planners);

  const compile = async (definitions: Definitions): Promise<CompiledOperation> => {
    const { operation, fragments } = definitions;
    const root = apiSchema.getRootType(operation.operation);
    if (!root || operation.operation === OperationTypeNode.SUBSCRIPTION) throw new UnknownPlan('a subscription');
    const selections = readSelections(apiSchema, fragments)(operation.selectionSet, root);
    const plan = asksSubgraphs(selections) ? await planFor(definitions) : undefined;
    const steps = withClientKeys(compileSteps(plan, types), plan, selections);
    const write = compileWriter(apiSchema, root, selections);
    return {
      run: ({ variables, send }) => {
        const run: Run = {
          data: {},
          errors: [],
          variables,
          send,
          isPlain: true,
          shared: new Shared(),
        };
        return steps(run).then((rounds) => {
          const { data: fetched, errors } = run;
          const json = errors.length === 0 ? write(fetched, run) : undefined;
          if (json !== undefined) return { json, data: null, errors, misfits: [], rounds };
          return { json, errors, rounds, ...shape(fetched, { schema: apiSchema, root, selections }) };
        });
      },
    };
  };

  return {
    read: (document, operation) => {
      const definitions = definitionsOf(document, operation);
      const conditions = conditionVariables(definitions);
      const variants = new Map<string, Promise<CompiledOperation>>();
      return {
        compile: (variables) => {
          const values = conditionValues(conditions, variables);
          const key = JSON.stringify(values);
          const known = variants.get(key);
          if (known !== undefined) return known;
          const compiling = compile(decide(definitions, values));
          if (variants.size >= MAX_VARIANTS) variants.delete([...variants.keys()][0] ?? '');
          variants.set(key, compiling);
          return compiling;
        },
      };
    },
  };
};
