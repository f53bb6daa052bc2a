import { compose } from '../composition/compose.ts';
import { readSchemas, type Schemas } from '../composition/schemas.ts';
import { InputError } from '../exit-codes.ts';
import { isError, type Finding } from '../finding.ts';
import type { Project, Subgraph } from '../project/project.ts';
import { fileAt, requireRevision } from './git.ts';
import { subgraphsAt, type BaseSubgraphs } from './subgraphs.ts';

/** What changes are measured against. */
export interface Base {
  /** Undefined: the revision has none, so there is nothing to compare with. */
  readonly schemas: Schemas | undefined;
  /** Those whose schemas the revision has in files. */
  readonly subgraphs: readonly Subgraph[];
  /** Where the schemas are not what is committed. */
  readonly findings: readonly Finding[];
}

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

const finding = (rule: string, severity: Finding['severity'], message: string): Finding => ({
  check: 'changes',
  rule,
  severity,
  message,
});

/** Without a committed supergraph the base is what its subgraphs compose to. */
const composed = (known: BaseSubgraphs | undefined, { supergraph, config }: Project, revision: string): Base => {
  const { subgraphs = [], missing } = known ?? {};
  if (known === undefined) {
    const message = `${revision} has neither ${supergraph} nor ${config}: everything is new, and nothing was compared.`;
    return { schemas: undefined, subgraphs, findings: [finding('BASE_EMPTY', 'note', message)] };
  }
  const { supergraphSdl, findings } = missing === undefined ? compose(subgraphs) : {};
  if (supergraphSdl === undefined) {
    const reason = missing ?? findings?.find(isError)?.message ?? '';
    const message = `Nothing was compared: ${revision} has no ${supergraph}, and its subgraphs cannot be composed: ${reason}. Run \`supergraph compose\` and commit ${supergraph}.`;
    return { schemas: undefined, subgraphs, findings: [finding('BASE_UNKNOWN', 'warning', message)] };
  }
  const message = `${revision} has no ${supergraph}; its subgraphs were composed anew to compare with.`;
  return { schemas: readSchemas(supergraphSdl), subgraphs, findings: [finding('BASE_COMPOSED', 'note', message)] };
};

/** What is committed may be damaged, and only a change mends it: then the base is what its subgraphs compose to, if they do. */
const mended = (known: BaseSubgraphs | undefined, project: Project, broken: InputError): Base => {
  const { supergraphSdl } = known === undefined || known.missing !== undefined ? {} : compose(known.subgraphs);
  if (known === undefined || supergraphSdl === undefined) throw broken;
  const message = `${broken.message}. The subgraphs of the base were composed anew to compare with. Run \`supergraph compose\` and commit ${project.supergraph}.`;
  const findings = [finding('BASE_COMPOSED', 'warning', message)];
  return { schemas: readSchemas(supergraphSdl), subgraphs: known.subgraphs, findings };
};

/**
 * The supergraph as it is committed in a revision, else as the revision's subgraphs compose. Throws `InputError` for an
 * unknown revision, or a file that is none where its subgraphs do not compose either.
 */
export const readBase = async (project: Project, revision: string): Promise<Base> => {
  const { folder, supergraph } = project;
  await requireRevision(folder, revision);
  const [sdl, known] = await Promise.all([fileAt(folder, revision, supergraph), subgraphsAt(project, revision)]);
  if (sdl === undefined) return composed(known, project, revision);
  try {
    return { schemas: readSchemas(sdl), subgraphs: known?.subgraphs ?? [], findings: [] };
  } catch (cause) {
    const message = `base: ${supergraph} in ${revision} is no supergraph: ${reasonOf(cause).replace(/\.$/, '')}`;
    return mended(known, project, new InputError(message, { cause }));
  }
};
