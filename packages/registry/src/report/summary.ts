import type { CheckResult } from '../check/run.ts';
import type { Finding, Severity } from '../finding.ts';
import { counted } from './counts.ts';

/** GitHub refuses a summary of more than 1 MiB; a table of so many rows is far from it. */
const MAX_ROWS = 200;

const order: readonly Severity[] = ['error', 'warning', 'note'];

const cell = (text: string): string =>
  text
    .slice(0, 1000)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/\|/g, '\\|')
    .replace(/\s*[\r\n]+\s*/g, ' ');

const row = ({ severity, check, message, rule, place, coordinate }: Finding): string => {
  const where = place === undefined ? (coordinate ?? '') : `${place.file}:${place.line}`;
  return `| ${[severity, check, message, where, rule].map(cell).join(' | ')} |`;
};

/** A page in Markdown for the summary of a GitHub Actions run. */
export const summary = ({ findings, passed }: CheckResult): string => {
  const sorted = order.flatMap((kind) => findings.filter(({ severity }) => severity === kind));
  const more = sorted.length > MAX_ROWS ? ['', `And ${sorted.length - MAX_ROWS} more, in the log.`] : [];
  const table = ['', '| | check | | where | rule |', '| --- | --- | --- | --- | --- |'];
  const rows = sorted.slice(0, MAX_ROWS).map(row);
  return `${[
    `### The schema is ${passed ? 'good' : 'bad'}: ${counted(findings)}`,
    ...(rows.length === 0 ? [] : [...table, ...rows, ...more]),
  ].join('\n')}\n`;
};
