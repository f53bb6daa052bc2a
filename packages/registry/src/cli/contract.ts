import { writeFile } from 'node:fs/promises';
import { parse, printSchema } from 'graphql';
import { createPlaces } from '../changes/places.ts';
import { compose } from '../composition/compose.ts';
import { composeContract } from '../contracts/compose-contract.ts';
import { describeContract } from '../contracts/describe.ts';
import type { ContractSettings } from '../contracts/settings.ts';
import { exitCodes, InputError, type ExitCode } from '../exit-codes.ts';
import { isError } from '../finding.ts';
import type { Project } from '../project/project.ts';
import { readProject } from '../project/read-project.ts';
import { tell } from './output.ts';
import { refuse } from './refuse.ts';

/** Options of `supergraph contract`. */
export interface ContractOptions {
  readonly config: string;
  /** A file; absent, the output. */
  readonly out?: string;
  /** What clients see, instead of the supergraph. */
  readonly api: boolean;
}

const settingsOf = (name: string, { contracts }: Project): ContractSettings => {
  const settings = Object.hasOwn(contracts, name) ? contracts[name] : undefined;
  if (settings !== undefined) return settings;
  const names = Object.keys(contracts);
  throw new InputError(
    `registry.yaml has no contract ${name}; it has ${names.length === 0 ? 'none' : names.join(', ')}.`,
  );
};

const write = async (sdl: string, out: string): Promise<void> => {
  try {
    await writeFile(out, sdl);
  } catch (cause) {
    throw new InputError(`--out: ${out} cannot be written.`, { cause });
  }
  tell(`${out} written.`);
};

/** Composes a contract and writes it, if it keeps its promises. Throws `InputError` for a name that there is not. */
export const runContract = async (name: string, { config, out, api }: ContractOptions): Promise<ExitCode> => {
  const project = await readProject(config);
  const settings = settingsOf(name, project);
  const { supergraphSdl, findings } = compose(project.subgraphs);
  if (supergraphSdl === undefined || findings.some(isError)) {
    return refuse(findings, { config });
  }
  const contract = composeContract(parse(supergraphSdl), settings);
  const wrong = describeContract({ name, contract, promises: settings.unreachable }, createPlaces(project.subgraphs));
  if (contract.schemas === undefined || wrong.length > 0) {
    return refuse(wrong, { config, ran: 'contracts' });
  }
  const sdl = api ? `${printSchema(contract.schemas.api)}\n` : contract.schemas.supergraphSdl;
  if (out === undefined) process.stdout.write(sdl);
  else await write(sdl, out);
  return exitCodes.good;
};
