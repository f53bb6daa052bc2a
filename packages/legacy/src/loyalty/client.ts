import type { PolicyState } from '@qsr/resilience';
import type DataLoader from 'dataloader';
import { createLoader, type KeyedReads } from '../loader.ts';
import type { LegacyClientOptions, LegacySessionOptions } from '../options.ts';
import { createTransport, type LegacyCall } from '../transport.ts';
import { idOnWire, isLegacyId } from '../wire.ts';
import type { HistoryQuery, LegacyAccount, LegacyTransaction } from './account.ts';
import { readAccount, readBulk, readHistory } from './answers.ts';

/** How to reach the legacy loyalty system. */
export interface LoyaltyClientOptions extends LegacyClientOptions {
  /** `bulk` where the system offers our batch extension, `fanout` where it reads one account a call. */
  readonly mode: 'bulk' | 'fanout';
  /** Code of the wallet that points are spent from. Default 1. */
  readonly walletCode?: number;
}

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
  /** State of the breaker: `open` while the system is left alone. */
  state(): PolicyState;
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
  const { merchantId, mode, walletCode = 1, now = () => new Date() } = options;
  const transport = createTransport({ ...options, service: SERVICE });
  const reads = accountReads({ merchantId, walletCode, now });
  return {
    session: (session = {}) => ({
      accounts: createLoader({ service: SERVICE, transport, reads, bulk: mode === 'bulk' }, session),
      history: (accountId, query) => transport.send(historyCall(merchantId, accountId, query), session),
    }),
    state: () => transport.state(),
    close: () => transport.close(),
  };
};
