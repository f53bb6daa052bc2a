export { createCallCounter, type CallCounter, type Calls } from './calls.ts';
export { defineSubgraph, type SubgraphDefinition, type SubgraphParts } from './definition.ts';
export { itemLoader, type ItemLoader } from './loaders.ts';
export { me } from './me.ts';
export {
  listConnection,
  pageRequest,
  storeConnection,
  type Connection,
  type ConnectionArgs,
  type ListPaging,
  type PageRequest,
} from './pagination.ts';
export { everyone, ownerOr, withScope, type PermissionTree, type Rule } from './permissions.ts';
export { runSubgraph, type SubgraphConfig } from './run.ts';
export type { ResolverMap } from './schema.ts';
export type { RequestScope } from './scope.ts';
export { serveSubgraph, type ServeOptions } from './server.ts';
