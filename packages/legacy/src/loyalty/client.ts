import type { BreakerState } from '@qsr/resilience';
import type DataLoader from 'dataloader';
import { createLoader, type KeyedReads } from '../loader.ts';
import type { LegacyClientOptions, LegacySessionOptions } from '../options.ts';
import type { LegacyCall } from '../http.ts';
import { createTransport } from '../transport.ts';
import { idOnWire, isLegacyId } from '../wire.ts';
import { createWriter } from '../writer.ts';
import type { HistoryQuery, LegacyAccount, LegacyTransaction } from './account.ts';
import { readAccount, readBulk, readHistory } from './answers.ts';
import { createEnrolment, type Enrolment } from './enrolment.ts';
import { createPostings, type Postings } from './postings.ts';

/** How to reach the legacy loyalty system. */
export interface LoyaltyClientOptions extends LegacyClientOptions {
  /** `bulk` where the system offers our batch extension, `fanout` where it reads one account a call. */
  readonly mode: 'bulk' | 'fanout';
  /** Code of the wallet that points are spent from. Default 1. */
  readonly walletCode?: number;
  /** Code of the template that new cards are made from. Default 1. */
  readonly cardTemplateCode?: number;
}

/** What changes the legacy loyalty system, and the look-ups that tell what became of it. */
export interface LoyaltyWrites extends Postings, Enrolment {}

/** The legacy loyalty system as one request sees it. */
export interface LoyaltySession {
  /**
   * Accounts by legacy account id, null where there is none. Each is asked for at most once: ⌈N/100⌉ calls in bulk
   * mode, N with at most 8 in flight in fan-out mode. A key that fails fails alone, with an `AppError` of the system.
   */
  readonly accounts: DataLoader<string, LegacyAccount | null>;
  /** Newest first; throws the `AppError` of the system. */
  history(accountId: string, query: HistoryQuery): Promise<readonly LegacyTransaction[]>;
}

/** One a process. */
export interface LoyaltyClient {
  session(options?: LegacySessionOptions): LoyaltySession;
  /** Under limits of their own: no repetition, 3 s, and a breaker that knows writes only. */
  writes(options?: LegacySessionOptions): LoyaltyWrites;
  /** State of the breaker of reads: `open` while the system is left alone. */
  state(): BreakerState;
  writeState(): BreakerState;
  /** Ends calls in flight first. */
  close(): Promise<void>;
}

const SERVICE = 'legacy-loyalty';

/** What tells how the accounts of one merchant are read. */
interface Merchant {
  readonly merchantId: string;
  readonly walletCode: number;
  readonly now: () => Date;
}

const guestPath = (name: string, query: Record<string, string>): string =>
  `guest/${name}.json?${new URLSearchParams({ authentication: 'b2b', ...query }).toString()}`;

const accountReads = ({ merchantId, walletCode, now }: Merchant): KeyedReads<LegacyAccount | null> => {
  const merchantOnWire = idOnWire(merchantId);
  return {
    isKey: isLegacyId,
    absent: null,
    single: (accountId) => {
      const asOf = now().toISOString();
      return {
        endpoint: 'guest/accountInformation',
        method: 'GET',
        path: guestPath('accountInformation', { merchantId, accountId }),
        read: (document) => readAccount(document, { accountId, walletCode, asOf }),
      };
    },
    batch: (accountIds) => {
      const asOf = now().toISOString();
      return {
        endpoint: 'ext/bulk/accountInformation',
        method: 'POST',
        path: 'ext/bulk/accountInformation.json',
        body: { merchantId: merchantOnWire, accountIds: accountIds.map(idOnWire) },
        read: (document) => {
          const entries = readBulk(document);
          return (accountId) => readAccount(entries.get(accountId), { accountId, walletCode, asOf });
        },
      };
    },
    batchLimit: 100,
  };
};

const historyCall = (
  merchantId: string,
  accountId: string,
  { from, to, limit }: HistoryQuery,
): LegacyCall<readonly LegacyTransaction[]> => ({
  endpoint: 'guest/transactionHistory',
  method: 'GET',
  path: guestPath('transactionHistory', {
    merchantId,
    accountId,
    dateStart: from,
    dateEnd: to,
    maxNumberOfResults: String(limit),
    limitToBalanceAffectingTransactions: 'true',
  }),
  read: readHistory,
});

/**
 * Connects at the first call: a system that is down does not keep the process from starting. Throws a RangeError for
 * a merchant id that is no number.
 */
export const createLoyaltyClient = (options: LoyaltyClientOptions): LoyaltyClient => {
  const { merchantId, mode, walletCode = 1, cardTemplateCode = 1, now = () => new Date() } = options;
  const transport = createTransport({ ...options, service: SERVICE });
  const writer = createWriter({ ...options, service: SERVICE });
  const parts = { reads: transport, writer, merchantId, walletCode, cardTemplateCode };
  const reads = accountReads({ merchantId, walletCode, now });
  return {
    session: (session = {}) => ({
      accounts: createLoader({ service: SERVICE, transport, reads, bulk: mode === 'bulk' }, session),
      history: (accountId, query) => transport.send(historyCall(merchantId, accountId, query), session),
    }),
    writes: (session = {}) => ({ ...createPostings(parts, session), ...createEnrolment(parts, session) }),
    state: () => transport.state(),
    writeState: () => writer.state(),
    close: async () => {
      await Promise.all([transport.close(), writer.close()]);
    },
  };
};
