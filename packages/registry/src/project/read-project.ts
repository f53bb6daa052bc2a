import { basename, dirname, join, resolve } from 'node:path';
import { parseDocument, type Document } from 'yaml';
import { settingsPlaces } from '../contracts/settings-file.ts';
import { environment } from '../environment.ts';
import { InputError, TimedOutError } from '../exit-codes.ts';
import { pathFrom } from '../paths.ts';
import { Faults } from './faults.ts';
import { fetchFromGraphOs, introspect, type Reach } from './fetch-schema.ts';
import type { Project, Subgraph } from './project.ts';
import { readText, readTextIfAny } from './read-text.ts';
import { SETTINGS_FILE, settingsSchema, type Settings } from './settings.ts';
import { readSupergraphYaml, type SubgraphEntry } from './supergraph-yaml.ts';

/** How supergraph.yaml is read. */
export interface ReadOptions extends Partial<Reach> {
  /** False leaves `${…}` as it is: what Rover hands over is expanded already. */
  readonly expands?: boolean;
}

/** The parser throws for aliases that grow too large. */
const contentsOf = (document: Document, faults: Faults): unknown => {
  try {
    return (document.toJS() as unknown) ?? {};
  } catch (error) {
    faults.add(`${error instanceof Error ? error.message : String(error)}.`, {
      file: SETTINGS_FILE,
      line: 1,
      column: 1,
    });
    return {};
  }
};

const readSettings = async (folder: string, faults: Faults): Promise<Settings> => {
  const text = (await readTextIfAny(join(folder, SETTINGS_FILE))) ?? '';
  const document = parseDocument(text);
  const place = { file: SETTINGS_FILE, line: 1, column: 1 };
  for (const { message, linePos } of document.errors) {
    const { line, col } = linePos?.[0] ?? { line: 1, col: 1 };
    faults.add(`${message.split(/ at line \d+|\n/, 1).join('')}.`, { ...place, line, column: col });
  }
  const parsed = settingsSchema.safeParse(document.errors.length > 0 ? {} : contentsOf(document, faults));
  if (parsed.success) return parsed.data;
  const placeOf = settingsPlaces(text);
  for (const { path, message } of parsed.error.issues) {
    const keys = path.filter((key) => typeof key !== 'symbol');
    faults.add(`${[keys.join('.'), message].filter((part) => part !== '').join(': ')}.`, placeOf(keys));
  }
  return settingsSchema.parse({});
};

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
  const text = await readText(config, 'supergraph configuration');
  const reading = { file: basename(config), variables: expands ? { env, folder } : undefined };
  const { federationVersion, subgraphs, findings } = await readSupergraphYaml(text, reading, faults);
  const settings = await readSettings(folder, faults);
  const read = await Promise.all(
    subgraphs.map((entry) => readOrFault(entry, faults, () => readSubgraph(entry, folder, { ...options, env }))),
  );
  faults.throwIfAny();
  return { ...settings, folder, config: basename(config), federationVersion, findings, subgraphs: read.flat() };
};
