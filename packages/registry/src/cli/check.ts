import { runChecks } from '../check/run.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { readProject } from '../project/read-project.ts';
import { formats, type FormatName } from '../report/report.ts';

/** Options of `supergraph check`. */
export interface CheckOptions {
  readonly config: string;
  /** A revision of git; absent, what registry.yaml says. */
  readonly base?: string;
  readonly format: FormatName;
}

/** Checks everything, and reports all of it. */
export const runCheck = async ({ config, base, format }: CheckOptions): Promise<ExitCode> => {
  const project = await readProject(config);
  const result = await runChecks(project, { base: base ?? project.base, usage: undefined });
  process.stdout.write(formats[format](result));
  return result.passed ? exitCodes.good : exitCodes.bad;
};
