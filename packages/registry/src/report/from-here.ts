import { dirname, isAbsolute, posix, relative, resolve, sep } from 'node:path';
import type { CheckResult } from '../check/run.ts';

/**
 * With places as they are called from where the command runs: CI and editors know no other folder. Those of a configuration
 * that is not below it are in another repository, and stay relative to the configuration.
 */
export const fromHere = (result: CheckResult, config: string): CheckResult => {
  const folder = relative(process.cwd(), dirname(resolve(config))).split(sep);
  if (folder[0] === '..' || isAbsolute(folder.join(sep))) return result;
  const findings = result.findings.map((finding) => {
    const { place } = finding;
    return place === undefined ? finding : { ...finding, place: { ...place, file: posix.join(...folder, place.file) } };
  });
  return { ...result, findings };
};
