export {
  createEngine,
  type CompiledOperation,
  type Engine,
  type EngineOperation,
  type EngineOptions,
  type Outcome,
  type RunRequest,
} from './engine.ts';
export { schedule, type Scheduled } from './fetch/schedule.ts';
export { UnknownPlan, type Planner, type PlanNode } from './plan.ts';
export { apolloPlannerConfig, isPlanLimit } from './planner/limits.ts';
export { createPlanners, type PlannerChoice } from './planner/planner.ts';
export { widenKeys } from './planner/widening.ts';
export type { Send, SubgraphAnswer, SubgraphFetch } from './send.ts';
