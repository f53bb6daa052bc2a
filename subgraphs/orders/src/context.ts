import type { CommandClient } from '@qsr/commands';
import type { PaymentClient, PaymentWrites, PosClient } from '@qsr/legacy';
import type { StoreSession, Table } from '@qsr/store';
import type { RequestScope } from '@qsr/subgraph';
import { claimsTable, type ClaimItem } from '@qsr/subgraph/writing';
import { createLoaders, type Loaders } from './loaders.ts';
import { createRepositories, type Repositories } from './repository/index.ts';
import type { Driver } from './saga/driver.ts';
import type { Drivers } from './saga/drivers.ts';

/** The services that orders commands. */
export interface Commands {
  readonly offers: CommandClient;
  readonly loyalty: CommandClient;
}

/** What the resolvers of one request share. All but `commands` and `driver` ends with the request's deadline. */
export interface Context extends RequestScope {
  readonly repositories: Repositories;
  readonly loaders: Loaders;
  /** Who carries out a mutation that brings something into being. */
  readonly claims: Table<ClaimItem>;
  readonly commands: Commands;
  readonly payments: PaymentWrites;
  readonly pos: ReturnType<PosClient['session']>;
  /** Does what is to be done for orders in other systems. */
  readonly driver: Driver;
}

/** What all requests share. */
export interface Shared {
  readonly payments: PaymentClient;
  readonly commands: Commands;
  readonly pos: PosClient;
  readonly drivers: Drivers;
}

/** Made once a request: a loader's cache never outlives it. */
export const createContext = (scope: RequestScope, session: StoreSession, shared: Shared): Context => {
  const { signal, calls } = scope;
  const calling = (system: string) => ({
    signal,
    onCall: (endpoint: string) => calls.legacy(system, endpoint),
  });
  const repositories = createRepositories(session);
  return {
    ...scope,
    repositories,
    loaders: createLoaders(repositories, shared.payments.session(calling('payment'))),
    claims: session.table(claimsTable),
    commands: shared.commands,
    payments: shared.payments.writes(calling('payment')),
    pos: shared.pos.session(calling('pos')),
    driver: shared.drivers.of(calls),
  };
};
