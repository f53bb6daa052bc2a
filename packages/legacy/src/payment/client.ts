import type { BreakerState } from '@qsr/resilience';
import type DataLoader from 'dataloader';
import { createLoader, type KeyedReads } from '../loader.ts';
import type { LegacyClientOptions, LegacySessionOptions } from '../options.ts';
import { createTransport } from '../transport.ts';
import { createWriter } from '../writer.ts';
import { readBulk, readBulkEntry, readProfile } from './answers.ts';
import type { StoredCard } from './card.ts';
import { createPayments, type Payments } from './payments.ts';
import { createVault, type Vault } from './vault.ts';

/** How to reach the legacy payment system. */
export interface PaymentClientOptions extends LegacyClientOptions {
  /** `bulk` where the system offers our batch extension, `single` where it reads one profile a call. */
  readonly mode: 'bulk' | 'single';
}

/** The legacy payment system as one request sees it. */
export interface PaymentSession {
  /**
   * Stored cards by profile id, none where there is no profile. Each is asked for at most once: ⌈N/50⌉ calls in bulk
   * mode, N with at most 8 in flight in single mode. A key that fails fails alone, with an `AppError` of the system.
   */
  readonly paymentMethods: DataLoader<string, readonly StoredCard[]>;
}

/** What changes the legacy payment system, and the inquiries that tell what became of it. */
export interface PaymentWrites extends Payments, Vault {}

/** One a process. */
export interface PaymentClient {
  session(options?: LegacySessionOptions): PaymentSession;
  /** Under limits of their own: no repetition, 3 s, and a breaker that knows writes only. */
  writes(options?: LegacySessionOptions): PaymentWrites;
  /** State of the breaker of reads: `open` while the system is left alone. */
  state(): BreakerState;
  writeState(): BreakerState;
  /** Ends calls in flight first. */
  close(): Promise<void>;
}

const SERVICE = 'legacy-payment';

const profileReads = (merchantId: string): KeyedReads<readonly StoredCard[]> => ({
  isKey: (profileId) => /^\d{1,40}$/.test(profileId),
  absent: [],
  single: (profileId) => ({
    endpoint: 'profile',
    method: 'GET',
    // The empty part is the account: all of them are meant.
    path: `profile/${profileId}//${encodeURIComponent(merchantId)}`,
    read: (document) => readProfile(profileId, document),
  }),
  batch: (profileIds) => ({
    endpoint: 'ext/bulk/profiles',
    method: 'POST',
    path: 'ext/bulk/profiles',
    body: { merchid: merchantId, profileids: profileIds },
    read: (document) => {
      const entries = readBulk(document);
      return (profileId) => readBulkEntry(profileId, entries.get(profileId));
    },
  }),
  batchLimit: 50,
});

/** Connects at the first call: a system that is down does not keep the process from starting. */
export const createPaymentClient = (options: PaymentClientOptions): PaymentClient => {
  const transport = createTransport({ ...options, service: SERVICE });
  const writer = createWriter({ ...options, service: SERVICE });
  const parts = { reads: transport, writer, merchantId: options.merchantId };
  const reads = profileReads(options.merchantId);
  return {
    session: (session = {}) => ({
      paymentMethods: createLoader({ service: SERVICE, transport, reads, bulk: options.mode === 'bulk' }, session),
    }),
    writes: (session = {}) => ({ ...createPayments(parts, session), ...createVault(parts, session) }),
    state: () => transport.state(),
    writeState: () => writer.state(),
    close: async () => {
      await Promise.all([transport.close(), writer.close()]);
    },
  };
};
