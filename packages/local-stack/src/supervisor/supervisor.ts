import type { Problem } from '../problem.ts';
import { Child, type Program } from './child.ts';

/** Longer than the drain time that parts are given, so that a part that drains is not killed. */
const patienceMs = 4_000;

/** Runs programs until one ends by itself, or all are stopped in the order opposite to their stages. */
export class Supervisor {
  readonly #stages: Child[][] = [];
  readonly #failed = Promise.withResolvers<Problem>();
  #stopping = false;

  /** Resolves with the problem of the first part that ended without being asked to. */
  get failed(): Promise<Problem> {
    return this.#failed.promise;
  }

  /** Starts a stage: parts that are stopped together, before those of earlier stages. */
  start(programs: readonly Program[]): readonly Child[] {
    if (this.#stopping) throw new Error('the stack is stopping');
    const children = programs.map((program) => new Child(program));
    this.#stages.push(children);
    for (const child of children) {
      void child.death().then((problem) => {
        if (!this.#stopping) this.#failed.resolve(problem);
      });
    }
    return children;
  }

  /** Drains stage by stage, the latest first. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const children of this.#stages.toReversed()) {
      await Promise.all(children.map((child) => child.stop(patienceMs)));
    }
  }

  /** Ends everything at once. */
  kill(): void {
    this.#stopping = true;
    for (const child of this.#stages.flat()) child.kill();
  }
}
