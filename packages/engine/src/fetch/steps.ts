import type { PlanNode } from '../plan.ts';
import type { Run, Step } from '../run.ts';
import type { TypeIndex } from '../types.ts';
import { compileEntityFetch } from './entities.ts';
import { compileRootFetch } from './root.ts';
import { schedule } from './schedule.ts';
import { createSharing } from './sharing.ts';

const most = (counts: readonly number[]): number => Math.max(0, ...counts);

/** Compiles a plan into one function, which resolves when nothing is under way any more. */
export const compileSteps = (plan: PlanNode | undefined, types: TypeIndex): Step => {
  const scheduled = schedule(plan);
  const facts = { types, sharing: createSharing(scheduled) };
  const all = scheduled.map(({ fetch, after }) => ({
    step: fetch.kind === 'root' ? compileRootFetch(fetch, types) : compileEntityFetch(fetch, facts),
    after,
  }));
  const runOne = async (run: Run, step: Step, before: readonly Promise<number>[]): Promise<number> => {
    const rounds = most(await Promise.all(before));
    return rounds + (await step(run));
  };
  return async (run) => {
    const begun: Promise<number>[] = [];
    for (const { step, after } of all) {
      const before = after.flatMap((index) => begun[index] ?? []);
      begun.push(before.length === 0 ? step(run) : runOne(run, step, before));
    }
    return most(await Promise.all(begun));
  };
};
