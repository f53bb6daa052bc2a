import { AppError } from '@qsr/errors';
import { withEvents } from '@qsr/subgraph/writing';
import { dayOf } from '../domain/calendar.ts';
import { walletIn, withWallet } from '../domain/entries.ts';
import { dueNotices, expiredLots, withExpiries } from '../domain/expiry-entries.ts';
import { isUnsettled } from '../domain/reconciliation.ts';
import { dueAgain } from '../domain/round.ts';
import { daysWithin, tierChange } from '../domain/tier.ts';
import type { PointLot } from '../domain/wallet.ts';
import { mismatchFound, pointsExpiring, tierChanged } from '../events/publish.ts';
import { entryIds } from '../ids.ts';
import { changeAccount, type LoyaltyAccountItem, type StoredLoyaltyAccount } from '../repository/accounts.ts';
import { programOfAccount, type StoredProgram } from '../repository/programs.ts';
import type { EnrolParts } from './enrol-account.ts';
import { reconcile, type Reconciled } from './reconcile-account.ts';

/** What a round needs: the same as enrolling. */
export type RoundParts = EnrolParts;

/** When a round that could not end is tried again, in ms. */
const pauses = { whileUnsettledMs: 60_000, whileHeldMs: 20 * 60_000, afterFailureMs: 15 * 60_000 };

/** What the calendar alone brings: notices of expiry, and a tier that is lost because days left the period. */
const byCalendar = (account: LoyaltyAccountItem, program: StoredProgram, now: Date) => {
  const today = dayOf(now);
  const at = now.toISOString();
  const { code } = program.pointsWallet;
  const { wallet, notices } = dueNotices(walletIn(account, code), today);
  const change = tierChange(account, program, today);
  const state: LoyaltyAccountItem = {
    ...withWallet(account, code, wallet),
    qualifyingDays: daysWithin(program, account.qualifyingDays, today),
    announcedTierCode: change?.to ?? account.announcedTierCode,
    revision: account.revision + (change === null ? 0 : 1),
  };
  const events = notices.map((notice) => pointsExpiring(account, notice, at));
  const moved = change === null ? [] : [tierChanged(account, change, { key: `${account.id} ${at}`, at })];
  return withEvents(state, [...events, ...moved]);
};

/**
 * Takes the account: its round is not due for anybody else until it must have ended. Null when another process was
 * faster.
 */
const begin = async (
  { repositories, now, roundEveryMs }: RoundParts,
  account: StoredLoyaltyAccount,
  program: StoredProgram,
): Promise<StoredLoyaltyAccount | null> => {
  const { version, ...item } = account;
  const hasBook = account.legacyAccountId !== null && account.status !== 'CLOSED';
  const next = dueAgain(byCalendar(item, program, now()), now(), hasBook ? pauses.afterFailureMs : roundEveryMs);
  const begun = await repositories.accounts.table.replace(next, version);
  return begun ? { ...next, version: version + 1 } : null;
};

/** Under which id the expiry of a lot is entered; none while it is on its way, or was refused and nothing changed. */
const expiryIds = async (
  account: LoyaltyAccountItem,
  lots: readonly PointLot[],
  { repositories }: RoundParts,
): Promise<(lot: PointLot) => string | null> => {
  const ids = lots.flatMap(({ id, remaining }) => [entryIds.expiry(id), entryIds.expiryOfRest(id, remaining)]);
  const filed = await repositories.ledger.table.getMany(ids.map((partition) => ({ partition })));
  const known = new Map(filed.flatMap((entry) => (entry === null ? [] : [[entry.id, entry] as const])));
  return ({ id, remaining }) => {
    if (account.entries.some(({ lotId, status }) => lotId === id && status === 'PENDING')) return null;
    const [first, ofRest] = [entryIds.expiry(id), entryIds.expiryOfRest(id, remaining)];
    const earlier = known.get(first);
    if (earlier === undefined) return first;
    const isOther = earlier.status === 'FAILED' && earlier.points !== -remaining;
    return isOther && !known.has(ofRest) ? ofRest : null;
  };
};

/** Expiry comes after reconciling: what was spent in a restaurant meanwhile does not run out as well. */
const withExpiry = async (
  parts: RoundParts,
  program: StoredProgram,
  { account, complete }: Reconciled,
): Promise<LoyaltyAccountItem> => {
  const { now, roundEveryMs } = parts;
  const walletCode = program.pointsWallet.code;
  const { free, held } = expiredLots(walletIn(account, walletCode), now());
  const idOf = await expiryIds(account, free, parts);
  const state = withExpiries<LoyaltyAccountItem>(account, { walletCode, idOf, now: now() });
  if (!complete) return dueAgain(state, now(), 0);
  return dueAgain(state, now(), held.length > 0 ? pauses.whileHeldMs : roundEveryMs);
};

/** A difference is told of once, until it is another one. */
const mismatchOf = (
  before: LoyaltyAccountItem,
  { account, balance }: Reconciled,
  { program, now }: { readonly program: StoredProgram; readonly now: Date },
) => {
  const { difference } = account.reconciliation;
  if (difference === 0 || difference === before.reconciliation?.difference) return [];
  const at = now.toISOString();
  return [mismatchFound(account, program.pointsWallet.code, { posted: balance, key: `${account.id} ${at}`, at })];
};

/** Another round than the present one, because somebody is at the account. */
const postpone = async ({ repositories, now }: RoundParts, account: StoredLoyaltyAccount): Promise<void> => {
  await changeAccount({
    table: repositories.accounts.table,
    account,
    now: now(),
    step: (current) => ({ state: dueAgain(current, now(), pauses.whileUnsettledMs), silently: true }),
  });
};

const holdBooks = async (parts: RoundParts, account: StoredLoyaltyAccount, program: StoredProgram): Promise<void> => {
  const { repositories, now, log, nudge } = parts;
  const { legacyAccountId } = account;
  if (legacyAccountId === null || account.status === 'CLOSED') return;
  if (isUnsettled(account)) return postpone(parts, account);
  const found = await reconcile({ account, legacyAccountId, program }, parts);
  const state = await withExpiry(parts, program, found);
  const events = mismatchOf(account, found, { program, now: now() });
  if (events.length > 0) log.warn({ account: account.id, ...found.account.reconciliation }, 'the two books differ');
  const silently = state.entries.length === account.entries.length;
  const written = await changeAccount({
    table: repositories.accounts.table,
    account,
    now: now(),
    // What was read of the legacy system goes with the account as it was read before.
    step: (current) => (current.version === account.version ? { state, events, silently } : null),
  });
  if (written?.version !== account.version + 1 || written.roundDue !== state.roundDue) return postpone(parts, account);
  if (!silently) nudge();
};

/** One round of an account; false when another process has it. A legacy system that is down ends it early. */
export const attendAccount = async (parts: RoundParts, account: StoredLoyaltyAccount): Promise<boolean> => {
  const program = await programOfAccount(parts.repositories, account);
  const begun = await begin(parts, account, program);
  if (begun === null) return false;
  try {
    await holdBooks(parts, begun, program);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    parts.log.warn({ err: error, account: account.id }, 'the books could not be held against each other; later');
  }
  return true;
};
