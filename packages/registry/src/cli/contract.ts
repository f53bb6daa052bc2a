import { parse, printSchema } from 'graphql';
import { createPlaces } from '../changes/places.ts';
import { compose } from '../composition/compose.ts';
import { composeContract } from '../contracts/compose-contract.ts';
import { describeContract } from '../contracts/describe.ts';
import type { ContractSettings } from '../contracts/settings.ts';
import type { CheckResult } from '../check/run.ts';
import { exitCodes, InputError, type ExitCode } from '../exit-codes.ts';
import { isError } from '../finding.ts';
import { composerVersion } from '../project/federation-version.ts';
import type { Project } from '../project/project.ts';
import { readProject } from '../project/read-project.ts';
import { schemaJson, type WrittenSchema } from '../report/json.ts';
import type { FormatName } from '../report/names.ts';
import { report } from '../report/report.ts';
import { fromHere } from '../report/from.ts';
import { text } from '../report/text.ts';
import { complain, tell, writeOutput } from './output.ts';

/** Options of `supergraph contract`. */
export interface ContractOptions {
  readonly config: string;
  /** A file; absent, the output. */
  readonly out?: string;
  /** What clients see, instead of the supergraph. */
  readonly api: boolean;
  readonly format: FormatName;
}

const settingsOf = (name: string, { contracts }: Project): ContractSettings => {
  const settings = Object.hasOwn(contracts, name) ? contracts[name] : undefined;
  if (settings !== undefined) return settings;
  const names = Object.keys(contracts);
  throw new InputError(
    `registry.yaml has no contract ${name}; it has ${names.length === 0 ? 'none' : names.join(', ')}.`,
  );
};

/** A contract's schema, or none, and what was found. */
interface Written {
  readonly result: CheckResult;
  readonly sdl?: string;
}

const compileContract = (name: string, project: Project, api: boolean): Written => {
  const settings = settingsOf(name, project);
  const { supergraphSdl, findings } = compose(project.subgraphs);
  if (supergraphSdl === undefined || findings.some(isError)) {
    return { result: { findings, ran: ['compose'], passed: false } };
  }
  const contract = composeContract(parse(supergraphSdl), settings);
  const wrong = describeContract({ name, contract, promises: settings.unreachable }, createPlaces(project.subgraphs));
  const passed = contract.schemas !== undefined && wrong.length === 0;
  const result: CheckResult = { findings: wrong, ran: ['contracts'], passed };
  if (contract.schemas === undefined || !passed) return { result };
  return { result, sdl: api ? `${printSchema(contract.schemas.api)}\n` : contract.schemas.supergraphSdl };
};

const asJson = (sdl: string, api: boolean): WrittenSchema =>
  api ? { sdl: { contents: sdl } } : { core_schema: sdl, federation_version: `=${composerVersion}` };

/** Composes a contract and writes it, if it keeps its promises. Throws `InputError` for a name that there is not. */
export const runContract = async (name: string, options: ContractOptions): Promise<ExitCode> => {
  const { config, out, api, format } = options;
  const { result, sdl } = compileContract(name, await readProject(config), api);
  if (sdl !== undefined && out !== undefined) {
    await writeOutput(sdl, out, '--out');
    (format === 'text' ? tell : complain)(`${out} written.`);
  }
  if (format === 'json') {
    process.stdout.write(schemaJson(result, sdl === undefined ? undefined : asJson(sdl, api)));
  } else if (format !== 'text') process.stdout.write(await report(result, { format, config }));
  else if (sdl === undefined) process.stderr.write(text(fromHere(result, config)));
  else if (out === undefined) process.stdout.write(sdl);
  return result.passed ? exitCodes.good : exitCodes.bad;
};
