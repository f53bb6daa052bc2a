import type { captureHold as contract } from '@qsr/commands';
import type { Context } from '../context.ts';
import { entryIn, newEntry, walletIn, withEntries, withWallet, type AccountEntry } from '../domain/entries.ts';
import { captureOf, type Capture } from '../domain/holds.ts';
import { missingRefundEntries } from '../domain/refund-entries.ts';
import type { PointHold, PostedBalance } from '../domain/wallet.ts';
import { entryIds } from '../ids.ts';
import { claimed, type Claim } from '../posting/claim.ts';
import { changeAccount, type AccountStep, type StoredLoyaltyAccount } from '../repository/accounts.ts';
import { memberAccount } from '../repository/members.ts';
import { programOfAccount, type StoredProgram } from '../repository/programs.ts';
import type { InputOf, OutputOf } from './contract-types.ts';

type Input = InputOf<typeof contract>;
type Output = OutputOf<typeof contract>;

interface Capturing {
  readonly checkoutId: string;
  readonly program: StoredProgram;
  readonly posted: PostedBalance | null;
  readonly now: Date;
}

interface Captured {
  readonly capture: Capture;
  /** Set when this very write made the account ours. */
  readonly claim?: Claim | undefined;
  readonly step: AccountStep;
}

const burnOf = (hold: PointHold, walletCode: string, now: Date): AccountEntry =>
  newEntry(
    {
      id: entryIds.burn(hold.checkoutId),
      type: 'REDEMPTION',
      walletCode,
      points: -hold.points,
      checkoutId: hold.checkoutId,
      orderId: hold.orderId,
      storeCode: hold.storeCode,
      description: 'Used for an order',
      occurredAt: now.toISOString(),
    },
    now,
  );

/** The hold ends, its debit is entered, and the account is ours to post it: one write. */
const captureIn = (account: StoredLoyaltyAccount, { checkoutId, program, posted, now }: Capturing): Captured => {
  const { code } = program.pointsWallet;
  const capture = captureOf(walletIn(account, code), checkoutId, { posted, now });
  if (capture.kind !== 'captured') return { capture, step: null };
  const burn = burnOf(capture.hold, code, now);
  const refunds = account.refunds.filter(({ orderId }) => orderId === burn.orderId);
  const rules = { ids: entryIds, pointsLifeDays: program.pointsLifeDays, now };
  const returned = missingRefundEntries([burn], refunds, rules);
  const booked = withEntries(withWallet(account, code, capture.wallet), [burn, ...returned]);
  const mine = claimed(booked, account.version, now);
  return { capture, claim: mine?.claim, step: { state: mine?.state ?? booked } };
};

/** Where the debit of a checkout stands; null when there is none. */
const burnStatus = async (account: StoredLoyaltyAccount, checkoutId: string, { repositories }: Context) => {
  const id = entryIds.burn(checkoutId);
  const entry = entryIn(account, id) ?? (await repositories.ledger.table.get({ partition: id }));
  return entry?.status ?? null;
};

const write = async (account: StoredLoyaltyAccount, capturing: Capturing, context: Context) => {
  let captured: Captured = { capture: { kind: 'gone' }, step: null };
  const after = await changeAccount({
    table: context.repositories.accounts.table,
    account,
    now: capturing.now,
    signal: context.signal,
    step: (current) => {
      captured = captureIn(current, capturing);
      return captured.step;
    },
  });
  return { account: after ?? account, ...captured };
};

/** What is left for the answer itself, in ms. */
const answerMs = 500;

/** Posts what the write has claimed; the answer does not wait for it longer than its caller does. */
const post = async (account: StoredLoyaltyAccount, claim: Claim, context: Context): Promise<StoredLoyaltyAccount> => {
  const posting = context.background(context.pipeline.work(account, claim)).catch(() => account);
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<StoredLoyaltyAccount>((resolve) => {
    timer = setTimeout(() => resolve(account), Math.max(context.remainingMs() - answerMs, 0));
  });
  const after = await Promise.race([posting, patience]);
  clearTimeout(timer);
  return after;
};

/** Without a balance, one is asked for when the hold ran out. Throws the `AppError` of the legacy system. */
const capture = async (account: StoredLoyaltyAccount, checkoutId: string, context: Context) => {
  const program = await programOfAccount(context.repositories, account);
  const capturing = { checkoutId, program, posted: null, now: context.now() };
  const first = await write(account, capturing, context);
  if (first.capture.kind !== 'lapsed' || account.legacyAccountId === null) return first;
  return write(first.account, { ...capturing, posted: await context.legacy.posted(account.legacyAccountId) }, context);
};

/** Burns what a checkout holds; see the contract. */
export const captureHold = async ({ checkoutId, customerId }: Input, context: Context): Promise<Output> => {
  const account = await memberAccount(context.repositories, customerId);
  if (account === null) return { outcome: 'GONE' };
  const written = await capture(account, checkoutId, context);
  if (written.capture.kind === 'captured' && written.claim === undefined) context.nudge();
  const after = written.claim === undefined ? written.account : await post(written.account, written.claim, context);
  const status = await burnStatus(after, checkoutId, context);
  return status === null ? { outcome: 'GONE' } : { outcome: 'CAPTURED', posted: status === 'POSTED' };
};
