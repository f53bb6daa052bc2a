import { rowsOf, type Item } from '../tables.ts';
import type { Truth } from '../truth.ts';
import { groupBy, sum, type Findings } from './findings.ts';
import type { Promised } from './promises.ts';

/** What an audit of wallets looks at. */
interface Wallets {
  readonly before: Truth;
  readonly after: Truth;
  readonly promises: readonly Promised[];
}

const walletsOf = ({ tables }: Truth): readonly Item[] => rowsOf(tables, 'customer-offers');

const entriesOf = (truth: Truth): readonly Item[] =>
  walletsOf(truth).flatMap(({ customerId, entries }) => entries.map((entry: Item) => ({ ...entry, customerId })));

const claimsOf = (truth: Truth): readonly Item[] =>
  walletsOf(truth).flatMap(({ claims = [] }) => claims.filter(({ status }: Item) => status === 'DONE'));

/** A counter against what it counts, as far as a run moved both. */
const compare = (findings: Findings, what: string, { counted, there }: { counted: number; there: number }): void => {
  if (counted < there) findings.add('lost', `${what}: ${counted} counted, there are ${there}`);
  if (counted > there) findings.add('doubled', `${what}: ${counted} counted, there are ${there}`);
};

/** Each claim of a promo code took one place of its pool. */
const auditClaims = ({ before, after }: Wallets, findings: Findings): void => {
  const known = new Map(rowsOf(before.tables, 'claim-codes').map(({ code, claimed }) => [code, claimed as number]));
  const there = groupBy(claimsOf(after), ({ code }) => code);
  const earlier = groupBy(claimsOf(before), ({ code }) => code);
  for (const { code, claimed, maxClaims } of rowsOf(after.tables, 'claim-codes')) {
    compare(findings, `claims of ${code}`, {
      counted: claimed - (known.get(code) ?? 0),
      there: (there.get(code)?.length ?? 0) - (earlier.get(code)?.length ?? 0),
    });
    if (claimed > maxClaims) findings.add('doubled', `${code} was claimed ${claimed} times of ${maxClaims}`);
  }
};

/** Each customer who activated an offer is counted once. */
const auditActivations = ({ before, after }: Wallets, findings: Findings): void => {
  const countedIn = (truth: Truth) =>
    groupBy(
      entriesOf(truth).filter(({ counting }) => counting?.done === true),
      ({ offerId }) => offerId,
    );
  const [earlier, there] = [countedIn(before), countedIn(after)];
  const known = new Map(rowsOf(before.tables, 'offer-usage').map((item) => [item['offerId'], item]));
  for (const { offerId, activated = 0 } of rowsOf(after.tables, 'offer-usage')) {
    compare(findings, `activations of ${offerId}`, {
      counted: activated - (known.get(offerId)?.['activated'] ?? 0),
      there: (there.get(offerId)?.length ?? 0) - (earlier.get(offerId)?.length ?? 0),
    });
  }
};

/** What a customer was told to have is in their wallet. */
const auditPromises = ({ after, promises }: Wallets, findings: Findings): void => {
  const wallets = new Map(walletsOf(after).map((wallet) => [wallet['customerId'], wallet]));
  for (const { operation, input, customerId, checkout } of promises) {
    const { entries = [], claims = [] } = wallets.get(customerId) ?? {};
    const isThere =
      operation === 'activateOffer'
        ? entries.some(({ offerId, activatedAt }: Item) => offerId === input['offerId'] && activatedAt !== null)
        : operation !== 'claimOfferCode' ||
          claims.some(({ code, status }: Item) => code === input['code'] && status === 'DONE');
    if (!isThere) findings.add('lost', `checkout ${checkout}: ${operation} of ${customerId} left nothing`);
  }
};

/** The uses in a wallet are those of its customer's checkouts, and no more than one customer may have. */
const auditUses = ({ before, after }: Wallets, findings: Findings): void => {
  const known = new Set(rowsOf(before.tables, 'reservations').map(({ checkoutId }) => checkoutId));
  const seeded = new Set(entriesOf(before).flatMap(({ uses }) => uses.map((use: Item) => use['redemptionId'])));
  const offers = new Map(rowsOf(after.tables, 'offers').map((offer) => [offer['id'], offer]));
  const inUse = rowsOf(after.tables, 'reservations')
    .filter(({ checkoutId, status, customerId }) => !known.has(checkoutId) && status === 'COMMITTED' && customerId)
    .flatMap(({ lines }) => lines.filter(({ reversal }: Item) => reversal?.status !== 'DONE'));
  const wanted = new Set(inUse.map(({ redemptionId }) => redemptionId));
  for (const { customerId, offerId, uses } of entriesOf(after)) {
    const taken = sum(uses.map(({ count = 1 }: Item) => count));
    const most = offers.get(offerId)?.['caps']?.perCustomer ?? null;
    if (most !== null && taken > most && uses.some(({ redemptionId }: Item) => !seeded.has(redemptionId)))
      findings.add('doubled', `${customerId} has ${taken} uses of ${offerId}, of ${most}`);
    for (const { redemptionId } of uses) {
      if (!wanted.delete(redemptionId) && !seeded.has(redemptionId))
        findings.add('doubled', `${customerId} has the use ${redemptionId} of ${offerId}, which no checkout took`);
    }
  }
  for (const redemptionId of wanted) findings.add('lost', `the use ${redemptionId} is in no wallet`);
};

/** The wallets of customers against the counters, the reservations, and what customers were told. */
export const auditWallets = (evidence: Wallets, findings: Findings): void => {
  auditClaims(evidence, findings);
  auditActivations(evidence, findings);
  auditPromises(evidence, findings);
  auditUses(evidence, findings);
};
