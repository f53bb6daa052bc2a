import type { PlanNode } from '../plan.ts';
import type { Steps } from '../run.ts';
import type { TypeIndex } from '../types.ts';
import { Course, type Ordered } from './course.ts';
import { compileEntityFetch } from './entities.ts';
import { compileRootFetch } from './root.ts';
import { schedule } from './schedule.ts';
import { createSharing } from './sharing.ts';

const nothing: Steps = () => Promise.resolve(0);

/** Compiles a plan into one function. */
export const compileSteps = (plan: PlanNode | undefined, types: TypeIndex): Steps => {
  const scheduled = schedule(plan);
  if (scheduled.length === 0) return nothing;
  const facts = { types, sharing: createSharing(scheduled) };
  const all = scheduled.map(({ fetch, written, after }, position): Ordered => ({
    step: fetch.kind === 'root' ? compileRootFetch(fetch, types) : compileEntityFetch(fetch, written, facts),
    waitsFor: after.length,
    next: scheduled.flatMap((other, index) => (other.after.includes(position) ? [index] : [])),
  }));
  return (run) => new Promise((resolve, reject) => new Course(all, run, { resolve, reject }).begin());
};
