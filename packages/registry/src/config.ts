import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';

/** One subgraph of supergraph.yaml with its schema read. */
export interface SubgraphSource {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
}

/** A fault of the input: the command prints its message and exits 3. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const read = async (path: string, what: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new InputError(`${what}: ${path} cannot be read.`);
  }
};

const sourceOf = async (name: string, entry: unknown, folder: string): Promise<SubgraphSource> => {
  const schema = isRecord(entry) ? entry['schema'] : undefined;
  const file = isRecord(schema) ? schema['file'] : undefined;
  if (!isRecord(entry) || typeof file !== 'string') {
    throw new InputError(`subgraphs.${name}: schema.file is missing; it names the SDL file.`);
  }
  const url = typeof entry['routing_url'] === 'string' ? entry['routing_url'] : '';
  return { name, url, sdl: await read(resolve(folder, file), `subgraphs.${name}.schema.file`) };
};

/** Reads supergraph.yaml (Rover's format) and the schemas it names. Throws `InputError`. */
export const readSources = async (config: string): Promise<readonly SubgraphSource[]> => {
  const document: unknown = parse(await read(config, 'supergraph configuration'));
  const subgraphs = isRecord(document) ? document['subgraphs'] : undefined;
  if (!isRecord(subgraphs)) throw new InputError(`${config}: the key "subgraphs" is missing.`);
  return Promise.all(Object.entries(subgraphs).map(([name, entry]) => sourceOf(name, entry, dirname(config))));
};
