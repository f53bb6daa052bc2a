import { styleText } from 'node:util';
import type { CheckResult } from '../check/run.ts';
import type { CheckName, Finding, Severity } from '../finding.ts';

const styles = { error: 'red', warning: 'yellow', note: 'dim' } as const;

const styled = (severity: Severity, text: string): string =>
  styleText(styles[severity], text, { stream: process.stdout });

const lineOf = ({ severity, rule, message, place, subgraph }: Finding): string => {
  const where = place === undefined ? (subgraph ?? '') : `${place.file}:${place.line}:${place.column}`;
  return `  ${styled(severity, severity.padEnd(7))}  ${message}${where === '' ? '' : `  (${where})`}  ${rule}`;
};

const sectionOf = (name: CheckName, findings: readonly Finding[]): readonly string[] =>
  findings.length === 0 ? [`${name}: good`] : [`${name}:`, ...findings.map(lineOf)];

/** For people. */
export const text = ({ findings, ran, passed }: CheckResult): string => {
  const sections = ran.flatMap((name) =>
    sectionOf(
      name,
      findings.filter(({ check }) => check === name),
    ),
  );
  return `${[...sections, '', passed ? 'The schema is good.' : 'The schema is bad.'].join('\n')}\n`;
};
