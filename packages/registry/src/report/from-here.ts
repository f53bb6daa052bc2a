import { dirname, posix, sep } from 'node:path';
import type { CheckResult } from '../check/run.ts';

/** With places as they are called from where the command runs: CI and editors know no other folder. */
export const fromHere = (result: CheckResult, config: string): CheckResult => {
  const folder = dirname(config).split(sep).join('/');
  const findings = result.findings.map((finding) => {
    const { place } = finding;
    return place === undefined ? finding : { ...finding, place: { ...place, file: posix.join(folder, place.file) } };
  });
  return { ...result, findings };
};
