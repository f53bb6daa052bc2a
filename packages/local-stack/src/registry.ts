import { access, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { Problem } from './problem.ts';

/** A subgraph as `supergraph.yaml` lists it. `path` is the path of its GraphQL endpoint. */
export interface RegisteredSubgraph {
  readonly name: string;
  readonly path: string;
  readonly folder: string;
}

interface SupergraphFile {
  readonly subgraphs?: Readonly<Record<string, { readonly routing_url?: string }>>;
}

const parseFile = (file: string, text: string): SupergraphFile => {
  try {
    return (parse(text) ?? {}) as SupergraphFile;
  } catch (error) {
    throw new Problem(`${file} is malformed: ${error instanceof Error ? error.message : String(error)}`);
  }
};

/** The subgraphs of a repository, in the order of its registry. Throws `Problem` when the file cannot be used. */
export const readRegistry = async (root: string): Promise<readonly RegisteredSubgraph[]> => {
  const file = resolve(root, 'supergraph.yaml');
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Problem(`${file} cannot be read; it lists the subgraphs to start.`);
  });
  const { subgraphs = {} } = parseFile(file, text);
  return Object.entries(subgraphs).map(([name, { routing_url: url = 'http://127.0.0.1/graphql' }]) => ({
    name,
    path: new URL(url).pathname,
    folder: resolve(root, 'subgraphs', name),
  }));
};

/** True when the file is there. */
export const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
