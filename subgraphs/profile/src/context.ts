import type { StoreSession, Table } from '@qsr/store';
import type { RequestScope } from '@qsr/subgraph';
import { claimsTable, type ClaimItem } from '@qsr/subgraph/writing';
import { createLoaders, type Loaders } from './loaders.ts';
import { createRepositories, type Repositories } from './repository/index.ts';

/** What the resolvers of one request share. */
export interface Context extends RequestScope {
  readonly repositories: Repositories;
  readonly loaders: Loaders;
  /** Who carries out a mutation that brings something into being. */
  readonly claims: Table<ClaimItem>;
}

/** Made once a request: a loader's cache never outlives it. */
export const createContext = (scope: RequestScope, session: StoreSession): Context => {
  const repositories = createRepositories(session);
  return { ...scope, repositories, loaders: createLoaders(repositories), claims: session.table(claimsTable) };
};
