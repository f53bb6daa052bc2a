import { readBase } from '../base/base.ts';
import { compose } from '../composition/compose.ts';
import { readSchemas } from '../composition/schemas.ts';
import { isError, type CheckName, type Finding } from '../finding.ts';
import type { Project } from '../project/project.ts';
import type { Usage } from '../usage/usage.ts';
import { budgets } from './budgets.ts';
import { changes, judgeCauses } from './changes.ts';
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

/** Runs every part of the check, and reports all that any of them finds. */
export const runChecks = async (
  project: Project,
  { base, usage }: { readonly base: string; readonly usage: Usage | undefined },
): Promise<CheckResult> => {
  const { supergraphSdl, findings } = compose(project.subgraphs);
  const before = await readBase(project, base);
  const found = [...project.findings, ...findings];
  if (supergraphSdl === undefined) {
    const causes = judgeCauses({ before: before.subgraphs, after: project.subgraphs });
    return resultOf([...found, ...causes], ['compose']);
  }
  const { schemas, subgraphs } = before;
  const context = { project, usage, revision: base, base: schemas, subgraphs, head: readSchemas(supergraphSdl) };
  found.push(...before.findings);
  for (const check of checks) found.push(...(await check.run(context)));
  return resultOf(found, ['compose', ...checks.map(({ name }) => name)]);
};
