import { stripVTControlCharacters, styleText } from 'node:util';
import type { CheckResult } from '../check/run.ts';
import type { CheckName, Finding, Severity } from '../finding.ts';
import { counted } from './counts.ts';

const styles = { error: 'red', warning: 'yellow', note: 'dim' } as const;
const INDENT = ' '.repeat(11);

const styled = (severity: Severity, text: string): string =>
  styleText(styles[severity], text, { stream: process.stdout });

/** Broken at words for a terminal; whole elsewhere, so that a line can be searched for. */
const wrapped = (message: string): string => {
  const text = stripVTControlCharacters(message).replace(/\s*[\r\n]+\s*/g, ' ');
  if (!process.stdout.isTTY) return text;
  const width = Math.max(40, process.stdout.columns - INDENT.length);
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join(`\n${INDENT}`);
};

const findingOf = ({ severity, rule, message, place, subgraph, coordinate }: Finding): string => {
  const where = place === undefined ? subgraph : `${place.file}:${place.line}:${place.column}`;
  const details = [where, coordinate, rule].filter((detail) => detail !== undefined).join(' · ');
  return `  ${styled(severity, severity.padEnd(7))}  ${wrapped(message)}\n${INDENT}${styled('note', details)}`;
};

const sectionOf = (name: CheckName, findings: readonly Finding[]): readonly string[] =>
  findings.length === 0 ? [`${name}: good`] : [`${name}: ${counted(findings)}`, ...findings.map(findingOf)];

/** For people. */
export const text = ({ findings, ran, passed }: CheckResult): string => {
  const sections = ran.flatMap((name) =>
    sectionOf(
      name,
      findings.filter(({ check }) => check === name),
    ),
  );
  const verdict = passed ? 'The schema is good' : 'The schema is bad';
  return `${[...sections, '', `${verdict}: ${counted(findings)}.`].join('\n')}\n`;
};
