import type { Problem } from '../problem.ts';
import { Child, type Program } from './child.ts';

/** Longer than the drain time that parts are given, so that a part that drains is not killed. */
const patienceMs = 4_000;

/** Runs programs until one ends by itself, or all are stopped in the order opposite to their stages. */
export class Supervisor {
  readonly #stages: string[][] = [];
  /** The latest of each name. */
  readonly #children = new Map<string, Child>();
  readonly #killed = new WeakSet<Child>();
  readonly #failed = Promise.withResolvers<Problem>();
  #stopping = false;

  /** Resolves with the problem of the first part that ended without being asked to. */
  get failed(): Promise<Problem> {
    return this.#failed.promise;
  }

  /** Every part that was started, in the order of its start. */
  get children(): readonly Child[] {
    return [...this.#children.values()];
  }

  /** Starts a stage: parts that are stopped together, before those of earlier stages. */
  start(programs: readonly Program[]): readonly Child[] {
    this.#stages.push(programs.map(({ name }) => name));
    return programs.map((program) => this.#launch(program));
  }

  /** Ends one part at once, as a crash would. Resolves when it is gone, which does not count as a failure. */
  async crash(name: string): Promise<void> {
    const child = this.child(name);
    this.#killed.add(child);
    child.kill();
    await child.exited;
  }

  /** Starts a part that has crashed again. `environment` is added to what it had. */
  restart(name: string, environment: NodeJS.ProcessEnv = {}): Child {
    const { program } = this.child(name);
    return this.#launch({ ...program, environment: { ...program.environment, ...environment } });
  }

  /** The latest part of a name. Throws for one that was never started. */
  child(name: string): Child {
    const child = this.#children.get(name);
    if (child === undefined) throw new Error(`no part of the name ${name}`);
    return child;
  }

  /** Drains stage by stage, the latest first. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const names of this.#stages.toReversed()) {
      await Promise.all(names.map((name) => this.child(name).stop(patienceMs)));
    }
  }

  /** Ends everything at once. */
  kill(): void {
    this.#stopping = true;
    for (const child of this.children) child.kill();
  }

  #launch(program: Program): Child {
    if (this.#stopping) throw new Error('the stack is stopping');
    const child = new Child(program);
    this.#children.set(program.name, child);
    void child.death().then((problem) => {
      if (!this.#stopping && !this.#killed.has(child)) this.#failed.resolve(problem);
    });
    return child;
  }
}
