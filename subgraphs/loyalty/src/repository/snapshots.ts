import type { LegacyAccount } from '@qsr/legacy';
import type { Stored, StoreSession, Table, TableSpec } from '@qsr/store';

/** What the legacy system last said of an account, keyed by its id there. */
export interface SnapshotItem {
  readonly accountId: string;
  readonly account: LegacyAccount;
  /** RFC 3339. */
  readonly expiresAt: string;
}

export const snapshotsTable: TableSpec<SnapshotItem> = {
  name: 'loyalty-snapshots',
  key: { partition: 'accountId' },
  expiresAt: 'expiresAt',
};

/** How long a snapshot may answer, in ms. */
export const snapshotLifeMs = 24 * 3_600_000;

/** An unchanged balance is written again at this age only, in ms: that is by how much `asOf` may be too modest. */
const rewriteAfterMs = 5 * 60_000;

const isWorthKeeping = (fresh: LegacyAccount, kept: LegacyAccount): boolean => {
  const newerByMs = Date.parse(fresh.asOf) - Date.parse(kept.asOf);
  return newerByMs > rewriteAfterMs || (newerByMs > 0 && fresh.pointsDecimal !== kept.pointsDecimal);
};

const keep = async (
  table: Table<SnapshotItem>,
  account: LegacyAccount,
  kept: Stored<SnapshotItem> | null,
): Promise<void> => {
  const { accountId, asOf } = account;
  const item = { accountId, account, expiresAt: new Date(Date.parse(asOf) + snapshotLifeMs).toISOString() };
  // A lost race means that another request has kept a balance of the same moment.
  if (kept === null) await table.create(item);
  else if (isWorthKeeping(account, kept.account)) await table.replace(item, kept.version);
};

/** Access: by legacy account id. */
export const snapshotRepository = (session: StoreSession) => {
  const table = session.table(snapshotsTable);
  const read = (accountIds: readonly string[]) => table.getMany(accountIds.map((partition) => ({ partition })));
  return {
    table,
    load: async (accountIds: readonly string[]): Promise<Array<LegacyAccount | null>> =>
      (await read(accountIds)).map((item) => item?.account ?? null),
    save: async (accounts: readonly LegacyAccount[]): Promise<void> => {
      const kept = await read(accounts.map(({ accountId }) => accountId));
      await Promise.all(accounts.map((account, index) => keep(table, account, kept[index] ?? null)));
    },
  };
};

export type Snapshots = ReturnType<typeof snapshotRepository>;
