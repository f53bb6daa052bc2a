/** The parts of `supergraph check`, in the order in which they run. */
export const checkNames = ['compose', 'changes', 'operations', 'lint', 'contracts', 'budgets'] as const;

export type CheckName = (typeof checkNames)[number];

/** An error fails the check. A warning and a note do not: a note is for what was found and is all right. */
export type Severity = 'error' | 'warning' | 'note';

/** Where something is. Lines and columns count from 1. */
export interface Place {
  /** Relative to the folder of supergraph.yaml; in a report, to where the command runs. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing that was found. */
export interface Finding {
  readonly check: CheckName;
  /** What kind of thing it is, in upper case with underscores, such as `FIELD_REMOVED`. */
  readonly rule: string;
  readonly severity: Severity;
  /** A sentence for people: what, and what to do about it. */
  readonly message: string;
  /** The element of the schema, such as `Query.me` or `Query.offers(first:)`. */
  readonly coordinate?: string;
  readonly subgraph?: string;
  readonly place?: Place;
}

export const isError = ({ severity }: Finding): boolean => severity === 'error';
