export { createBackground, type Background } from './background.ts';
export { createCallCounter, type CallCounter, type Calls } from './calls.ts';
export { customerReference, me } from './customer.ts';
export { defineSubgraph, type SubgraphDefinition, type SubgraphParts } from './definition.ts';
export { storedFields, type Reference } from './fields.ts';
export { commandHandler, type CommandHandler } from './internal-routes.ts';
export { createJob, type Job, type JobOptions } from './job.ts';
export { eachLoader, itemLoader, type ItemLoader } from './loaders.ts';
export { Money } from './money.ts';
export {
  listConnection,
  pageRequest,
  storeConnection,
  type Connection,
  type ConnectionArgs,
  type ListPaging,
  type PageRequest,
} from './pagination.ts';
export { everyone, ownerOr, signedIn, withScope, type PermissionTree, type Rule } from './permissions.ts';
export type { Role, Worker, Workers } from './roles.ts';
export { runSubgraph, type SubgraphConfig } from './run.ts';
export type { ResolverMap } from './schema.ts';
export type { RequestScope } from './scope.ts';
export { serveSubgraph, type ServeOptions } from './server.ts';
