import type { PolicyState } from '@qsr/resilience';
import DataLoader from 'dataloader';
import pLimit from 'p-limit';
import { toAppError, LegacyFailure } from '../failure.ts';
import type { LegacyClientOptions, LegacySessionOptions } from '../options.ts';
import { createTransport, type Transport } from '../transport.ts';
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
const BULK_LIMIT = 100;
const IN_FLIGHT = 8;

/** What the reads of one client share. */
interface LoyaltyReads {
  readonly transport: Transport;
  readonly merchantId: string;
  readonly walletCode: number;
  readonly now: () => Date;
}

type KeyResult = LegacyAccount | null | Error;

const guestPath = (name: string, query: Record<string, string>): string =>
  `guest/${name}.json?${new URLSearchParams({ authentication: 'b2b', ...query }).toString()}`;

const readBatch = async (
  { transport, merchantId, walletCode, now }: LoyaltyReads,
  keys: readonly string[],
  session: LegacySessionOptions,
): Promise<KeyResult[]> => {
  const asOf = now().toISOString();
  const entries = await transport.send(
    {
      endpoint: 'ext/bulk/accountInformation',
      method: 'POST',
      path: 'ext/bulk/accountInformation.json',
      body: { merchantId: idOnWire(merchantId), accountIds: keys.map(idOnWire) },
      read: readBulk,
    },
    session,
  );
  return keys.map((key) => {
    try {
      const entry = entries.get(key);
      if (entry === undefined) throw new LegacyFailure('malformed', 'a key was left out of the batch');
      return readAccount(entry, { walletCode, asOf });
    } catch (error) {
      return toAppError(SERVICE, error);
    }
  });
};

const readOne = (
  { transport, merchantId, walletCode, now }: LoyaltyReads,
  accountId: string,
  { session, until }: { readonly session: LegacySessionOptions; readonly until: AbortSignal },
): Promise<LegacyAccount | null> => {
  const asOf = now().toISOString();
  const read = (document: unknown) => {
    const account = readAccount(document, { walletCode, asOf });
    if (account !== null && account.accountId !== accountId) throw new LegacyFailure('malformed', 'another account');
    return account;
  };
  return transport.send(
    {
      endpoint: 'guest/accountInformation',
      method: 'GET',
      path: guestPath('accountInformation', { merchantId, accountId }),
      read,
    },
    session,
    until,
  );
};

const accountLoader = (reads: LoyaltyReads, mode: LoyaltyClientOptions['mode'], session: LegacySessionOptions) => {
  const limit = pLimit(IN_FLIGHT);
  const readEach = (keys: readonly string[]): Promise<KeyResult[]> => {
    const until = reads.transport.deadline(session);
    return Promise.all(
      keys.map((key) =>
        limit(() => readOne(reads, key, { session, until })).catch((error: unknown) => toAppError(SERVICE, error)),
      ),
    );
  };
  const readAll = mode === 'bulk' ? (keys: readonly string[]) => readBatch(reads, keys, session) : readEach;
  return new DataLoader<string, LegacyAccount | null>(
    async (keys) => {
      // One id that is none must not make the system refuse the ninety-nine others.
      const known = keys.filter(isLegacyId);
      const results = known.length === 0 ? [] : await readAll(known);
      const byKey = new Map(known.map((key, index) => [key, results[index] ?? null]));
      return keys.map((key) => byKey.get(key) ?? null);
    },
    { maxBatchSize: mode === 'bulk' ? BULK_LIMIT : Number.POSITIVE_INFINITY },
  );
};

const readTransactions = (
  { transport, merchantId }: LoyaltyReads,
  { accountId, query }: { readonly accountId: string; readonly query: HistoryQuery },
  session: LegacySessionOptions,
): Promise<readonly LegacyTransaction[]> => {
  const { from: dateStart, to: dateEnd, limit } = query;
  const fields = { merchantId, accountId, dateStart, dateEnd, maxNumberOfResults: String(limit) };
  return transport.send(
    {
      endpoint: 'guest/transactionHistory',
      method: 'GET',
      path: guestPath('transactionHistory', { ...fields, limitToBalanceAffectingTransactions: 'true' }),
      read: readHistory,
    },
    session,
  );
};

/** Connects lazily: a system that is down does not keep the process from starting. */
export const createLoyaltyClient = (options: LoyaltyClientOptions): LoyaltyClient => {
  const { merchantId, mode, walletCode = 1, now = () => new Date() } = options;
  const transport = createTransport({ ...options, service: SERVICE });
  const reads: LoyaltyReads = { transport, merchantId, walletCode, now };
  return {
    session: (session = {}) => ({
      accounts: accountLoader(reads, mode, session),
      history: (accountId, query) => readTransactions(reads, { accountId, query }, session),
    }),
    state: () => transport.state(),
    close: () => transport.close(),
  };
};
