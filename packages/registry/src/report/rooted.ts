import { basename, dirname, posix, resolve } from 'node:path';
import { prefixInRepository } from '../base/git.ts';
import type { CheckResult } from '../check/run.ts';
import type { Finding } from '../finding.ts';

/** A result whose places are relative to the root of the repository, as those who show it in its files need them. */
export interface RootedResult extends CheckResult {
  /** supergraph.yaml, from the same root. */
  readonly config: string;
}

/** False for what lies beside the root, so that nobody can find it from there. */
export const isWithin = (file: string): boolean => !posix.isAbsolute(file) && !/^(\.\.(\/|$)|[A-Za-z]:)/.test(file);

const moved = (finding: Finding, prefix: string): Finding => {
  const { place } = finding;
  if (place === undefined || posix.isAbsolute(place.file)) return finding;
  return { ...finding, place: { ...place, file: posix.join(prefix, place.file) } };
};

/** Moves the places of a result from the folder of supergraph.yaml to the root of the repository. */
export const fromRoot = async (
  result: CheckResult,
  config: string,
  workspace: string | undefined,
): Promise<RootedResult> => {
  const prefix = await prefixInRepository(dirname(resolve(config)), workspace);
  const findings = result.findings.map((finding) => moved(finding, prefix));
  return { ...result, findings, config: posix.join(prefix, basename(config)) };
};
