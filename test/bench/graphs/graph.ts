import type { GraphQLSchema } from 'graphql';

/** A supergraph to measure with, and its subgraphs. */
export interface Graph {
  /** The schema of each subgraph as text, by name. */
  readonly subgraphs: Readonly<Record<string, string>>;
  /** The same with the data. Throws for a name that is none of a subgraph. */
  schemaOf(name: string): GraphQLSchema;
  /** The composed supergraph, with the subgraphs at `<origin>/<name>`. */
  supergraph(origin: string): string;
}

/** Where a subgraph is. */
export const urlOf = (origin: string, name: string): string => `${origin}/${name}`;
