import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { compose } from '../composition/compose.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { readProject } from '../project/read-project.ts';
import { readTextIfAny } from '../project/read-text.ts';
import { fromHere } from '../report/from-here.ts';
import { text } from '../report/text.ts';
import { complain, tell } from './output.ts';

/** Options of `supergraph compose`. */
export interface ComposeOptions {
  readonly config: string;
  /** Where the supergraph goes; absent, where registry.yaml says. */
  readonly out?: string;
  /** Writes nothing; a stale file is an error. */
  readonly check: boolean;
}

const deliver = async (supergraph: string, out: string, check: boolean): Promise<ExitCode> => {
  if ((await readTextIfAny(out)) === supergraph) tell(`${out} is up to date.`);
  else if (check) {
    complain(`${out} is stale. Run \`supergraph compose\` and commit the result.`);
    return exitCodes.bad;
  } else {
    await writeFile(out, supergraph);
    tell(`${out} written.`);
  }
  return exitCodes.good;
};

/** Composes, and writes or checks the supergraph. */
export const runCompose = async ({ config, out, check }: ComposeOptions): Promise<ExitCode> => {
  const project = await readProject(config);
  const { supergraphSdl, findings: found } = compose(project.subgraphs);
  const findings = [...project.findings, ...found];
  const passed = supergraphSdl !== undefined && findings.every(({ severity }) => severity !== 'error');
  const result = fromHere({ findings, ran: ['compose'], passed }, config);
  if (findings.length > 0) process.stderr.write(text(result));
  if (supergraphSdl === undefined || !passed) return exitCodes.bad;
  return deliver(supergraphSdl, out ?? resolve(project.folder, project.supergraph), check);
};
