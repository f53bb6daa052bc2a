export type { BreakerOptions, BreakerState } from './breaker.ts';
export { createDeadline, deadlineSignal, type Deadline } from './deadline.ts';
export { createPolicy, type Policy, type PolicyOptions } from './policy.ts';
export { createRetryBudget, type RetryBudget, type RetryOptions } from './retry.ts';
export { OutOfTime } from './time.ts';
