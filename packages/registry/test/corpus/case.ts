import type { Finding } from '../../src/finding.ts';

/** What `supergraph check` says of a change as a whole. */
export type Verdict = 'pass' | 'warn' | 'fail';

/** One change of a schema, with what must be said of it. */
export interface Case {
  readonly name: string;
  /** SDL by subgraph; text alone is subgraph `a`. Federation's directives are imported where it begins neither with `extend schema` nor with `#`. */
  readonly schema: string | Readonly<Record<string, string>>;
  /** What is replaced by what, wherever it stands. `subgraph:` before the text limits it to one. */
  readonly change: readonly (readonly [before: string, after: string])[];
  /** What must be reported; undefined: nothing but notes of the composer may be. */
  readonly rule: string | undefined;
  readonly coordinate?: string;
  /** How it must be reported, if not as hard as the whole: what composers refuse has a reason beside it. */
  readonly reported?: Finding['severity'];
  /** Without usage. */
  readonly blind: Verdict;
  /** Operations that touch what changes, and what is said when they were recorded. */
  readonly touching: readonly [operations: string, verdict: Verdict];
  /** Operations that do not. */
  readonly beside: readonly [operations: string, verdict: Verdict];
  /** No federation: a schema as contracts are compared, for what composers do not let through. */
  readonly isPlain?: boolean;
}
