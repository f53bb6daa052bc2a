import { AppError } from '@qsr/errors';
import {
  isPlanLimit,
  type CompiledOperation,
  type Engine,
  type EngineOperation,
  type Outcome,
  type Send,
} from '@qsr/engine';
import type { Logger } from '@qsr/telemetry';
import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Executor, ExecutorRequest, ExecutorResult } from '../apollo-types.ts';
import { refusal } from '../operation/refusal.ts';
import type { RequestContext } from '../request-context.ts';
import { RawData } from './raw-data.ts';

/** Documents of which compiled operations are kept; each operation takes some 30 kB. */
const CACHED_DOCUMENTS = 1_000;

export interface EngineExecutorOptions {
  readonly engine: Engine;
  readonly schema: GraphQLSchema;
  /** Sends on behalf of one request. */
  readonly sendFor: (context: RequestContext) => Send;
  /** Runs what the engine does not: introspection, and plans of a kind that it does not know. */
  readonly fallback: Executor;
  readonly log: Logger;
}

const resultOf = ({ json, data, errors, misfits }: Outcome): ExecutorResult => ({
  data: json === undefined ? data : new RawData(json),
  ...(errors.length === 0 ? {} : { errors: [...errors] }),
  ...(errors.length > 0 || misfits.length === 0 ? {} : { extensions: { valueCompletion: misfits } }),
});

/** Of the document that is to be run: the request's own operation may be one from which nothing was taken out yet. */
const operationOf = ({ document, request }: ExecutorRequest): OperationDefinitionNode => {
  const operation = getOperationAST(document, request.operationName);
  if (!operation) throw new Error('the document lost its operation');
  return operation;
};

const tooManyWays = (): GraphQLError =>
  refusal(
    new AppError('OPERATION_LIMIT_EXCEEDED', 'The operation can be answered in too many ways; ask for less at once.'),
  );

/** Apollo's executor plans as well, within the same limits, but throws. */
const refused = (error: unknown): ExecutorResult => {
  if (isPlanLimit(error)) return { errors: [tooManyWays()] };
  throw error;
};

type Variables = Readonly<Record<string, unknown>>;

/** An operation as the engine knows it. */
class KnownOperation {
  readonly #operation: EngineOperation;
  readonly #definition: OperationDefinitionNode;
  /** Of an operation without variables, which is the same in every request. */
  #only: CompiledOperation | undefined;

  constructor(operation: EngineOperation, definition: OperationDefinitionNode) {
    this.#operation = operation;
    this.#definition = definition;
  }

  /** What is wrong with the variables. */
  faultsIn(variables: Variables, schema: GraphQLSchema): readonly GraphQLError[] | undefined {
    const { variableDefinitions = [] } = this.#definition;
    return variableDefinitions.length === 0
      ? undefined
      : getVariableValues(schema, variableDefinitions, variables).errors;
  }

  /** At once where it can be. Rejects as `EngineOperation.compile` does. */
  compiled(variables: Variables): CompiledOperation | Promise<CompiledOperation> {
    return this.#only ?? this.#compile(variables);
  }

  async #compile(variables: Variables): Promise<CompiledOperation> {
    const compiled = await this.#operation.compile(variables);
    if ((this.#definition.variableDefinitions ?? []).length === 0) this.#only = compiled;
    return compiled;
  }
}

const createRead = (engine: Engine) => {
  // By hash and then by name: a key made of both would have to be hashed for every request.
  const documents = new LRUCache<string, Map<string, KnownOperation>>({ max: CACHED_DOCUMENTS });
  return (request: ExecutorRequest): KnownOperation => {
    const definition = operationOf(request);
    const name = definition.name?.value ?? '';
    const operations = documents.get(request.queryHash) ?? new Map<string, KnownOperation>();
    const known = operations.get(name);
    if (known !== undefined) return known;
    const operation = new KnownOperation(engine.read(request.document, definition), definition);
    documents.set(request.queryHash, operations.set(name, operation));
    return operation;
  };
};

/** Runs operations on the engine. */
export const createEngineExecutor = ({ engine, schema, sendFor, fallback, log }: EngineExecutorOptions): Executor => {
  const read = createRead(engine);

  const refusalOf = (error: unknown): GraphQLError | undefined => {
    // Nobody can answer it: whoever else ran it would say null, and not why.
    if (error instanceof GraphQLError) return error;
    if (isPlanLimit(error)) return tooManyWays();
    log.debug({ err: error }, 'operation left to the reference executor');
    return undefined;
  };

  return async (request) => {
    const operation = read(request);
    const variables = request.request.variables ?? {};
    const errors = operation.faultsIn(variables, schema);
    if (errors !== undefined) return { errors };
    const coming = operation.compiled(variables);
    const compiled = coming instanceof Promise ? await coming.catch(refusalOf) : coming;
    if (compiled instanceof GraphQLError) return { errors: [compiled] };
    if (compiled === undefined) return fallback(request).catch(refused);
    const context = request.context as RequestContext;
    const outcome = await compiled.run({ variables, send: sendFor(context) });
    context.calls?.ran(outcome.rounds);
    return resultOf(outcome);
  };
};
