import { fileAt, requireRevision } from '../base/git.ts';
import { compose } from '../composition/compose.ts';
import { readSchemas, type Schemas } from '../composition/schemas.ts';
import { InputError } from '../exit-codes.ts';
import { isError, type CheckName, type Finding } from '../finding.ts';
import type { Project } from '../project/project.ts';
import type { Usage } from '../usage/usage.ts';
import { budgets } from './budgets.ts';
import { changes } from './changes.ts';
import type { Check } from './context.ts';
import { contracts } from './contracts.ts';
import { lint } from './lint.ts';
import { operations } from './operations.ts';

/** In the order in which they are reported. */
const checks: readonly Check[] = [changes, operations, lint, contracts, budgets];

/** What a check found, and which of its parts ran: none but the first where the schema does not compose. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly ran: readonly CheckName[];
  readonly passed: boolean;
}

const resultOf = (findings: readonly Finding[], ran: readonly CheckName[]): CheckResult => ({
  findings,
  ran,
  passed: !findings.some(isError),
});

/** The supergraph as it is committed in a revision. Throws `InputError` for an unknown revision, or a file that is none. */
export const readBase = async ({ folder, supergraph }: Project, revision: string): Promise<Schemas | undefined> => {
  await requireRevision(folder, revision);
  const sdl = await fileAt(folder, revision, supergraph);
  if (sdl === undefined) return undefined;
  try {
    return readSchemas(sdl);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`base: ${supergraph} in ${revision} is no supergraph: ${reason}`, { cause });
  }
};

/** Runs every part of the check, and reports all that any of them finds. */
export const runChecks = async (
  project: Project,
  { base, usage }: { readonly base: string; readonly usage: Usage | undefined },
): Promise<CheckResult> => {
  const { supergraphSdl, findings } = compose(project.subgraphs);
  const before = await readBase(project, base);
  if (supergraphSdl === undefined) return resultOf([...project.findings, ...findings], ['compose']);
  const context = { project, usage, revision: base, base: before, head: readSchemas(supergraphSdl) };
  const found = [...project.findings, ...findings];
  for (const check of checks) found.push(...(await check.run(context)));
  return resultOf(found, ['compose', ...checks.map(({ name }) => name)]);
};
