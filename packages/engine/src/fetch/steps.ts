import type { PlanNode } from '../plan.ts';
import type { Run, Step } from '../run.ts';
import type { TypeIndex } from '../types.ts';
import { compileEntityFetch } from './entities.ts';
import { compileRootFetch } from './root.ts';
import { schedule } from './schedule.ts';
import { createSharing } from './sharing.ts';

const most = (counts: readonly number[]): number => Math.max(0, ...counts);

/** A step, and those that must be over before it begins. */
interface Ordered {
  readonly step: Step;
  readonly after: readonly number[];
}

const begin = ({ step, after }: Ordered, begun: readonly Promise<number>[], run: Run): Promise<number> => {
  const [first, ...others] = after;
  const before = first === undefined ? undefined : begun[first];
  if (before === undefined) return step(run);
  const over = others.length === 0 ? before : Promise.all(after.flatMap((index) => begun[index] ?? [])).then(most);
  return over.then(async (rounds) => rounds + (await step(run)));
};

/** Compiles a plan into one function, which resolves when nothing is under way any more. */
export const compileSteps = (plan: PlanNode | undefined, types: TypeIndex): Step => {
  const scheduled = schedule(plan);
  const facts = { types, sharing: createSharing(scheduled) };
  const all = scheduled.map(({ fetch, after }): Ordered => ({
    step: fetch.kind === 'root' ? compileRootFetch(fetch, types) : compileEntityFetch(fetch, facts),
    after,
  }));
  return async (run) => {
    const begun: Promise<number>[] = [];
    for (const ordered of all) begun.push(begin(ordered, begun, run));
    return most(await Promise.all(begun));
  };
};
