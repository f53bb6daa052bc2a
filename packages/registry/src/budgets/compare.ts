import type { Finding } from '../finding.ts';
import type { BudgetFile } from './budget-file.ts';
import { listFigures, servedFigure, type Figure, type Figures } from './figures.ts';

/** One number that is not as it was: `by` is more than 0 where it is worse. */
export interface Difference {
  readonly before: Figure;
  readonly after: Figure;
  readonly by: number;
}

const keyOf = ({ path }: Figure): string => JSON.stringify(path);

/** With a subgraph down that an operation does not need all is served, and nothing written. */
const absent = ({ path, isCost }: Figure): Figure | undefined => {
  const [, subgraph] = path;
  return isCost || subgraph === undefined ? undefined : servedFigure(subgraph, 100);
};

/** What is different beyond its tolerance. Numbers that only one of both has are not compared. */
export const differencesOf = (budget: Figures, measured: Figures): readonly Difference[] => {
  const before = new Map(listFigures(budget).map((figure) => [keyOf(figure), figure]));
  const after = new Map(listFigures(measured).map((figure) => [keyOf(figure), figure]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const known = before.get(key);
    const found = after.get(key);
    const one = known ?? (found && absent(found));
    const other = found ?? (known && absent(known));
    if (one === undefined || other === undefined) return [];
    const by = (other.value - one.value) * (one.isCost ? 1 : -1);
    return Math.abs(by) > one.tolerance ? [{ before: one, after: other, by }] : [];
  });
};

const HOW_TO_WRITE = 'run `supergraph budgets --write` and commit';

const raised = (id: string, { before, after }: Difference, file: string): string =>
  `${id}: ${before.label} ${before.isCost ? 'rose' : 'fell'} from ${before.text} to ${after.text}. ` +
  `To accept it, ${HOW_TO_WRITE} ${file}.`;

const lowered = (id: string, { before, after }: Difference, file: string): string =>
  `${id}: ${before.label} ${before.isCost ? 'fell' : 'rose'} from ${before.text} to ${after.text}. ` +
  `To keep it so, ${HOW_TO_WRITE} ${file}.`;

/** What an operation costs, beside its budget. */
export const compareWithBudget = (
  id: string,
  measured: Figures,
  { budgets, placeOf, file }: BudgetFile,
): readonly Finding[] => {
  const budget = budgets.get(id);
  if (budget === undefined) return [];
  return differencesOf(budget, measured).map((difference) => ({
    check: 'budgets',
    rule: difference.by > 0 ? 'BUDGET_EXCEEDED' : 'BUDGET_IMPROVED',
    severity: difference.by > 0 ? 'error' : 'note',
    message: (difference.by > 0 ? raised : lowered)(id, difference, file),
    place: placeOf(id, difference.before.path),
  }));
};
