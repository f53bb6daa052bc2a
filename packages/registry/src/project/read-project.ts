import { dirname, join, resolve } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { InputError } from '../exit-codes.ts';
import type { Project, Subgraph } from './project.ts';
import { readText, readTextIfAny } from './read-text.ts';
import { isRecord } from './records.ts';
import { settingsSchema, type Settings } from './settings.ts';

const SETTINGS_FILE = 'registry.yaml';

const parseYaml = (text: string, path: string): unknown => {
  try {
    return parse(text) as unknown;
  } catch (error) {
    throw new InputError(`${path}: ${error instanceof YAMLParseError ? error.message : String(error)}`, {
      cause: error,
    });
  }
};

const readSettings = async (folder: string): Promise<Settings> => {
  const path = join(folder, SETTINGS_FILE);
  const text = await readTextIfAny(path);
  const parsed = settingsSchema.safeParse((text === undefined ? undefined : parseYaml(text, path)) ?? {});
  if (parsed.success) return parsed.data;
  throw new InputError(`${path}:\n${z.prettifyError(parsed.error)}`);
};

const readSubgraph = async (name: string, entry: unknown, folder: string): Promise<Subgraph> => {
  const schema = isRecord(entry) ? entry['schema'] : undefined;
  const file = isRecord(schema) ? schema['file'] : undefined;
  if (!isRecord(entry) || typeof file !== 'string') {
    throw new InputError(`subgraphs.${name}: schema.file is missing; it names the SDL file.`);
  }
  const routingUrl = typeof entry['routing_url'] === 'string' ? entry['routing_url'] : '';
  return { name, routingUrl, file, sdl: await readText(resolve(folder, file), `subgraphs.${name}.schema.file`) };
};

/** Reads supergraph.yaml (Rover's format), registry.yaml beside it, and the schemas that are named there. Throws `InputError`. */
export const readProject = async (config: string): Promise<Project> => {
  const folder = dirname(resolve(config));
  const document = parseYaml(await readText(config, 'supergraph configuration'), config);
  const subgraphs = isRecord(document) ? document['subgraphs'] : undefined;
  if (!isRecord(document) || !isRecord(subgraphs)) throw new InputError(`${config}: the key "subgraphs" is missing.`);
  const version = document['federation_version'];
  return {
    ...(await readSettings(folder)),
    folder,
    federationVersion: typeof version === 'string' || typeof version === 'number' ? String(version) : '2',
    subgraphs: await Promise.all(Object.entries(subgraphs).map(([name, entry]) => readSubgraph(name, entry, folder))),
  };
};
