import { readFile } from 'node:fs/promises';
import type { Store, StoreSession } from '@qsr/store';
import type { CommandHandler } from './internal-routes.ts';
import type { PermissionTree } from './permissions.ts';
import type { Workers } from './roles.ts';
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
  /** What it does for other services. */
  readonly commands?: ReadonlyArray<CommandHandler<Context>>;
  /** What it does beside requests. */
  readonly workers?: Workers;
  /** Resolves when the subgraph can serve: its own store answers. A legacy system that is down does not make it unready. */
  readonly ready: () => Promise<void>;
  /** Closes what the subgraph opened, after the last request. */
  readonly close: () => Promise<void>;
}

/** What a subgraph brings along. */
export interface SubgraphParts<Context extends RequestScope> extends Pick<
  SubgraphDefinition<Context>,
  'name' | 'resolvers' | 'permissions' | 'commands' | 'workers'
> {
  /** Where schema.graphql lies. */
  readonly schema: URL;
  /** Its own; closed with the subgraph. */
  readonly store: Store;
  /** Called once a request, with the store as that request sees it: under its deadline, its calls counted. */
  readonly context: (scope: RequestScope, session: StoreSession) => Context;
  /** Closes what the subgraph opened besides the store, which is closed afterwards. */
  readonly close?: () => Promise<void>;
}

/** Wires a subgraph to its schema and its store. Rejects when there is no schema. */
export const defineSubgraph = async <Context extends RequestScope>({
  schema,
  store,
  context,
  close,
  ...parts
}: SubgraphParts<Context>): Promise<SubgraphDefinition<Context>> => ({
  ...parts,
  typeDefs: await readFile(schema, 'utf8'),
  context: (scope) => context(scope, store.session({ signal: scope.signal, onCall: scope.calls.store })),
  ready: () => store.ping(),
  close: async () => {
    await close?.();
    await store.close();
  },
});
