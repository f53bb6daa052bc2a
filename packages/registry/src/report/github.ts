import type { CheckResult } from '../check/run.ts';
import type { Finding, Severity } from '../finding.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

const escaped = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const escapedProperty = (text: string): string => escaped(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

const propertiesOf = ({ place, rule }: Finding): string => {
  const at = place === undefined ? {} : { file: place.file, line: place.line, col: place.column };
  return Object.entries({ ...at, title: rule })
    .map(([name, value]) => `${name}=${escapedProperty(String(value))}`)
    .join(',');
};

/** Annotations of a GitHub Actions run. */
export const github = ({ findings }: CheckResult): string =>
  findings
    .map((finding) => `::${commands[finding.severity]} ${propertiesOf(finding)}::${escaped(finding.message)}\n`)
    .join('');
