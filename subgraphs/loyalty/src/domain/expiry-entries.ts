import { dayOf } from './calendar.ts';
import { newEntry, walletIn, withEntries, type AccountBooks, type AccountEntry } from './entries.ts';
import { heldNow, type PointLot, type WalletRecord } from './wallet.ts';

/** How many days before points run out their owner is told. */
const marks = [1, 7, 30] as const;

const DAY_MS = 86_400_000;

const soonestFirst = (lots: readonly PointLot[]): PointLot[] =>
  lots.toSorted((one, other) => (one.expiresOn < other.expiresOn ? -1 : 1));

/**
 * Lots whose last day is over, soonest first. Points are spent from the lot that runs out first, so what is held comes
 * off the soonest lots: one that is held in part is left alone until the hold has ended, for it expires once and whole.
 */
export const expiredLots = (
  wallet: WalletRecord,
  now: Date,
): { readonly free: readonly PointLot[]; readonly held: readonly PointLot[] } => {
  const today = dayOf(now);
  const free: PointLot[] = [];
  const held: PointLot[] = [];
  let stillHeld = heldNow(wallet, now);
  for (const lot of soonestFirst(wallet.lots)) {
    const spoken = Math.min(stillHeld, lot.remaining);
    stillHeld -= spoken;
    if (lot.expiresOn < today) (spoken > 0 ? held : free).push(lot);
  }
  return { free, held };
};

/** What expiry is made with. `idOf` answers null for a lot whose expiry was entered before. */
export interface ExpiryRules {
  readonly walletCode: string;
  readonly idOf: (lot: PointLot) => string | null;
  readonly now: Date;
}

const expiryOf = (lot: PointLot, id: string, { walletCode, now }: ExpiryRules): AccountEntry =>
  newEntry(
    {
      ...{ id, walletCode, lotId: lot.id },
      type: 'EXPIRATION',
      points: -lot.remaining,
      description: `Ran out on ${lot.expiresOn}`,
      occurredAt: now.toISOString(),
    },
    now,
  );

/** The account with an EXPIRATION for every lot whose last day is over and that nobody holds. */
export const withExpiries = <Account extends AccountBooks>(account: Account, rules: ExpiryRules): Account => {
  const entries = expiredLots(walletIn(account, rules.walletCode), rules.now).free.flatMap((lot) => {
    const id = rules.idOf(lot);
    return id === null ? [] : [expiryOf(lot, id, rules)];
  });
  return withEntries(account, entries);
};

/** A lot that its owner is to be told of. `days` are left of it, the present one not counted. */
export interface ExpiryNotice {
  readonly lot: PointLot;
  readonly days: number;
}

const markOf = ({ expiresOn }: PointLot, today: string): { readonly days: number; readonly mark: number } | null => {
  const days = Math.round((Date.parse(expiresOn) - Date.parse(today)) / DAY_MS);
  const mark = marks.find((limit) => days <= limit);
  return days < 0 || mark === undefined ? null : { days, mark };
};

/** What there is to tell today, once a lot and mark; a mark that was missed is made up for by the next one. */
export const dueNotices = (
  wallet: WalletRecord,
  today: string,
): { readonly wallet: WalletRecord; readonly notices: readonly ExpiryNotice[] } => {
  const notices: ExpiryNotice[] = [];
  const lots = wallet.lots.map((lot) => {
    const due = markOf(lot, today);
    if (due === null || (lot.announcedAt ?? Infinity) <= due.mark) return lot;
    notices.push({ lot, days: due.days });
    return { ...lot, announcedAt: due.mark };
  });
  return { wallet: { ...wallet, lots }, notices };
};
