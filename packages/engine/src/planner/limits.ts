import type { QueryPlannerConfig } from '@apollo/query-planner';
import { PlanLimit } from '../plan.ts';

/**
 * How much planning one operation may take. Over interface objects the ways to reach a field multiply at each level: a
 * query of six levels took more memory than a process has. What is within these limits takes less than a second.
 */
export const apolloPlannerConfig: QueryPlannerConfig = { debug: { pathsLimit: 200, maxEvaluatedPlans: 1_000 } };

/** What the planner says when it passes `pathsLimit`; it has no code. */
const TOO_MANY_PATHS = /^Too many options generated for /;

/** True for the errors of Apollo's planner that say that an operation takes too much planning. */
export const isPlanLimit = (error: unknown): boolean =>
  error instanceof PlanLimit || (error instanceof Error && TOO_MANY_PATHS.test(error.message));
