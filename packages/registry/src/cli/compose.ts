import { resolve } from 'node:path';
import { compose } from '../composition/compose.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { isError, type Finding } from '../finding.ts';
import { pathFrom } from '../paths.ts';
import { composerVersion } from '../project/federation-version.ts';
import type { Project } from '../project/project.ts';
import { readProject } from '../project/read-project.ts';
import { readTextIfAny } from '../project/read-text.ts';
import { schemaJson } from '../report/json.ts';
import type { FormatName } from '../report/names.ts';
import { report } from '../report/report.ts';
import { fromHere } from '../report/from.ts';
import { text } from '../report/text.ts';
import { complain, tell, writeOutput } from './output.ts';

/** Options of `supergraph compose`. */
export interface ComposeOptions {
  readonly config: string;
  /** Where the supergraph goes; absent, where registry.yaml says. */
  readonly out?: string;
  /** Writes nothing; a stale file is an error. */
  readonly check: boolean;
  readonly format: FormatName;
}

/** What became of the file: a sentence, or what is wrong with it. */
type Delivery = { readonly done: string } | { readonly stale: Finding };

const staleIn = (out: string, { folder }: Project): Finding => ({
  check: 'compose',
  rule: 'SUPERGRAPH_STALE',
  severity: 'error',
  message: `${out} is stale. Run \`supergraph compose\` and commit the result.`,
  place: { file: pathFrom(folder, resolve(out)), line: 1, column: 1 },
});

/** Git may check files out with the line ends of Windows; the schema is the same. */
const isSame = (written: string | undefined, supergraph: string): boolean =>
  written?.replaceAll('\r\n', '\n') === supergraph;

const deliver = async (supergraph: string, { out, check }: ComposeOptions, project: Project): Promise<Delivery> => {
  const path = out ?? resolve(project.folder, project.supergraph);
  if (isSame(await readTextIfAny(path), supergraph)) return { done: `${path} is up to date.` };
  if (check) return { stale: staleIn(path, project) };
  await writeOutput(supergraph, path, out === undefined ? 'supergraph' : '--out');
  return { done: `${path} written.` };
};

/** For people: what is wrong goes to the one output, what was done to the other. */
const tellPeople = (findings: readonly Finding[], delivery: Delivery | undefined, { config }: ComposeOptions): void => {
  const passed = delivery !== undefined;
  if (findings.length > 0) process.stderr.write(text(fromHere({ findings, ran: ['compose'], passed }, config)));
  if (delivery === undefined) return;
  if ('done' in delivery) tell(delivery.done);
  else complain(delivery.stale.message);
};

/** Composes, and writes or checks the supergraph. */
export const runCompose = async (options: ComposeOptions): Promise<ExitCode> => {
  const project = await readProject(options.config);
  const { supergraphSdl, findings: found } = compose(project.subgraphs);
  const findings = [...project.findings, ...found];
  const isBuilt = supergraphSdl !== undefined && !findings.some(isError);
  const delivery = isBuilt ? await deliver(supergraphSdl, options, project) : undefined;
  const passed = delivery !== undefined && 'done' in delivery;
  if (options.format === 'text') tellPeople(findings, delivery, options);
  else {
    const all = delivery !== undefined && 'stale' in delivery ? [...findings, delivery.stale] : findings;
    const result = { findings: all, ran: ['compose'], passed } as const;
    const schema = isBuilt ? { core_schema: supergraphSdl, federation_version: `=${composerVersion}` } : undefined;
    process.stdout.write(options.format === 'json' ? schemaJson(result, schema) : await report(result, options));
    if (passed) complain(delivery.done);
  }
  return passed ? exitCodes.good : exitCodes.bad;
};
