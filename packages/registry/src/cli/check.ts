import { appendFile } from 'node:fs/promises';
import { runChecks } from '../check/run.ts';
import { environment } from '../environment.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Project } from '../project/project.ts';
import { readProject } from '../project/read-project.ts';
import type { FormatName } from '../report/names.ts';
import { report } from '../report/report.ts';
import { fromRoot } from '../report/from.ts';
import { summary } from '../report/summary.ts';
import { loadUsage, type LoadedUsage } from '../usage/load.ts';
import { complain } from './output.ts';

/** Options of `supergraph check`. */
export interface CheckOptions {
  readonly config: string;
  /** A revision of git; absent, what registry.yaml says. */
  readonly base?: string;
  readonly format: FormatName;
  /** A file or directory; absent, that of registry.yaml; false: nothing is known. */
  readonly usage?: string | false;
  readonly usageDays?: number;
}

const usageFor = (project: Project, { usage: path, usageDays: days }: CheckOptions): Promise<LoadedUsage> =>
  path === false
    ? Promise.resolve({ usage: undefined, notices: [] })
    : loadUsage(project, { path, days, now: Date.now() });

/** Checks everything, and reports all of it. */
export const runCheck = async (options: CheckOptions): Promise<ExitCode> => {
  const { config, base, format } = options;
  const project = await readProject(config);
  const { usage, notices } = await usageFor(project, options);
  notices.forEach(complain);
  const result = await runChecks(project, { base: base ?? project.base, usage });
  process.stdout.write(await report(result, options));
  const page = format === 'github' ? environment['GITHUB_STEP_SUMMARY'] : undefined;
  if (page !== undefined && page !== '')
    await appendFile(page, summary(await fromRoot(result, config, environment['GITHUB_WORKSPACE'])));
  return result.passed ? exitCodes.good : exitCodes.bad;
};
