import { AppError } from '@qsr/errors';
import {
  callError,
  changeOnce,
  derivedUlid,
  keyError,
  retryLater,
  userError,
  type Decision,
} from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import { adjustmentProblem } from '../domain/adjustment.ts';
import { addDays, dayOf } from '../domain/calendar.ts';
import { entryIn, newEntry, walletIn, withEntries, type AccountEntry } from '../domain/entries.ts';
import { ledgerRecordOf } from '../domain/ledger.ts';
import { balanceOf, type PostedBalance } from '../domain/wallet.ts';
import { scheduled } from '../domain/work.ts';
import type { AdjustPointsInput } from '../generated/resolvers.ts';
import { entryIds } from '../ids.ts';
import type { LedgerEntryMapper } from '../mappers.ts';
import type { LoyaltyAccountItem, StoredLoyaltyAccount } from '../repository/accounts.ts';
import { ledgerEntryItem } from '../repository/ledger.ts';
import { programOfAccount, type StoredProgram } from '../repository/programs.ts';
import { invalid, type LoyaltyError } from './payload.ts';

/** What a correction answers. */
export interface EntryPayload {
  readonly entry: LedgerEntryMapper | null;
  readonly userErrors: readonly LoyaltyError[];
}

/** What is remembered of it. */
type Outcome = { readonly entryId: string | null; readonly userErrors: readonly LoyaltyError[] };

const refusal = (error: LoyaltyError): EntryPayload => ({ entry: null, userErrors: [error] });
const refused = (error: LoyaltyError): Decision<LoyaltyAccountItem, Outcome> => ({
  refused: { entryId: null, userErrors: [error] },
  passing: error.retryable,
});

const noAccount: LoyaltyError = userError('NOT_FOUND', 'There is no such account.', 'accountId');
const noWallet: LoyaltyError = userError('NOT_FOUND', 'The account has no such wallet.', 'walletCode');
const locked: LoyaltyError = userError('ACCOUNT_SUSPENDED', 'The account is locked.', 'accountId');
const tooMany: LoyaltyError = userError('INSUFFICIENT_POINTS', 'The account has fewer points than that.', 'points');
const unavailable: LoyaltyError = retryLater(
  'LEGACY_UNAVAILABLE',
  'The balance is not known at the moment. Please try again later.',
);

/** The balance to take from; null while nobody knows it. */
const postedOf = async (
  { legacyAccountId }: StoredLoyaltyAccount,
  { legacy, now }: Context,
): Promise<PostedBalance | null> => {
  if (legacyAccountId === null) return { points: 0, asOf: now().toISOString() };
  return legacy.posted(legacyAccountId).catch((error: unknown) => {
    if (error instanceof AppError) return null;
    throw error;
  });
};

interface Correction {
  readonly id: string;
  readonly input: AdjustPointsInput;
  readonly context: Context;
}

const adjustmentOf = ({ id, input }: Correction, { pointsLifeDays }: StoredProgram, now: Date): AccountEntry =>
  newEntry(
    {
      id,
      type: 'ADJUSTMENT',
      walletCode: input.walletCode,
      points: input.points,
      description: input.reason.trim(),
      occurredAt: now.toISOString(),
      expiresOn: input.points > 0 ? addDays(dayOf(now), pointsLifeDays) : null,
    },
    now,
  );

/** Points are taken only where they are: held ones are not. Points are given whatever the legacy system says. */
const decide = async (
  account: StoredLoyaltyAccount,
  correction: Correction,
): Promise<Decision<LoyaltyAccountItem, Outcome>> => {
  const { id, input, context } = correction;
  const { repositories, now } = context;
  const outcome: Outcome = { entryId: id, userErrors: [] };
  if (account.status === 'CLOSED') return refused(noAccount);
  if (account.status === 'SUSPENDED') return refused(locked);
  const program = await programOfAccount(repositories, account);
  if (input.walletCode !== program.pointsWallet.code) return refused(noWallet);
  // The record of the call is kept for a day; the entry for good.
  if ((await repositories.ledger.table.get({ partition: id })) !== null) return { refused: outcome };
  if (input.points < 0) {
    const posted = await postedOf(account, context);
    if (posted === null) return refused(unavailable);
    const { available } = balanceOf(posted, walletIn(account, input.walletCode), now());
    if (available + input.points < 0) return refused(tooMany);
  }
  const entry = adjustmentOf(correction, program, now());
  return { state: scheduled(withEntries<LoyaltyAccountItem>(account, [entry])), outcome };
};

/** The entry as the ledger shows it, which may not have it yet. */
const entryOf = async (id: string, account: StoredLoyaltyAccount, { repositories }: Context) => {
  const filed = await repositories.ledger.table.get({ partition: id });
  const carried = entryIn(account, id);
  if (filed !== null || carried === undefined) return filed;
  const { id: accountId, customerId } = account;
  return { ...ledgerEntryItem(ledgerRecordOf(carried), { accountId, customerId }), version: 0 };
};

/** Gives or takes points for customer service: an ADJUSTMENT that the job posts. */
export const adjustPoints = async (input: AdjustPointsInput, context: Context): Promise<EntryPayload> => {
  const { viewer, repositories, now, signal, nudge } = context;
  const call = { viewer, mutation: 'adjustPoints', input };
  const keyFault = keyError(call);
  if (keyFault !== null) return refusal(keyFault);
  const problem = adjustmentProblem(input);
  if (problem !== null) return refusal(invalid(problem.message, problem.field));
  const id = entryIds.adjustment(derivedUlid(input.accountId, viewer.subject ?? '', input.idempotencyKey));
  const result = await changeOnce<LoyaltyAccountItem, Outcome>({
    table: repositories.accounts.table,
    key: { partition: input.accountId },
    call,
    now: now(),
    signal,
    decide: (account) => decide(account, { id, input, context }),
  });
  if (result.kind !== 'done') return refusal(callError(result) ?? noAccount);
  nudge();
  const { entryId, userErrors } = result.outcome;
  return { entry: entryId === null ? null : await entryOf(entryId, result.item, context), userErrors };
};
