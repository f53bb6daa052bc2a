import type { CheckResult } from '../check/run.ts';
import type { Finding, Severity } from '../finding.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/** GitHub keeps as many annotations of each kind from one step, and drops the rest without a word. */
const MAX_OF_A_KIND = 10;

const escaped = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const escapedProperty = (text: string): string => escaped(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

const propertiesOf = ({ place, rule }: Finding): string => {
  const at = place === undefined ? {} : { file: place.file, line: place.line, col: place.column };
  return Object.entries({ ...at, title: rule })
    .map(([name, value]) => `${name}=${escapedProperty(String(value))}`)
    .join(',');
};

const annotation = (finding: Finding): string =>
  `::${commands[finding.severity]} ${propertiesOf(finding)}::${escaped(finding.message)}\n`;

/** For the log alone. On one line, so that nothing in it is taken for a command. */
const line = ({ severity, rule, message, place }: Finding): string => {
  const where = place === undefined ? '' : ` (${place.file}:${place.line}:${place.column})`;
  return `${severity}: ${message.replace(/\s*[\r\n]+\s*/g, ' ')}${where} ${rule}\n`;
};

const ofKind = (findings: readonly Finding[], kind: Severity): string => {
  const found = findings.filter(({ severity }) => severity === kind);
  const shown = found.slice(0, MAX_OF_A_KIND).map(annotation);
  return [...shown, ...found.slice(MAX_OF_A_KIND).map(line)].join('');
};

/** Annotations of a GitHub Actions run, errors first; what is more than GitHub keeps is written to the log. */
export const github = ({ findings }: CheckResult): string =>
  ofKind(findings, 'error') + ofKind(findings, 'warning') + ofKind(findings, 'note');
