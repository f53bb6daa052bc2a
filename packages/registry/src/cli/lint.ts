import { lintProject } from '../check/lint.ts';
import { parseSubgraphs } from '../composition/compose.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { isError } from '../finding.ts';
import { explain } from '../lint/document.ts';
import { ruleNamed } from '../lint/known-rules.ts';
import { rules } from '../lint/rules.ts';
import { readProject } from '../project/read-project.ts';
import type { FormatName } from '../report/names.ts';
import { report } from '../report/report.ts';
import { tell } from './output.ts';

/** Options of `supergraph lint`. */
export interface LintOptions {
  readonly config: string;
  readonly format: FormatName;
  /** Lists the rules, and lints nothing. */
  readonly list: boolean;
  /** Explains a rule, and lints nothing. */
  readonly explain?: string;
}

const listRules = (): ExitCode => {
  const width = Math.max(...rules.map(({ name }) => name.length));
  for (const { name, severity, what } of rules) tell(`${name.padEnd(width)}  ${severity.padEnd(7)}  ${what}`);
  return exitCodes.good;
};

const explainRule = (name: string): ExitCode => {
  const rule = ruleNamed(name);
  tell(`${rule.name}\n\n${explain(rule)}`);
  return exitCodes.good;
};

/** Lints the subgraphs by themselves, or tells of the rules. They need not compose, but parse. */
export const runLint = async (options: LintOptions): Promise<ExitCode> => {
  if (options.explain !== undefined) return explainRule(options.explain);
  if (options.list) return listRules();
  const project = await readProject(options.config);
  const { findings: unparsed } = parseSubgraphs(project.subgraphs);
  const findings = unparsed.length > 0 ? unparsed : lintProject(project);
  const passed = !findings.some(isError);
  const ran = [unparsed.length > 0 ? 'compose' : 'lint'] as const;
  process.stdout.write(await report({ findings, ran, passed }, options));
  return passed ? exitCodes.good : exitCodes.bad;
};
