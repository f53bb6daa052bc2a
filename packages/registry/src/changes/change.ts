import type { Fact } from './usage/fact.ts';

/** What a change does to those who use the API: `breaking` can fail their operations, `dangerous` can change what they get. */
export type Level = 'breaking' | 'dangerous' | 'safe';

/** One difference between two schemas. */
export interface Change {
  /** In upper case with underscores, such as `FIELD_REMOVED`. */
  readonly kind: string;
  readonly level: Level;
  readonly message: string;
  readonly coordinate: string | undefined;
  /** An operation of which one of these is true is hit by it. Of a breaking change; none: it hits everybody. */
  readonly hits?: readonly Fact[];
  /** Where it was made, if it was made in one subgraph. */
  readonly subgraph?: string;
}
