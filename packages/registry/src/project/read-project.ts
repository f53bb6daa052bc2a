import { basename, dirname, resolve } from 'node:path';
import { environment } from '../environment.ts';
import { InputError, TimedOutError } from '../exit-codes.ts';
import { pathFrom } from '../paths.ts';
import { Faults } from './faults.ts';
import { fetchFromGraphOs, introspect, type Reach } from './fetch-schema.ts';
import type { Project, Subgraph } from './project.ts';
import { readSettings } from './read-settings.ts';
import { readText, readTextIfAny } from './read-text.ts';
import { readSupergraphYaml, type SubgraphEntry } from './supergraph-yaml.ts';

/** How supergraph.yaml is read. */
export interface ReadOptions extends Partial<Reach> {
  /** False leaves `${…}` as it is: what Rover hands over is expanded already. */
  readonly expands?: boolean;
}

const namedIn = (folder: string, file: string): string => pathFrom(folder, resolve(folder, file)) || file;

const readSubgraph = async (entry: SubgraphEntry, folder: string, reach: Reach): Promise<Subgraph> => {
  const { name, routingUrl, source } = entry;
  switch (source.kind) {
    case 'file': {
      const sdl = await readText(resolve(folder, source.file), `subgraphs.${name}.schema.file`);
      return { name, routingUrl: routingUrl ?? '', sdl, file: namedIn(folder, source.file) };
    }
    case 'sdl':
      return { name, routingUrl: routingUrl ?? '', sdl: source.sdl, file: undefined };
    case 'url':
    case 'graphos': {
      const fetched = source.kind === 'url' ? introspect(source, reach) : fetchFromGraphOs(source, reach);
      const { sdl, routingUrl: known } = await fetched;
      return { name, routingUrl: routingUrl ?? known, sdl, file: undefined };
    }
  }
};

const readOrFault = async (
  entry: SubgraphEntry,
  faults: Faults,
  read: () => Promise<Subgraph>,
): Promise<Subgraph[]> => {
  const { name, source, place } = entry;
  const what = source.kind === 'file' ? '' : `subgraphs.${name}.schema: `;
  try {
    return [await read()];
  } catch (error) {
    if (error instanceof TimedOutError) faults.addTimeout(`${what}${error.message}`, place);
    else if (error instanceof InputError) faults.add(`${what}${error.message}`, place);
    else throw error;
    return [];
  }
};

/**
 * Reads supergraph.yaml (Rover's format), registry.yaml beside it, and the schemas that are named there, from files and
 * from servers. Throws `InputError` with everything that is wrong, or `TimedOutError`.
 */
export const readProject = async (config: string, options: ReadOptions = {}): Promise<Project> => {
  const { env = environment, expands = true } = options;
  const folder = dirname(resolve(config));
  const faults = new Faults(dirname(config));
  const what = 'supergraph configuration';
  const text = await readTextIfAny(config, what);
  if (text === undefined) throw new InputError(`${what}: ${config} does not exist. Name it with --config <file>.`);
  const reading = { file: basename(config), variables: expands ? { env, folder } : undefined };
  const { federationVersion, subgraphs, findings } = await readSupergraphYaml(text, reading, faults);
  const settings = await readSettings(folder, faults);
  const read = await Promise.all(
    subgraphs.map((entry) => readOrFault(entry, faults, () => readSubgraph(entry, folder, { ...options, env }))),
  );
  faults.throwIfAny();
  return { ...settings, folder, config: basename(config), federationVersion, findings, subgraphs: read.flat() };
};
