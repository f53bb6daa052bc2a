import { readBudgets, type BudgetFile } from '../budgets/budget-file.ts';
import { compareWithBudget } from '../budgets/compare.ts';
import { measureAll, type Measured } from '../budgets/measure-all.ts';
import { hasFile } from '../budgets/persisted.ts';
import type { Finding, Severity } from '../finding.ts';
import type { Project } from '../project/project.ts';
import type { Check } from './context.ts';

const HOW_TO_WRITE = 'Run `supergraph budgets --write` and commit';

const budgetFinding = (rule: string, severity: Severity, message: string): Finding => ({
  check: 'budgets',
  rule,
  severity,
  message,
});

/** Of all operations at once where there is no file yet: then it is one thing to do. */
const missing = (measured: readonly Measured[], { budgets, exists, file }: BudgetFile): readonly Finding[] => {
  const without = measured.filter(({ id, ...rest }) => 'figures' in rest && !budgets.has(id));
  if (without.length === 0) return [];
  if (!exists) {
    const message = `No operation has a budget, so nothing tells when one costs more. ${HOW_TO_WRITE} ${file}.`;
    return [budgetFinding('BUDGET_MISSING', 'warning', message)];
  }
  return without.map(({ id, file: operation }) => ({
    ...budgetFinding('BUDGET_MISSING', 'warning', `${id} has no budget. ${HOW_TO_WRITE} ${file}.`),
    place: { file: operation, line: 1, column: 1 },
  }));
};

/** Where nothing can be measured the gateway runs the operation by other means, if it runs it at all. */
const unmeasured = (measured: readonly Measured[], { budgets, placeOf }: BudgetFile): readonly Finding[] =>
  measured.flatMap((one) => {
    if (!('refusal' in one)) return [];
    const { id, file, refusal } = one;
    const place = budgets.has(id) ? placeOf(id, []) : { file, line: 1, column: 1 };
    const message = `${id} cannot be measured, so its budget does not count: ${refusal}.`;
    return [{ ...budgetFinding('BUDGET_UNMEASURED', budgets.has(id) ? 'error' : 'warning', message), place }];
  });

const uncounted = (measured: readonly Measured[], budgets: BudgetFile, calls: string): readonly Finding[] =>
  measured.flatMap((one) => {
    const budget = budgets.budgets.get(one.id);
    if (!('figures' in one) || budget?.storeCalls === undefined || one.figures.storeCalls !== undefined) return [];
    const message = `${one.id}: ${calls} has no calls of it, so the budget of its calls does not count. Record a run.`;
    return [
      { ...budgetFinding('BUDGET_CALLS_UNKNOWN', 'warning', message), place: budgets.placeOf(one.id, ['storeCalls']) },
    ];
  });

/** An operation whose file is there but which is not valid is the business of another part of the check. */
const stale = async (
  measured: readonly Measured[],
  { budgets, placeOf, file }: BudgetFile,
  project: Project,
): Promise<readonly Finding[]> => {
  const ids = new Set(measured.map(({ id }) => id));
  const findings: Finding[] = [];
  for (const id of budgets.keys()) {
    if (ids.has(id) || (await hasFile(project, id))) continue;
    const message = `${file} has a budget for ${id}, which there is not. ${HOW_TO_WRITE} it.`;
    findings.push({ ...budgetFinding('BUDGET_STALE', 'warning', message), place: placeOf(id, []) });
  }
  return findings;
};

/** No persisted operation costs more than its budget says. */
export const budgets: Check = {
  name: 'budgets',
  run: async ({ project, head }) => {
    const committed = await readBudgets(project.folder, project.budgets);
    const measured = await measureAll(project, head);
    return [
      ...measured.flatMap((one) => ('figures' in one ? compareWithBudget(one.id, one.figures, committed) : [])),
      ...unmeasured(measured, committed),
      ...uncounted(measured, committed, project.calls),
      ...missing(measured, committed),
      ...(await stale(measured, committed, project)),
    ];
  },
};
