import type { Store } from '@qsr/store';
import type { RequestScope } from '@qsr/subgraph';
import type { Balances } from './balances.ts';
import { createLoaders, type Loaders } from './loaders.ts';
import type { MemberCodes } from './member-codes.ts';
import { createRepositories, type Repositories } from './repository/index.ts';

/** What the resolvers of one request share. */
export interface Context extends RequestScope {
  readonly repositories: Repositories;
  readonly loaders: Loaders;
  readonly memberCodes: MemberCodes;
}

/** What all requests share. */
export interface Parts {
  readonly store: Store;
  readonly balances: Balances;
  readonly memberCodes: MemberCodes;
}

/** Made once a request: a loader's cache never outlives it. */
export const createContext = (scope: RequestScope, { store, balances, memberCodes }: Parts): Context => {
  const repositories = createRepositories(
    store.session({ signal: scope.signal, onCall: (table) => scope.calls.store(table) }),
  );
  const balanceLoader = balances.session(scope, repositories.snapshots);
  return { ...scope, repositories, loaders: createLoaders(repositories, balanceLoader), memberCodes };
};
