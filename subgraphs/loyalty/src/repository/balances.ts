import type { Cache } from '@qsr/cache';
import {
  createAccountReader,
  type AccountReadings,
  type LegacyAccount,
  type Log,
  type LoyaltyClient,
} from '@qsr/legacy';
import type { Store } from '@qsr/store';
import { createBackground, type RequestScope } from '@qsr/subgraph';
import { snapshotLifeMs, snapshotRepository, type Snapshots } from './snapshots.ts';

/** How long a balance is not asked for again, in ms. */
const cacheMs = 30_000;

/** What balances are read with. */
export interface BalanceParts {
  readonly client: LoyaltyClient;
  readonly cache: Cache;
  readonly store: Store;
  readonly log?: Log;
}

/** Posted balances by legacy account id: the legacy system's, a copy of the last half minute, or the last one known. */
export interface Balances {
  session(scope: RequestScope, snapshots: Snapshots): AccountReadings;
  /** Waits for the snapshots that are being written. */
  flush(): Promise<void>;
}

/** One a process. */
export const createBalances = ({ client, cache, store, log }: BalanceParts): Balances => {
  // Not of the request: a snapshot is written beside the answer and may outlive it.
  const writing = createBackground();
  const snapshots = snapshotRepository(store.session());
  const save = (accounts: readonly LegacyAccount[]): Promise<void> => writing.run(snapshots.save(accounts));
  return {
    session: ({ signal, calls, now }, { load }) =>
      createAccountReader({
        client,
        cache,
        snapshots: { load, save },
        now,
        cacheMs,
        snapshotMaxAgeMs: snapshotLifeMs,
        ...(log && { log }),
      }).session({ signal, onCall: (endpoint) => calls.legacy('loyalty', endpoint) }),
    flush: () => writing.flush(),
  };
};
