import { readFile, writeFile } from 'node:fs/promises';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { InputError, readSources, type SubgraphSource } from './config.ts';

/** Options of `supergraph compose`. */
export interface ComposeOptions {
  readonly config: string;
  readonly out: string;
  readonly check: boolean;
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

const composeAll = (sources: readonly SubgraphSource[]) =>
  composeServices(sources.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })));

const deliver = async (supergraph: string, { out, check }: ComposeOptions): Promise<number> => {
  const current = await readFile(out, 'utf8').catch(() => null);
  if (current === supergraph) {
    print(`${out} is up to date.`);
    return 0;
  }
  if (check) {
    complain(`${out} is stale. Run \`npm run compose\` and commit the result.`);
    return 1;
  }
  await writeFile(out, supergraph);
  print(`${out} written.`);
  return 0;
};

/** Composes and writes, or checks, the supergraph. Exit code: 0 good, 1 schema bad or file stale, 3 bad input. */
export const compose = async (options: ComposeOptions): Promise<number> => {
  try {
    const { errors, supergraphSdl, hints } = composeAll(await readSources(options.config));
    for (const hint of hints ?? []) complain(`hint: ${hint.toString()}`);
    if (supergraphSdl !== undefined) return await deliver(`${supergraphSdl.trim()}\n`, options);
    for (const error of errors) complain(`error: ${error.message}`);
    return 1;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    complain(`${error instanceof InputError ? 'input' : 'schema'}: ${error.message}`);
    return error instanceof InputError ? 3 : 1;
  }
};
