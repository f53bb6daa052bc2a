import type { StoreSession } from '@qsr/store';
import type { RequestScope } from '@qsr/subgraph';
import { createLoaders, type Loaders } from './loaders.ts';
import { createRepositories, type Repositories } from './repository/index.ts';

/** What the resolvers of one request share. */
export interface Context extends RequestScope {
  readonly repositories: Repositories;
  readonly loaders: Loaders;
}

/** Made once a request: a loader's cache never outlives it. */
export const createContext = (scope: RequestScope, session: StoreSession): Context => {
  const repositories = createRepositories(session);
  return { ...scope, repositories, loaders: createLoaders(repositories) };
};
