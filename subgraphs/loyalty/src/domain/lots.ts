import { sumOf } from './arithmetic.ts';
import type { LedgerEntryRecord } from './ledger.ts';
import type { PointLot, WalletRecord } from './wallet.ts';

/** What a posted entry does to lots. */
export type LotMovement = Pick<LedgerEntryRecord, 'id' | 'points' | 'lotId' | 'reversalOf' | 'expiresOn'>;

const byExpiry = (one: PointLot, other: PointLot): number =>
  one.expiresOn < other.expiresOn || (one.expiresOn === other.expiresOn && one.id < other.id) ? -1 : 1;

/**
 * An expiry takes from its own lot first, a reversal from that of the entry it takes back; then first in, first out. What
 * was spent while an expiry was on its way has come off the lot that expires, and the next ones make up for it.
 */
const inTurn = (lots: readonly PointLot[], { lotId, reversalOf }: LotMovement): readonly PointLot[] => {
  const isOwn = (lot: PointLot): boolean => lot.id === lotId || lot.entryId === reversalOf;
  const own = lots.filter(isOwn);
  return [...own, ...lots.filter((lot) => !isOwn(lot)).sort(byExpiry)];
};

const debited = (wallet: WalletRecord, movement: LotMovement): WalletRecord => {
  let due = -movement.points;
  const taken = new Map<string, number>();
  for (const { id, remaining } of inTurn(wallet.lots, movement)) {
    const part = Math.min(due, remaining);
    taken.set(id, part);
    due -= part;
  }
  const lots = wallet.lots
    .map((lot) => ({ ...lot, remaining: lot.remaining - (taken.get(lot.id) ?? 0) }))
    .filter(({ remaining }) => remaining > 0);
  return due === 0 ? { ...wallet, lots } : { ...wallet, lots, owed: (wallet.owed ?? 0) + due };
};

const credited = (wallet: WalletRecord, { id, points, expiresOn }: LotMovement, lotId: string): WalletRecord => {
  const { owed = 0, ...rest } = wallet;
  const remaining = Math.max(points - owed, 0);
  const stillOwed = Math.max(owed - points, 0);
  const lots =
    remaining === 0 || expiresOn === null
      ? wallet.lots
      : [...wallet.lots, { id: lotId, entryId: id, remaining, expiresOn }].sort(byExpiry);
  return stillOwed === 0 ? { ...rest, lots } : { ...rest, lots, owed: stillOwed };
};

/** What a posted entry leaves of the lots: a credit makes one (`lotId`), a debit uses them up. */
export const withMovement = (wallet: WalletRecord, movement: LotMovement, lotId: string): WalletRecord => {
  if (movement.points === 0) return wallet;
  return movement.points > 0 ? credited(wallet, movement, lotId) : debited(wallet, movement);
};

/** What the lots say the posted balance is. */
export const pointsInLots = ({ lots, owed = 0 }: WalletRecord): number =>
  sumOf(lots, ({ remaining }) => remaining) - owed;
