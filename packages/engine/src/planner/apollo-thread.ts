import { parentPort, workerData } from 'node:worker_threads';
import { GraphQLError } from 'graphql';
import { PlanLimit, UnknownPlan } from '../plan.ts';
import { createApolloPlanner } from './apollo.ts';
import type { PlanRequest, PlanResponse } from './thread.ts';

/** The thread of `ThreadedPlanner`: plans one operation after the other over the supergraph that it was started with. */
const planner = createApolloPlanner(workerData as string);

const refusalOf = (error: unknown): PlanResponse => {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UnknownPlan) return { refusal: 'unknown', message };
  if (error instanceof PlanLimit) return { refusal: 'limit', message };
  return { refusal: error instanceof GraphQLError ? 'invalid' : 'failed', message };
};

parentPort?.on('message', ({ operation, operationName }: PlanRequest) => {
  void planner
    .plan(operation, operationName)
    .then((plan): PlanResponse => ({ plan }), refusalOf)
    .then((response) => parentPort?.postMessage(response));
});
