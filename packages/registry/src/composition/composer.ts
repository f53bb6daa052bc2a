import type { DocumentNode, GraphQLError } from 'graphql';

/** A subgraph as composers take it. */
export interface Service {
  readonly name: string;
  readonly url: string;
  readonly typeDefs: DocumentNode;
}

/** What a composer makes of subgraphs: a supergraph, or errors. */
export interface Composed {
  readonly supergraph: string | undefined;
  readonly errors: readonly GraphQLError[];
  /** Advice, as text. */
  readonly hints: readonly {
    readonly code: string;
    readonly message: string;
    readonly coordinate: string | undefined;
  }[];
}

export interface Composer {
  readonly name: string;
  compose(services: readonly Service[]): Composed;
}
