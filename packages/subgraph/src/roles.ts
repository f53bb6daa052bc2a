import type { Metrics } from '@qsr/telemetry';

/** What a process of a subgraph does: serves requests, publishes events, consumes them, does what is due. */
export const roles = ['api', 'relay', 'consumer', 'jobs'] as const;
export type Role = (typeof roles)[number];

/** Work that goes on beside requests, until it is stopped; `stop` ends what is under way first. */
export interface Worker {
  start(): void;
  stop(): Promise<void>;
}

/** The workers of a subgraph, by role; made only for the roles that a process has. They count in its metrics. */
export type Workers = Readonly<Partial<Record<Exclude<Role, 'api'>, (metrics: Metrics) => readonly Worker[]>>>;

/** The workers that a process is to run. */
export const workersOf = (workers: Workers, wanted: readonly Role[], metrics: Metrics): readonly Worker[] =>
  wanted.flatMap((role) => (role === 'api' ? [] : (workers[role]?.(metrics) ?? [])));
