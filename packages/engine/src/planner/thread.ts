import { Worker } from 'node:worker_threads';
import { GraphQLError } from 'graphql';
import { PlanLimit, UnknownPlan, type Planner, type PlanNode } from '../plan.ts';

/** What the thread is asked. */
export interface PlanRequest {
  readonly operation: string;
  readonly operationName: string | undefined;
}

/** Why there is no plan: `UnknownPlan`, `PlanLimit`, a `GraphQLError`, or any other error. */
type Refusal = 'unknown' | 'limit' | 'invalid' | 'failed';

/** What the thread answers. */
export type PlanResponse =
  { readonly plan: PlanNode | undefined } | { readonly refusal: Refusal; readonly message: string };

interface Job extends PlanRequest {
  readonly resolve: (plan: PlanNode | undefined) => void;
  readonly reject: (error: unknown) => void;
}

const ENTRY = new URL('apollo-thread.ts', import.meta.url);
/** What one operation may take, though the limits of the planner end it long before. */
const PLAN_MS = 10_000;
const MEMORY_MIB = 1_024;
/** A thread that is not asked for so long gives its memory back, in ms. */
const IDLE_MS = 60_000;

const errorOf = (refusal: Refusal, message: string): Error => {
  if (refusal === 'unknown') return new UnknownPlan(message);
  if (refusal === 'limit') return new PlanLimit(message);
  return refusal === 'invalid' ? new GraphQLError(message) : new Error(message);
};

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/**
 * Apollo's planner in a thread of its own, which is started when it is first asked: it reads the supergraph and plans
 * without holding up the requests of others, and what takes too much time or memory ends with the thread and not with the
 * process. It plans one operation at a time.
 */
export class ThreadedPlanner implements Planner {
  readonly ordersMutations = true;
  readonly #supergraphSdl: string;
  readonly #waiting: Job[] = [];
  #job: Job | undefined;
  #thread: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(supergraphSdl: string) {
    this.#supergraphSdl = supergraphSdl;
  }

  plan(operation: string, operationName: string | undefined): Promise<PlanNode | undefined> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ operation, operationName, resolve, reject });
      if (this.#job === undefined) this.#next();
    });
  }

  #next(): void {
    const job = this.#waiting.shift();
    this.#job = job;
    clearTimeout(this.#timer);
    if (job === undefined) this.#rest();
    else {
      const { operation, operationName } = job;
      const thread = (this.#thread ??= this.#start());
      thread.ref();
      this.#timer = setTimeout(() => this.#fail(new PlanLimit(`planning takes more than ${PLAN_MS} ms`)), PLAN_MS);
      thread.postMessage({ operation, operationName } satisfies PlanRequest);
    }
  }

  #rest(): void {
    this.#thread?.unref();
    this.#timer = setTimeout(() => this.#end(), IDLE_MS).unref();
  }

  #start(): Worker {
    const thread = new Worker(ENTRY, {
      name: 'apollo-planner',
      workerData: this.#supergraphSdl,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MIB },
    });
    thread.on('message', (response: PlanResponse) => this.#settle(response));
    thread.on('error', (error) => {
      if (thread !== this.#thread) return;
      this.#fail(isOutOfMemory(error) ? new PlanLimit('planning takes too much memory', { cause: error }) : error);
    });
    return thread;
  }

  #settle(response: PlanResponse): void {
    if ('plan' in response) this.#job?.resolve(response.plan);
    else this.#job?.reject(errorOf(response.refusal, response.message));
    this.#next();
  }

  /** Ends the thread with the operation that it plans; the next one begins with a new thread. */
  #fail(error: unknown): void {
    this.#end();
    this.#job?.reject(error);
    this.#next();
  }

  #end(): void {
    const thread = this.#thread;
    this.#thread = undefined;
    void thread?.terminate();
  }
}
