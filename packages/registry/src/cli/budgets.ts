import { readBudgets, writeBudgets } from '../budgets/budget-file.ts';
import { differencesOf } from '../budgets/compare.ts';
import { listFigures, type Figures } from '../budgets/figures.ts';
import { measureAll, type Measured } from '../budgets/measure-all.ts';
import { hasFile } from '../budgets/persisted.ts';
import { compose } from '../composition/compose.ts';
import { readSchemas } from '../composition/schemas.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Project } from '../project/project.ts';
import { readProject } from '../project/read-project.ts';
import { complain, tell } from './output.ts';
import { refuse } from './refuse.ts';

/** Options of `supergraph budgets`. */
export interface BudgetsOptions {
  readonly config: string;
  /** Accepts what was measured. */
  readonly write: boolean;
}

const describe = (figures: Figures): string => {
  const all = listFigures(figures);
  const costs = all.filter(({ isCost }) => isCost).map(({ label, text: value }) => `${label} ${value}`);
  const served = all.filter(({ isCost }) => !isCost);
  const least = served.reduce((worst, { value }) => Math.min(worst, value), 100);
  const shares = served.map(({ path, text: value }) => `${String(path[1])} ${value}`).join(' · ');
  return `  ${costs.join(' · ')}\n  served without ${shares === '' ? 'any one subgraph 100 %' : `${shares} · at least ${least} %`}`;
};

const complainOf = (measured: readonly Measured[]): void => {
  for (const one of measured) if ('refusal' in one) complain(`${one.id} cannot be measured: ${one.refusal}.`);
};

const show = (measured: readonly Measured[]): void => {
  for (const one of measured) if ('figures' in one) tell(`${one.id}\n${describe(one.figures)}`);
};

/** As measured, but for what differs within its tolerance: that stays as it is, so that no machine undoes another's work. */
const settled = (budget: Figures | undefined, figures: Figures): Figures => {
  if (budget === undefined) return figures;
  const isOther = differencesOf(budget, figures).some(({ after }) => after.path[0] === 'planning');
  const { legacyCalls, storeCalls } = budget;
  const counted = {
    ...(legacyCalls === undefined ? {} : { legacyCalls }),
    ...(storeCalls === undefined ? {} : { storeCalls }),
  };
  return { ...counted, ...figures, planning: isOther ? figures.planning : budget.planning };
};

const write = async (project: Project, measured: readonly Measured[]): Promise<void> => {
  const { budgets } = await readBudgets(project.folder, project.budgets);
  const written = new Map<string, Figures | undefined>();
  // What is not valid now has its budget still when it is mended.
  for (const id of budgets.keys()) if (await hasFile(project, id)) written.set(id, undefined);
  for (const one of measured)
    written.set(one.id, 'figures' in one ? settled(budgets.get(one.id), one.figures) : undefined);
  await writeBudgets(project.folder, project.budgets, written);
  tell(`${project.budgets} written.`);
};

/** Shows what each persisted operation costs, or writes it down as its budget. */
export const runBudgets = async ({ config, write: isAccepted }: BudgetsOptions): Promise<ExitCode> => {
  const project = await readProject(config);
  const { supergraphSdl, findings } = compose(project.subgraphs);
  if (supergraphSdl === undefined) {
    return refuse(findings, { config });
  }
  const measured = await measureAll(project, readSchemas(supergraphSdl));
  complainOf(measured);
  if (isAccepted) await write(project, measured);
  else show(measured);
  return exitCodes.good;
};
