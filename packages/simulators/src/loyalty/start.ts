import type { Dialect } from '../core/serve.ts';
import { clockOf, randomOf, startSimulator, type Simulator, type SimulatorOptions } from '../core/simulator.ts';
import { serveLoyaltyBook } from './book-report.ts';
import { bulkEndpoints } from './bulk-endpoints.ts';
import { checkEndpoints } from './check-endpoints.ts';
import { enrollmentEndpoints } from './enrollment-endpoints.ts';
import { guestEndpoints } from './guest-endpoints.ts';
import { queryEndpoints } from './query-endpoints.ts';
import { putAccount, type SimulatedAccount } from './simulated-account.ts';
import { openLoyaltyBook, readSettings, type LoyaltySystem } from './system.ts';
import { createGuestTokens, tokenEndpoints } from './tokens.ts';
import { transactionEndpoints } from './transaction-endpoints.ts';

export interface LoyaltySimulatorOptions extends SimulatorOptions {
  /** Accounts to put into the book, unless it has them. */
  readonly accounts?: readonly SimulatedAccount[];
}

const failure = (responseCode: number, errorCode: string, errorMessage: string) => ({
  ...{ result: 'failure', responseCode, responseMessage: errorMessage, errorCode, errorMessage },
});

const dialect: Dialect = {
  unauthorized: { result: 'failure', errorCode: 'unauthorized', errorMessage: 'Bad integration credentials' },
  throttled: failure(629, 'system.throttled', 'Too many requests'),
  failed: failure(600, 'system.error', 'System error'),
};

const endpointsOf = (system: LoyaltySystem, mode: SimulatorOptions['mode']) => {
  const tokens = createGuestTokens(system);
  return [
    ...tokenEndpoints(system, tokens),
    ...guestEndpoints(system, tokens),
    ...transactionEndpoints(system),
    ...queryEndpoints(system),
    ...checkEndpoints(system),
    ...enrollmentEndpoints(system),
    ...(mode === 'bulk' ? bulkEndpoints(system) : []),
  ];
};

/** Starts the legacy loyalty system. Rejects when a port is taken or the book is no SQLite file. */
export const startLoyaltySimulator = (options: LoyaltySimulatorOptions): Promise<Simulator> => {
  const loyalty = openLoyaltyBook(options.book);
  for (const account of options.accounts ?? []) putAccount(loyalty, account);
  const random = randomOf(options);
  const system = { ...loyalty, random, now: clockOf(options), settings: () => readSettings(loyalty) };
  return startSimulator({
    options,
    endpoints: endpointsOf(system, options.mode),
    dialect,
    usual: {},
    admin: (app) => serveLoyaltyBook(app, loyalty),
    random,
    closeBook: () => loyalty.book.close(),
  });
};
