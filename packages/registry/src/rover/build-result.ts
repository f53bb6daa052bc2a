import type { Composition } from '../composition/compose.ts';
import { isError, type Finding } from '../finding.ts';

/** What Rover reads from its composition binary: the type `BuildResult` of the crate `apollo-federation-types`. */
type BuildResult =
  | { readonly Ok: { readonly supergraphSdl: string; readonly hints: readonly BuildHint[] } }
  | { readonly Err: { readonly build_errors: readonly BuildError[] } };

interface BuildHint {
  readonly message: string;
  readonly code: string;
  readonly nodes: readonly Location[];
  readonly omittedNodesCount: number;
}

interface BuildError extends BuildHint {
  readonly type: 'composition' | 'config';
}

interface Location {
  readonly subgraph: string;
  readonly start: { readonly line: number; readonly column: number };
}

/**
 * Where Rover hands over texts, not files, the file of a place is the name of a subgraph. People see the message alone, so it
 * begins with that name, as those of Apollo's composer do.
 */
export const hintOf = ({ rule, message, place, subgraph }: Finding): BuildHint => ({
  message: subgraph === undefined || message.startsWith('[') ? message : `[${subgraph}] ${message}`,
  code: rule,
  nodes:
    place === undefined
      ? []
      : [{ subgraph: subgraph ?? place.file, start: { line: place.line, column: place.column } }],
  omittedNodesCount: 0,
});

export const buildErrorOf = (error: Finding): BuildError => ({ ...hintOf(error), type: 'composition' });

export const buildResultOf = ({ supergraphSdl, findings }: Composition): BuildResult => {
  const errors = findings.filter(isError);
  return supergraphSdl === undefined || errors.length > 0
    ? { Err: { build_errors: errors.map(buildErrorOf) } }
    : { Ok: { supergraphSdl, hints: findings.map(hintOf) } };
};

/** For a configuration that cannot be read. */
export const configError = (message: string): BuildResult => ({
  Err: { build_errors: [{ message, code: 'INVALID_CONFIG', nodes: [], omittedNodesCount: 0, type: 'config' }] },
});
