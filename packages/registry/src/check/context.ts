import type { Schemas } from '../composition/schemas.ts';
import type { CheckName, Finding } from '../finding.ts';
import type { Project, Subgraph } from '../project/project.ts';
import type { Usage } from '../usage/usage.ts';

/** What a part of the check works on. */
export interface CheckContext {
  readonly project: Project;
  readonly head: Schemas;
  /** What head is compared with; undefined when the base has no supergraph: all is new. */
  readonly base: Schemas | undefined;
  /** Of the base, those whose schemas are in git. */
  readonly subgraphs: readonly Subgraph[];
  /** Where the base is from, as git names it. */
  readonly revision: string;
  /** Undefined: nothing is known, so everything may be in use. */
  readonly usage: Usage | undefined;
}

/** One part of the check, for a schema that composes. */
export interface Check {
  readonly name: CheckName;
  run(context: CheckContext): readonly Finding[] | Promise<readonly Finding[]>;
}
