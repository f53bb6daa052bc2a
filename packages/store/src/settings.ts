import { systemBackoff, type Backoff } from './operation.ts';

/** How a store behaves towards its database. */
export interface StoreOptions {
  /** Longest time of one operation in ms, retries included; 10,000 unless told. A session's signal may end it earlier. */
  readonly timeoutMs?: number;
  /** Clock and chance of the retries, for tests. */
  readonly backoff?: Backoff;
}

/** {@link StoreOptions}, complete. */
export type StoreSettings = Required<StoreOptions>;

/** Fills in the defaults. */
export const settingsOf = ({ timeoutMs = 10_000, backoff = systemBackoff }: StoreOptions): StoreSettings => ({
  timeoutMs,
  backoff,
});
