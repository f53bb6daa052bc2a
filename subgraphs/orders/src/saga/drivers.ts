import type { PaymentClient, PosClient } from '@qsr/legacy';
import type { Store } from '@qsr/store';
import { createBackground, type CallCounter } from '@qsr/subgraph';
import type { Commands } from '../context.ts';
import { createLoaders } from '../loaders.ts';
import { createRepositories } from '../repository/index.ts';
import { createDriver, type Driver } from './driver.ts';
import type { Limits, SagaLog, SagaParts } from './parts.ts';

/** What all drivers of a process share. */
export interface DriverSystems {
  readonly store: Store;
  readonly payments: PaymentClient;
  readonly commands: Commands;
  readonly pos: PosClient;
  readonly limits: Limits;
  readonly log: SagaLog;
  readonly now: () => Date;
}

/** Drivers that go on when the request that set them off has its answer. */
export interface Drivers {
  /** A driver whose calls are counted for a request, or for nobody. */
  of(calls?: CallCounter): Driver;
  /** Waits for what is under way. */
  idle(): Promise<void>;
}

/** What a driver works with: sessions that no deadline ends. */
export const sagaParts = (systems: DriverSystems, calls?: CallCounter): SagaParts => {
  const { store, payments, pos, commands, limits, log, now } = systems;
  const calling = (system: string) => (calls ? { onCall: (endpoint: string) => calls.legacy(system, endpoint) } : {});
  const repositories = createRepositories(store.session(calls ? { onCall: calls.store } : {}));
  return {
    repositories,
    loaders: createLoaders(repositories, payments.session(calling('payment'))),
    commands,
    payments: payments.writes(calling('payment')),
    pos: pos.session(calling('pos')),
    limits,
    log,
    now,
    signal: new AbortController().signal,
  };
};

/** Makes the drivers of a process. */
export const createDrivers = (systems: DriverSystems): Drivers => {
  const background = createBackground();
  return {
    of: (calls) => {
      const driver = createDriver(sagaParts(systems, calls));
      return { drive: (orderId, holder) => background.run(driver.drive(orderId, holder)) };
    },
    idle: () => background.flush(),
  };
};
