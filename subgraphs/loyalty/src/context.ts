import type { StoreSession } from '@qsr/store';
import type { RequestScope } from '@qsr/subgraph';
import type { MemberCodes } from './domain/member-codes.ts';
import { createLoaders, type Loaders } from './loaders.ts';
import type { Balances } from './repository/balances.ts';
import { createRepositories, type Repositories } from './repository/index.ts';

/** What the resolvers of one request share. */
export interface Context extends RequestScope {
  readonly repositories: Repositories;
  readonly loaders: Loaders;
  readonly memberCodes: MemberCodes;
}

/** What all requests share. */
export interface Shared {
  readonly balances: Balances;
  readonly memberCodes: MemberCodes;
}

/** Made once a request: a loader's cache never outlives it. */
export const createContext = (
  scope: RequestScope,
  session: StoreSession,
  { balances, memberCodes }: Shared,
): Context => {
  const repositories = createRepositories(session);
  const readings = balances.session(scope, repositories.snapshots);
  return { ...scope, repositories, loaders: createLoaders(repositories, readings), memberCodes };
};
