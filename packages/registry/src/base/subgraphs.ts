import { InputError } from '../exit-codes.ts';
import { environment } from '../environment.ts';
import { Faults } from '../project/faults.ts';
import type { Project, Subgraph } from '../project/project.ts';
import { readSupergraphYaml, type SubgraphEntry, type SupergraphYaml } from '../project/supergraph-yaml.ts';
import { fileAt } from './git.ts';

/** The subgraphs of a revision. */
export interface BaseSubgraphs {
  /** Those whose schemas are in git. */
  readonly subgraphs: readonly Subgraph[];
  /** Why these are not all of them; undefined: they are. */
  readonly missing: string | undefined;
}

type Where = Pick<Project, 'folder' | 'config'>;

const configAt = async ({ folder, config }: Where, text: string): Promise<SupergraphYaml | string> => {
  const faults = new Faults('');
  const variables = { env: environment, folder };
  const read = await readSupergraphYaml(text, { file: config, variables }, faults);
  try {
    faults.throwIfAny();
    return read;
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
};

const subgraphAt = async (
  { name, routingUrl = '', source }: SubgraphEntry,
  { folder }: Where,
  revision: string,
): Promise<Subgraph | string> => {
  if (source.kind === 'sdl') return { name, routingUrl, sdl: source.sdl, file: undefined };
  if (source.kind !== 'file') return `the schema of ${name} comes from a server`;
  const sdl = await fileAt(folder, revision, source.file);
  return sdl === undefined ? `${source.file} is not in it` : { name, routingUrl, sdl, file: source.file };
};

/** Reads what supergraph.yaml of a revision names. Undefined where the revision has no such file. */
export const subgraphsAt = async (where: Where, revision: string): Promise<BaseSubgraphs | undefined> => {
  const text = await fileAt(where.folder, revision, where.config);
  if (text === undefined) return undefined;
  const yaml = await configAt(where, text);
  if (typeof yaml === 'string') return { subgraphs: [], missing: yaml };
  const read = await Promise.all(yaml.subgraphs.map((entry) => subgraphAt(entry, where, revision)));
  return {
    subgraphs: read.filter((each) => typeof each !== 'string'),
    missing: read.find((each) => typeof each === 'string'),
  };
};
