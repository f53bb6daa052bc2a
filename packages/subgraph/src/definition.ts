import type { PermissionTree } from './permissions.ts';
import type { ResolverMap } from './schema.ts';
import type { RequestScope } from './scope.ts';

/** Everything that makes one subgraph different from another. */
export interface SubgraphDefinition<Context extends RequestScope = RequestScope> {
  /** As in supergraph.yaml. */
  readonly name: string;
  /** The text of schema.graphql. */
  readonly typeDefs: string;
  readonly resolvers: ResolverMap;
  readonly permissions: PermissionTree;
  /** Adds loaders and repositories to a request; called once a request, never shared. */
  readonly context: (scope: RequestScope) => Context;
  /** Resolves when the subgraph can serve: its own store answers. A legacy system that is down does not make it unready. */
  readonly ready: () => Promise<void>;
  /** Closes what the subgraph opened, after the last request. */
  readonly close: () => Promise<void>;
}

/** Gives the context its type; does nothing else. */
export const defineSubgraph = <Context extends RequestScope>(
  definition: SubgraphDefinition<Context>,
): SubgraphDefinition<Context> => definition;
