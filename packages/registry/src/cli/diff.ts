import { diffApi } from '../changes/diff.ts';
import { readBase } from '../check/run.ts';
import { compose } from '../composition/compose.ts';
import { readSchemas } from '../composition/schemas.ts';
import { exitCodes, InputError, type ExitCode } from '../exit-codes.ts';
import { readProject } from '../project/read-project.ts';
import { text } from '../report/text.ts';
import { tell } from './output.ts';

/** Options of `supergraph diff`. */
export interface DiffOptions {
  readonly config: string;
  readonly base?: string;
}

/** Lists what is different for clients. What a difference means is for `check` to say. */
export const runDiff = async ({ config, base }: DiffOptions): Promise<ExitCode> => {
  const project = await readProject(config);
  const revision = base ?? project.base;
  const before = await readBase(project, revision);
  if (before === undefined) throw new InputError(`base: ${revision} has no ${project.supergraph}.`);
  const { supergraphSdl, findings } = compose(project.subgraphs);
  if (supergraphSdl === undefined) {
    process.stderr.write(text({ findings, ran: ['compose'], passed: false }));
    return exitCodes.bad;
  }
  const changes = await diffApi(before.api, readSchemas(supergraphSdl).api);
  for (const { level, message } of changes) tell(`${level.padEnd(9)}  ${message}`);
  if (changes.length === 0) tell(`Clients see what they saw in ${revision}.`);
  return exitCodes.good;
};
