import { AppError } from '@qsr/errors';
import { entryIn, type AccountBooks } from '../domain/entries.ts';
import { unleased } from '../domain/work.ts';
import { changeAccount, type AccountStep, type StoredLoyaltyAccount } from '../repository/accounts.ts';
import { programOfAccount } from '../repository/programs.ts';
import { claimed, type Claim } from './claim.ts';
import { fileEntries, finishEntry } from './file.ts';
import type { PostingParts } from './parts.ts';
import { postEntry, type Postponement } from './post-entry.ts';

/** Brings the entries of accounts into the ledger's table and into the legacy system. */
export interface Pipeline {
  /** Takes a due account and does what can be done; false when another process was faster. Rejects with the store. */
  advance(account: StoredLoyaltyAccount): Promise<boolean>;
  /** Goes on with an account that the same write has claimed which added the entry. */
  work(account: StoredLoyaltyAccount, claim: Claim): Promise<StoredLoyaltyAccount>;
}

/** Nothing is sent so shortly before the lease ends, in ms: a write may take 3 s and is looked up afterwards. */
const marginMs = 6_000;

const hasTime = ({ lease }: AccountBooks, now: Date): boolean =>
  lease !== undefined && Date.parse(lease.until) - now.getTime() > marginMs;

const change = async (
  { repositories, now }: PostingParts,
  account: StoredLoyaltyAccount,
  step: (account: StoredLoyaltyAccount) => AccountStep,
): Promise<StoredLoyaltyAccount> => {
  const changed = await changeAccount({ table: repositories.accounts.table, account, now: now(), step });
  if (changed !== null) return changed;
  throw new AppError('INTERNAL_SERVER_ERROR', `account ${account.id} is gone`);
};

/** What came of a turn. */
interface Outcome {
  /** They stand in the ledger's table now. */
  readonly filed: ReadonlySet<string>;
  /** Final there too: the account carries them no longer. */
  readonly finished: ReadonlySet<string>;
  readonly postponed: ReadonlyMap<string, Postponement>;
}

const send = async (parts: PostingParts, claimedAccount: StoredLoyaltyAccount, { sends }: Claim) => {
  let account = claimedAccount;
  const postponed = new Map<string, Postponement>();
  if (sends.length === 0) return { account, postponed };
  const rules = await programOfAccount(parts.repositories, account);
  for (const { id, repeated } of sends) {
    const entry = entryIn(account, id);
    if (entry?.status !== 'PENDING' || !hasTime(claimedAccount, parts.now())) continue;
    const verdict = await postEntry(parts, { account, entry, repeated }, rules);
    if ('step' in verdict) account = await change(parts, account, verdict.step);
    else postponed.set(id, verdict.postponed);
  }
  return { account, postponed };
};

/** The last write of a turn: what is final goes, what is not has its next time, and the account is given back. */
const given = (account: StoredLoyaltyAccount, { holder }: Claim, outcome: Outcome): AccountStep => {
  const entries = account.entries
    .filter(({ id }) => !outcome.finished.has(id))
    .map((entry) => ({
      ...entry,
      filed: entry.filed || outcome.filed.has(entry.id),
      ...(entry.status === 'PENDING' ? outcome.postponed.get(entry.id) : {}),
    }));
  return { state: unleased({ ...account, entries }, holder), silently: true };
};

/**
 * Made once a process. The order of its steps is what a crash between any two of them is survived by: an entry is in
 * the ledger's table before it is sent, marked as sent before it is, booked here after the legacy system has it, final
 * in the table before the account forgets it. Whoever takes over repeats the step that was not written down.
 */
export const createPipeline = (parts: PostingParts): Pipeline => {
  const work: Pipeline['work'] = async (claimedAccount, claim) => {
    await fileEntries(parts, claimedAccount, claimedAccount.entries);
    const filed = new Set(claimedAccount.entries.map(({ id }) => id));
    const { account, postponed } = await send(parts, claimedAccount, claim);
    const final = account.entries.filter(({ id, status }) => status !== 'PENDING' && filed.has(id));
    await Promise.all(final.map((entry) => finishEntry(parts, account, entry)));
    const finished = new Set(final.map(({ id }) => id));
    return change(parts, account, (current) => given(current, claim, { filed, finished, postponed }));
  };

  return {
    work,
    advance: async (account) => {
      const mine = claimed(account, account.version, parts.now());
      const { table } = parts.repositories.accounts;
      if (mine === null || !(await table.replace(mine.state, account.version))) return false;
      await work({ ...mine.state, version: account.version + 1 }, mine.claim);
      return true;
    },
  };
};
