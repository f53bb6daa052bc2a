import { Source, type DocumentNode } from 'graphql';
import { parseGraphQL } from './parse-graphql.ts';
import type { Subgraph } from './project.ts';

const parsed = new WeakMap<Subgraph, DocumentNode>();

/** The schema of a subgraph, parsed once for all that ask for it; its source has the name of its file. Throws `GraphQLError`. */
export const documentOf = (subgraph: Subgraph): DocumentNode => {
  const known = parsed.get(subgraph);
  if (known !== undefined) return known;
  const { name, file, sdl } = subgraph;
  const document = parseGraphQL(new Source(sdl, file ?? name));
  parsed.set(subgraph, document);
  return document;
};
