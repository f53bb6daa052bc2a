import type { Page, Query, StoreSession, Stored, TableSpec } from '@qsr/store';
import type { PageRequest } from '@qsr/subgraph';
import { sealedCursors } from '@qsr/subgraph/cursors';
import type { LedgerEntryRecord, LedgerEntryType } from '../domain/ledger.ts';

/**
 * One movement. Its id is derived from the business key of what caused it, so that being created is what makes an
 * effect happen once; the lists are indexes.
 */
export interface LedgerEntryItem extends LedgerEntryRecord {
  readonly accountId: string;
  readonly customerId: string;
  /** accountId#type: the list of one type. */
  readonly typeList: string;
  /** occurredAt#id: the order within a list. */
  readonly position: string;
}

export type StoredLedgerEntry = Stored<LedgerEntryItem>;

export const ledgerTable: TableSpec<LedgerEntryItem> = {
  name: 'loyalty-ledger',
  key: { partition: 'id' },
  indexes: {
    byAccount: { partition: 'accountId', sort: 'position' },
    byType: { partition: 'typeList', sort: 'position' },
  },
};

/** Adds what the lists are made of. */
export const ledgerEntryItem = (
  entry: LedgerEntryRecord,
  { accountId, customerId }: { readonly accountId: string; readonly customerId: string },
): LedgerEntryItem => ({
  ...entry,
  accountId,
  customerId,
  typeList: `${accountId}#${entry.type}`,
  position: `${entry.occurredAt}#${entry.id}`,
});

/** Which entries of an account to list. Instants are RFC 3339 in UTC; `from` is included, `to` is not. */
export interface LedgerQuery extends PageRequest {
  readonly accountId: string;
  /** Null: of any type. Never repeats a type. */
  readonly types: readonly LedgerEntryType[] | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** Several queries of the store make up the list: its cursors are of its own. */
const cursorsOf = ({ accountId, types, from, to }: LedgerQuery) =>
  sealedCursors({
    where: 'LoyaltyAccount.ledger',
    list: `ledger ${JSON.stringify([accountId, types?.toSorted() ?? null, from, to])}`,
  });

type ListOf = Pick<Query, 'index' | 'partition'>;

const listsOf = ({ accountId, types }: LedgerQuery): ListOf[] =>
  types === null
    ? [{ index: 'byAccount', partition: accountId }]
    : types.map((type) => ({ index: 'byType', partition: `${accountId}#${type}` }));

const latestFirst = (one: LedgerEntryItem, other: LedgerEntryItem): number => (one.position < other.position ? 1 : -1);

/** The smaller of two bounds; all characters of a position are ASCII, so that strings compare as their bytes do. */
const lower = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other < one) ? other : one;

/** Access: by id; those of an account, newest first, of all types or of some. */
export const ledgerRepository = (session: StoreSession) => {
  const table = session.table(ledgerTable);
  return {
    table,
    /**
     * One query for each type that is asked for, each for no more than the page needs; merged, the page is full
     * whatever the share of those types. Throws `BAD_USER_INPUT` for the cursor of another list.
     */
    page: async (request: LedgerQuery): Promise<Page<LedgerEntryItem>> => {
      const { limit, from } = request;
      const cursors = cursorsOf(request);
      const after = request.after === undefined ? null : cursors.keyOf(request.after);
      const to = lower(request.to, after);
      // The bound of a range is part of it: two more tell of the next page although `after` itself comes back.
      const range = { order: 'descending' as const, limit: limit + 2, from: from ?? undefined, to: to ?? undefined };
      const pages = await Promise.all(listsOf(request).map((list) => table.query({ ...list, ...range })));
      const found = pages
        .flatMap(({ entries }) => entries.map(({ item }) => item))
        .filter(({ position }) => position !== after)
        .sort(latestFirst);
      const entries = found.slice(0, limit).map((item) => ({ cursor: cursors.cursorOf(item.position), item }));
      return { entries, hasMore: found.length > limit };
    },
  };
};
