import { AppError } from '@qsr/errors';
import { isPlanLimit, type Engine, type EngineOperation, type Outcome, type Send } from '@qsr/engine';
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

/** Compiled operations kept; each takes some 30 kB. */
const CACHED_OPERATIONS = 1_000;

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

const createRead = (engine: Engine) => {
  const operations = new LRUCache<string, EngineOperation>({ max: CACHED_OPERATIONS });
  return (request: ExecutorRequest, definition: OperationDefinitionNode): EngineOperation => {
    const key = `${request.queryHash} ${definition.name?.value ?? ''}`;
    const known = operations.get(key);
    if (known !== undefined) return known;
    const operation = engine.read(request.document, definition);
    operations.set(key, operation);
    return operation;
  };
};

/** Runs operations on the engine. */
export const createEngineExecutor = ({ engine, schema, sendFor, fallback, log }: EngineExecutorOptions): Executor => {
  const read = createRead(engine);
  return async (request) => {
    const definition = operationOf(request);
    const variables = request.request.variables ?? {};
    const coerced = getVariableValues(schema, definition.variableDefinitions ?? [], variables);
    if (coerced.errors) return { errors: coerced.errors };
    const compiled = await read(request, definition)
      .compile(variables)
      .catch((error: unknown) => {
        // Nobody can answer it: whoever else ran it would say null, and not why.
        if (error instanceof GraphQLError) return error;
        if (isPlanLimit(error)) return tooManyWays();
        log.debug({ err: error }, 'operation left to the reference executor');
        return undefined;
      });
    if (compiled instanceof GraphQLError) return { errors: [compiled] };
    if (compiled === undefined) return fallback(request).catch(refused);
    const context = request.context as RequestContext;
    const outcome = await compiled.run({ variables, send: sendFor(context) });
    context.calls?.ran(outcome.rounds);
    return resultOf(outcome);
  };
};
