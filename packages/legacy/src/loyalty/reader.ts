import DataLoader from 'dataloader';
import type { LegacySessionOptions, Log } from '../options.ts';
import type { LegacyAccount } from './account.ts';
import type { LoyaltyClient, LoyaltySession } from './client.ts';

/** Where a balance comes from, and of when it is. */
export interface Freshness {
  /** LIVE: asked for now. CACHED: a few seconds old. SNAPSHOT: last known, the legacy system did not answer. */
  readonly source: 'LIVE' | 'CACHED' | 'SNAPSHOT';
  /** RFC 3339. */
  readonly asOf: string;
}

/** A balance that says how much it can be trusted. */
export interface AccountReading {
  readonly account: LegacyAccount;
  readonly freshness: Freshness;
}

/** Short-lived copies, shared by all requests; `@qsr/cache` fits. */
export interface AccountCache {
  getMany(keys: readonly string[]): Promise<ReadonlyArray<LegacyAccount | undefined>>;
  setMany(
    entries: ReadonlyArray<{ readonly key: string; readonly value: LegacyAccount }>,
    ttlMs: number,
  ): Promise<void>;
}

/** Last known balances, kept by whoever owns a store. */
export interface AccountSnapshots {
  /** In the order of the ids, null where nothing is known. */
  load(accountIds: readonly string[]): Promise<ReadonlyArray<LegacyAccount | null>>;
  /** Called beside the answer, so two may overtake each other: keep the one with the later `asOf`. */
  save(accounts: readonly LegacyAccount[]): Promise<void>;
}

/** Parts and limits of a reader. */
export interface AccountReaderOptions {
  readonly client: Pick<LoyaltyClient, 'session'>;
  readonly cache: AccountCache;
  readonly snapshots: AccountSnapshots;
  readonly now?: () => Date;
  /** Milliseconds for which a balance is not asked for again. Default 30 s. */
  readonly cacheMs?: number;
  /** Milliseconds after which a snapshot is no longer shown. Default 24 h. */
  readonly snapshotMaxAgeMs?: number;
  readonly log?: Log;
}

/** Balances for one request: null where there is no account; throws the legacy system's `AppError` without a snapshot. */
export type AccountReadings = DataLoader<string, AccountReading | null>;

/** Made once a process. */
export interface AccountReader {
  /** `legacy` may be the session of the same request, so that its loader is shared. */
  session(options?: LegacySessionOptions, legacy?: LoyaltySession): AccountReadings;
}

const cacheKey = (accountId: string) => `account:${accountId}`;

const reading = (account: LegacyAccount, source: Freshness['source']): AccountReading => ({
  account,
  freshness: { source, asOf: account.asOf },
});

type Result = AccountReading | null | Error;

const nothing = (): ReadonlyArray<LegacyAccount | undefined> => [];

const isAccount = (result: LegacyAccount | null | Error): result is LegacyAccount =>
  result !== null && !(result instanceof Error);

const byId = (accounts: ReadonlyArray<LegacyAccount | null | undefined>, source: Freshness['source']) =>
  new Map<string, Result>(
    accounts.flatMap((account) => (account == null ? [] : [[account.accountId, reading(account, source)]])),
  );

/** Cached when young, else live, else the last one known: the legacy system may be down and a balance is still shown. */
export const createAccountReader = (options: AccountReaderOptions): AccountReader => {
  const { client, cache, snapshots, log, now = () => new Date() } = options;
  const { cacheMs = 30_000, snapshotMaxAgeMs = 86_400_000 } = options;

  const isShowable = (account: LegacyAccount | null | undefined) =>
    account != null && now().getTime() - Date.parse(account.asOf) < snapshotMaxAgeMs;

  const keep = (accounts: readonly LegacyAccount[]): void => {
    if (accounts.length === 0) return;
    const entries = accounts.map((value) => ({ key: cacheKey(value.accountId), value }));
    Promise.all([cache.setMany(entries, cacheMs), snapshots.save(accounts)]).catch(() =>
      log?.warn('balances could not be kept'),
    );
  };

  const fromCache = async (ids: readonly string[]): Promise<Map<string, Result>> =>
    byId(await cache.getMany(ids.map(cacheKey)).catch(nothing), 'CACHED');

  const live = async (ids: readonly string[], legacy: LoyaltySession): Promise<Map<string, Result>> => {
    const results = await legacy.accounts.loadMany(ids);
    keep(results.filter(isAccount));
    return new Map(
      ids.map((id, index) => {
        const result = results[index] ?? null;
        return [id, isAccount(result) ? reading(result, 'LIVE') : result];
      }),
    );
  };

  const fromSnapshots = async (ids: readonly string[]): Promise<Map<string, Result>> => {
    if (ids.length === 0) return new Map();
    const accounts = await snapshots.load(ids).catch(nothing);
    return byId(accounts.filter(isShowable), 'SNAPSHOT');
  };

  const readAll = async (ids: readonly string[], legacy: LoyaltySession): Promise<Result[]> => {
    const cached = await fromCache(ids);
    const asked = ids.filter((id) => !cached.has(id));
    const answered = asked.length === 0 ? new Map<string, Result>() : await live(asked, legacy);
    const known = await fromSnapshots(asked.filter((id) => answered.get(id) instanceof Error));
    return ids.map((id) => cached.get(id) ?? known.get(id) ?? answered.get(id) ?? null);
  };

  return {
    session: (session = {}, legacy = client.session(session)) =>
      new DataLoader<string, AccountReading | null>((ids) => readAll(ids, legacy)),
  };
};
