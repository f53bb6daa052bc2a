import type { Store, StoreSession, Table } from '@qsr/store';
import type { RequestScope } from '@qsr/subgraph';
import { claimsTable, type ClaimItem } from '@qsr/subgraph/writing';
import { createLoaders, type Loaders } from './loaders.ts';
import { createRepositories, type Repositories } from './repository/index.ts';
import { createTallies, type Tallies } from './repository/tallies.ts';

/** What a use case needs, whoever asks for it: a request, an event or a job. */
export interface Work {
  readonly repositories: Repositories;
  /** The hot counters. */
  readonly tallies: Tallies;
  readonly signal: AbortSignal;
  /** The clock of this process; tests set it. */
  readonly now: () => Date;
}

/** What the resolvers of one request share. Everything ends with the request's deadline, except `tallies`. */
export interface Context extends RequestScope, Work {
  readonly loaders: Loaders;
  /** Who carries out a mutation that brings something into being. */
  readonly claims: Table<ClaimItem>;
}

/** What all requests share. */
export interface Shared {
  readonly tallies: Tallies;
}

/** Made once a request: a loader's cache never outlives it. */
export const createContext = (scope: RequestScope, session: StoreSession, { tallies }: Shared): Context => {
  const repositories = createRepositories(session);
  return {
    ...scope,
    repositories,
    tallies,
    loaders: createLoaders(repositories),
    claims: session.table(claimsTable),
  };
};

/** What events and jobs work with, for as long as `signal` lets them. */
export const workerOf =
  (store: Store, { tallies, now }: Pick<Work, 'tallies' | 'now'>) =>
  (signal: AbortSignal): Work => ({
    repositories: createRepositories(store.session({ signal })),
    tallies,
    signal,
    now,
  });

/** The hot counters of a process. */
export const talliesOf = (store: Store): Tallies => createTallies(store.session());
