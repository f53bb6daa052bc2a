export { createPolicy, type Policy, type PolicyOptions, type PolicyState } from './policy.ts';
export type { BreakerOptions } from './breaker.ts';
export { createRetryBudget, type RetryBudget, type RetryOptions } from './retry.ts';
export { createDeadline, deadlineSignal, type Deadline } from './deadline.ts';
