import type { PaymentClient } from '@qsr/legacy';
import type { StoreSession } from '@qsr/store';
import type { RequestScope } from '@qsr/subgraph';
import { createLoaders, type Loaders } from './loaders.ts';
import { createRepositories, type Repositories } from './repository/index.ts';

/** What the resolvers of one request share. */
export interface Context extends RequestScope {
  readonly repositories: Repositories;
  readonly loaders: Loaders;
}

/** What all requests share. */
export interface Shared {
  readonly payments: PaymentClient;
}

/** Made once a request: a loader's cache never outlives it. */
export const createContext = (scope: RequestScope, session: StoreSession, { payments }: Shared): Context => {
  const { signal, calls } = scope;
  const vault = payments.session({ signal, onCall: (endpoint) => calls.legacy('payment', endpoint) });
  const repositories = createRepositories(session);
  return { ...scope, repositories, loaders: createLoaders(repositories, vault) };
};
