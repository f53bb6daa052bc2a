import { isDeepStrictEqual } from 'node:util';
import { rowsOf, type Item } from '../tables.ts';
import type { Truth } from '../truth.ts';
import { groupBy, sum, type Findings } from './findings.ts';
import { idsOf, type Promised } from './promises.ts';

/** What an audit of customers looks at. */
interface Customers {
  readonly before: Truth;
  readonly after: Truth;
  readonly promises: readonly Promised[];
}

const freshOf = ({ before, after }: Customers): readonly Item[] => {
  const known = new Set(rowsOf(before.tables, 'customers').map(({ id }) => id));
  return rowsOf(after.tables, 'customers').filter(({ id }) => !known.has(id));
};

const one = (findings: Findings, what: string, found: readonly unknown[]): void => {
  if (found.length === 0) findings.add('lost', `${what}: none`);
  if (found.length > 1) findings.add('doubled', `${what}: ${found.length}`);
};

/** Who signed up is one customer, with an e-mail address of their own. */
const auditSignUps = (evidence: Customers, findings: Findings): void => {
  const fresh = freshOf(evidence);
  const ids = new Set(fresh.map(({ id }) => id));
  const holders = new Set(rowsOf(evidence.after.tables, 'contact-reservations').map(({ customerId }) => customerId));
  for (const { operation, ids: named, checkout } of evidence.promises) {
    if (operation === 'signUp' && !named.every((id) => ids.has(id)))
      findings.add('lost', `checkout ${checkout}: signed up as ${named.join()}, who does not exist`);
  }
  const told = idsOf(evidence.promises, 'signUp');
  for (const { id } of fresh) if (!told.has(id)) findings.add('doubled', `customer ${id}: nobody was told`);
  for (const [email, group] of groupBy(fresh, (customer) => customer['email'].address))
    one(findings, `customers with ${email}`, group);
  for (const { id } of fresh) if (!holders.has(id)) findings.add('lost', `${id} does not hold their e-mail address`);
};

/** Who signed up is a member once: here, in the loyalty system, and for offers. */
const auditMembers = (evidence: Customers, findings: Findings): void => {
  const { tables, books } = evidence.after;
  const accounts = groupBy(rowsOf(tables, 'loyalty-accounts'), ({ customerId }) => customerId);
  const places = groupBy(rowsOf(tables, 'loyalty-enrolments'), ({ customerId }) => customerId);
  const standings = new Map(rowsOf(tables, 'customer-standings').map((item) => [item['customerId'], item]));
  const theirs = groupBy(books.accounts, ({ customerNumber }) => customerNumber ?? '');
  for (const { id } of freshOf(evidence)) {
    one(findings, `loyalty accounts of ${id}`, accounts.get(id) ?? []);
    one(findings, `places of ${id} in the program`, places.get(id) ?? []);
    one(findings, `accounts of ${id} in the loyalty system`, theirs.get(id) ?? []);
  }
  for (const { customerId, announcedTierCode, id, legacyAccountId } of [...accounts.values()].flat()) {
    const tier = standings.get(customerId)?.['tierCode'];
    if (tier !== announcedTierCode)
      findings.add('lost', `account ${id} is ${announcedTierCode}; offers know ${customerId} as ${tier}`);
    const ours = (theirs.get(customerId) ?? []).map(({ accountId }) => accountId);
    if (ours.length > 0 && !ours.includes(legacyAccountId))
      findings.add('lost', `account ${id} has ${legacyAccountId} of the loyalty system, which made ${ours.join()}`);
  }
};

const decisionsOf = (promises: readonly Promised[]): number =>
  sum(promises.map(({ input }) => (input['consents'] as readonly unknown[]).length));

/** Consents are added at the end, each once. */
const auditConsents = (evidence: Customers, findings: Findings): void => {
  const histories = new Map(rowsOf(evidence.before.tables, 'customers').map(({ id, consents }) => [id, consents]));
  const promised = groupBy(
    evidence.promises.filter(({ operation }) => operation === 'signUp' || operation === 'recordConsents'),
    ({ customerId }) => customerId ?? '',
  );
  for (const { id, consents } of rowsOf(evidence.after.tables, 'customers')) {
    const history: readonly Item[] = histories.get(id) ?? [];
    if (!isDeepStrictEqual(consents.slice(0, history.length), history))
      findings.add('lost', `the consents of ${id} were rewritten`);
    const added = consents.length - history.length;
    const wanted = decisionsOf(promised.get(id) ?? []);
    if (added < wanted) findings.add('lost', `${id}: ${added} of ${wanted} consents`);
    if (added > wanted) findings.add('doubled', `${id}: ${added} consents instead of ${wanted}`);
  }
};

/** Customers as profile, loyalty, offers and the loyalty system know them, against what they were told. */
export const auditCustomers = (evidence: Customers, findings: Findings): void => {
  auditSignUps(evidence, findings);
  auditMembers(evidence, findings);
  auditConsents(evidence, findings);
};
