import { after } from '@qsr/subgraph/instants';
import type { AccountBooks, AccountEntry } from './entries.ts';

/** Whoever posts the entries of an account has it until then; `until` is RFC 3339. */
export interface Lease {
  readonly holder: string;
  readonly until: string;
}

/** What the index of due accounts goes by; the two are there while there is work. */
export interface WorkFields {
  readonly lease?: Lease | undefined;
  readonly workShard?: string | undefined;
  /** RFC 3339. */
  readonly workDue?: string | undefined;
}

/** The one partition of the index of due accounts; it holds few at a time. */
export const workShard = 'due';

/** How long whoever posts may take, in ms; after a crash another one takes over then. */
export const leaseMs = 30_000;

const isPending = ({ status }: AccountEntry): boolean => status === 'PENDING';

/** The entry that must be posted before this one, while it is not. */
const awaited = ({ entries }: AccountBooks, { reversalOf }: AccountEntry): AccountEntry | undefined =>
  reversalOf === null ? undefined : entries.find((entry) => entry.id === reversalOf && isPending(entry));

/** When something is to be done about an entry; null while it waits for the account to exist in the legacy system. */
const dueAtOf = (account: AccountBooks, entry: AccountEntry): string | null => {
  if (!isPending(entry)) return entry.occurredAt;
  if (!entry.filed) return entry.dueAt;
  if (account.cardNumber === null) return null;
  const first = awaited(account, entry);
  return first === undefined || first.dueAt < entry.dueAt ? entry.dueAt : first.dueAt;
};

/** Brings up to date when the account is due. Every write of an account with entries goes through this. */
export const scheduled = <Account extends AccountBooks>(account: Account): Account => {
  const times = account.entries.map((entry) => dueAtOf(account, entry)).filter((time) => time !== null);
  const [earliest] = times.sort();
  if (earliest === undefined) return { ...account, workShard: undefined, workDue: undefined };
  const until = account.lease?.until ?? '';
  return { ...account, workShard, workDue: earliest > until ? earliest : until };
};

/** What can be posted now: credits first, so that they cover the debits. */
export const postable = (account: AccountBooks, now: Date): AccountEntry[] => {
  if (account.cardNumber === null) return [];
  const due = account.entries.filter(
    (entry) => isPending(entry) && entry.dueAt <= now.toISOString() && awaited(account, entry) === undefined,
  );
  return [...due.filter(({ points }) => points >= 0), ...due.filter(({ points }) => points < 0)];
};

/** Whether somebody is at it. */
export const isLeased = ({ lease }: WorkFields, now: Date): boolean =>
  lease !== undefined && Date.parse(lease.until) > now.getTime();

/**
 * The account in the hands of `holder`. What can be posted now is marked as sent before it is: whoever comes after a
 * crash then knows that the legacy system may have it.
 */
export const leased = <Account extends AccountBooks>(account: Account, holder: string, now: Date): Account => {
  const due = new Set(postable(account, now).map(({ id }) => id));
  const entries = account.entries.map((entry) =>
    due.has(entry.id) ? { ...entry, attempts: entry.attempts + 1, sent: true } : entry,
  );
  const until = after(now, leaseMs);
  return scheduled({ ...account, entries, lease: { holder, until } });
};

/** The account given back, unless somebody else has it by now. */
export const unleased = <Account extends AccountBooks>(account: Account, holder: string): Account =>
  scheduled(account.lease?.holder === holder ? { ...account, lease: undefined } : account);
