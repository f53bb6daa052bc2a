import type { Posting } from '../books.ts';
import type { Item } from '../tables.ts';
import { groupBy, sum, type Findings } from './findings.ts';
import { isCommitted, nameOf, type RunWorld } from './world.ts';

/** 1 add, 2 subtract, 3 void an add, 4 void a subtraction. */
const signOf = (operationType: number): number => (operationType === 1 || operationType === 4 ? 1 : -1);

/** Hundredths of points that a posting moved. */
const movedBy = ({ movements }: Posting): number =>
  sum(movements.map(({ operationType, points }) => signOf(operationType) * points));

/** One posting for each entry of the ledger, and the other way round. */
const auditPostings = ({ ledger, postings }: RunWorld, findings: Findings): void => {
  const byKey = groupBy(postings, ({ posTransactionId }) => posTransactionId);
  const entries = new Map(ledger.map((entry) => [String(entry['id']), entry]));
  for (const [key, group] of byKey) {
    if (group.length > 1) findings.add('doubled', `entry ${key} was posted ${group.length} times`);
    if (entries.get(key)?.['status'] !== 'POSTED')
      findings.add('lost', `posting ${key} is no posted entry of the ledger`);
  }
  for (const [id, entry] of entries) {
    const posted = (byKey.get(id) ?? []).slice(0, 1);
    if (entry['status'] !== 'POSTED' || entry['points'] === 0) continue;
    if (posted.length === 0) findings.add('lost', `entry ${id} was never posted`);
    else if (sum(posted.map(movedBy)) !== 100 * entry['points']) {
      findings.add('lost', `entry ${id} of ${entry['points']} points was posted as ${sum(posted.map(movedBy)) / 100}`);
    }
  }
};

/** The posted entries of an account add up to what the loyalty system holds. */
const auditBalances = (
  allEntries: readonly Item[],
  { accounts, legacyAccounts }: RunWorld,
  findings: Findings,
): void => {
  const byAccount = groupBy(
    allEntries.filter(({ status }) => status === 'POSTED'),
    ({ accountId }) => accountId,
  );
  const legacy = new Map(legacyAccounts.map((account) => [account.accountId, account]));
  for (const { id, legacyAccountId } of accounts) {
    const theirs = legacy.get(legacyAccountId);
    if (theirs === undefined) continue;
    const balance = sum(theirs.wallets.map(({ points }) => points));
    const posted = 100 * sum((byAccount.get(id) ?? []).map(({ points }) => points));
    if (balance !== posted)
      findings.add('lost', `account ${id}: ledger ${posted / 100}, loyalty system ${balance / 100} points`);
  }
};

const count = (findings: Findings, what: string, { found, wanted }: { found: number; wanted: number }): void => {
  if (found > wanted) findings.add('doubled', `${what}: ${found} entries`);
  if (found < wanted) findings.add('lost', `${what}: no entry`);
};

const burnedBy = ({ checkout: { points } }: Item): number => points.toBurn + points.rewardPoints;

/** Below this base, in minor units, no program gives a point. */
const leastBase = 200;

/** An order burns once and accrues once. */
const auditOrders = ({ orders, ledger, accounts }: RunWorld, findings: Findings): void => {
  const members = new Set(accounts.filter(({ cardNumber }) => cardNumber != null).map(({ customerId }) => customerId));
  const byOrder = groupBy(
    ledger.filter(({ status }) => status !== 'FAILED'),
    ({ orderId }) => String(orderId),
  );
  for (const order of orders) {
    const entries = byOrder.get(order['id']) ?? [];
    const burns = entries.filter(({ type }) => type === 'REDEMPTION');
    const accruals = entries.filter(({ type }) => type === 'ACCRUAL');
    const burned = burnedBy(order);
    const wanted = isCommitted(order) && burned > 0 ? 1 : 0;
    count(findings, `${nameOf(order)} burns ${burned} points`, { found: burns.length, wanted });
    if (burns.length === 1 && burns[0]!['points'] !== -burned) {
      findings.add('lost', `${nameOf(order)} burns ${burned} points, the ledger says ${-burns[0]!['points']}`);
    }
    const earns =
      order['status'] === 'COMPLETED' && members.has(order['customerId']) && order['accrualBase'] >= leastBase;
    if (earns || accruals.length > 1)
      count(findings, `${nameOf(order)} accrues`, { found: accruals.length, wanted: 1 });
    const reversed = new Map(accruals.map((entry) => [entry['id'], entry['points'] as number]));
    for (const [id, points] of reversed) {
      const taken = -sum(entries.filter(({ reversalOf }) => reversalOf === id).map((entry) => entry['points']));
      if (taken > points) findings.add('doubled', `accrual ${id} of ${points} points: ${taken} reversed`);
    }
  }
};

/** The loyalty system's book and the ledger against each other and the orders. */
export const auditPoints = (world: RunWorld, allEntries: readonly Item[], findings: Findings): void => {
  auditPostings(world, findings);
  auditBalances(allEntries, world, findings);
  auditOrders(world, findings);
};
