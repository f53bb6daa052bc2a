import { basename, dirname, posix, resolve } from 'node:path';
import { prefixInRepository } from '../base/git.ts';
import type { CheckResult } from '../check/run.ts';
import { isWithin, pathFrom } from '../paths.ts';

/** A result whose places are relative to the root of the repository, as those who show it in its files need them. */
export interface RootedResult extends CheckResult {
  /** supergraph.yaml, from the same root. */
  readonly config: string;
}

/** Moves the places of a result from the folder of supergraph.yaml to one above it, from which that folder is `prefix`. */
const moved = (result: CheckResult, prefix: string): CheckResult => ({
  ...result,
  findings: result.findings.map((finding) => {
    const { place } = finding;
    if (place === undefined || posix.isAbsolute(place.file)) return finding;
    return { ...finding, place: { ...place, file: posix.join(prefix, place.file) } };
  }),
});

/**
 * With places as they are called from where the command runs: editors know no other folder. Those of a configuration that
 * is not below it are in another repository, and stay relative to the configuration.
 */
export const fromHere = (result: CheckResult, config: string): CheckResult => {
  const prefix = pathFrom(process.cwd(), dirname(resolve(config)));
  return isWithin(prefix) ? moved(result, prefix) : result;
};

/** With places as they are called from the root of the repository. */
export const fromRoot = async (
  result: CheckResult,
  config: string,
  workspace: string | undefined,
): Promise<RootedResult> => {
  const prefix = await prefixInRepository(dirname(resolve(config)), workspace);
  return { ...moved(result, prefix), config: posix.join(prefix, basename(config)) };
};
