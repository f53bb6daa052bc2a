import { AppError } from '@qsr/errors';
import type { AccountEntry } from '../domain/entries.ts';
import { ledgerRecordOf } from '../domain/ledger.ts';
import type { LoyaltyAccountItem } from '../repository/accounts.ts';
import { ledgerEntryItem } from '../repository/ledger.ts';
import type { PostingParts } from './parts.ts';

type Owner = Pick<LoyaltyAccountItem, 'id' | 'customerId'>;
type Filing = Pick<PostingParts, 'repositories'>;

/** More writers than this at one item are a fault; the job comes again. */
const tries = 10;

const itemOf = (entry: AccountEntry, { id: accountId, customerId }: Owner) =>
  ledgerEntryItem(ledgerRecordOf(entry), { accountId, customerId });

/** Adds entries to the list of their order. */
const listEntries = async ({ repositories }: Filing, { id: accountId, customerId }: Owner, ofOrder: OrderEntries) => {
  const { table } = repositories.orders;
  const { orderId, entryIds } = ofOrder;
  if (await table.create({ orderId, customerId, accountId, entryIds })) return;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const listed = await table.get({ partition: orderId });
    const missing = entryIds.filter((id) => !(listed?.entryIds ?? []).includes(id));
    if (missing.length === 0) return;
    if (listed === null) continue;
    if (await table.replace({ ...listed, entryIds: [...listed.entryIds, ...missing] }, listed.version)) return;
  }
  throw new AppError('DOWNSTREAM_UNAVAILABLE', `order ${orderId}: too many writers`);
};

interface OrderEntries {
  readonly orderId: string;
  readonly entryIds: readonly string[];
}

const byOrder = (entries: readonly AccountEntry[]): OrderEntries[] => {
  const groups = Map.groupBy(entries, ({ orderId }) => orderId);
  return [...groups].flatMap(([orderId, ofOrder]) =>
    orderId === null ? [] : [{ orderId, entryIds: ofOrder.map(({ id }) => id) }],
  );
};

/**
 * Writes what is not there yet into the ledger's table, and then into the lists of the orders: an order never lists an
 * entry that cannot be read. Both are found done when they are done again.
 */
export const fileEntries = async (parts: Filing, owner: Owner, entries: readonly AccountEntry[]): Promise<void> => {
  const unfiled = entries.filter(({ filed }) => !filed);
  await Promise.all(unfiled.map((entry) => parts.repositories.ledger.table.create(itemOf(entry, owner))));
  await Promise.all(byOrder(unfiled).map((ofOrder) => listEntries(parts, owner, ofOrder)));
};

/** The version of an entry that nobody has touched since it was filed. */
const asFiled = 1;

/** Gives an entry of the ledger's table its final form: POSTED or FAILED, for good. */
export const finishEntry = async ({ repositories }: Filing, owner: Owner, entry: AccountEntry): Promise<void> => {
  const { table } = repositories.ledger;
  if (await table.replace(itemOf(entry, owner), asFiled)) return;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const filed = await table.get({ partition: entry.id });
    if (filed === null) throw new AppError('INTERNAL_SERVER_ERROR', `entry ${entry.id} was not filed`);
    if (filed.status !== 'PENDING') return;
    if (await table.replace(itemOf(entry, owner), filed.version)) return;
  }
  throw new AppError('DOWNSTREAM_UNAVAILABLE', `entry ${entry.id}: too many writers`);
};
