import type { Item } from '../tables.ts';
import { groupBy, sum, type Findings } from './findings.ts';
import { isCommitted, nameOf, type RunWorld } from './world.ts';

const isReversed = (line: Item): boolean => line['reversal']?.status === 'DONE';

/** Uses that a reservation took for good. */
const committedLines = ({ reservations }: RunWorld): readonly Item[] =>
  reservations.filter(({ status }) => status === 'COMMITTED').flatMap(({ lines }) => lines);

/** The counters are what the reservations say, and within the caps. */
const auditCounters = (world: RunWorld, before: readonly Item[], findings: Findings): void => {
  const byOffer = groupBy(committedLines(world), ({ offerId }) => offerId);
  const offers = new Map(world.offers.map((offer) => [offer['id'], offer]));
  const known = new Map(before.map((item) => [item['offerId'], item]));
  for (const { offerId, taken = 0, redeemed = 0 } of world.usage) {
    const lines = (byOffer.get(offerId) ?? []).filter((line) => !isReversed(line));
    const uses = sum(lines.map((line) => line['uses']));
    const newlyTaken = taken - (known.get(offerId)?.['taken'] ?? 0);
    const newlyRedeemed = redeemed - (known.get(offerId)?.['redeemed'] ?? 0);
    if (newlyTaken > uses) findings.add('lost', `offer ${offerId}: counts ${newlyTaken} uses, there are ${uses}`);
    if (newlyTaken < uses) findings.add('doubled', `offer ${offerId}: counts ${newlyTaken} uses, there are ${uses}`);
    if (newlyRedeemed !== uses)
      findings.add('lost', `offer ${offerId}: ${newlyRedeemed} redeemed, there are ${uses} uses`);
    const total = offers.get(offerId)?.['caps']?.total ?? null;
    if (total !== null && taken > total) findings.add('doubled', `offer ${offerId}: ${taken} taken of ${total}`);
  }
};

/** An order that committed has its offers, and no other checkout has. */
const auditReservations = ({ orders, reservations, redemptions }: RunWorld, findings: Findings): void => {
  const byCheckout = new Map(reservations.map((reservation) => [reservation['checkoutId'], reservation]));
  for (const order of orders) {
    const { id, offers } = order['checkout'];
    const reservation = byCheckout.get(id);
    const hasCommitted = reservation?.['status'] === 'COMMITTED';
    if (isCommitted(order) && offers.length > 0 && !hasCommitted)
      findings.add('lost', `${nameOf(order)}: its offers are not committed`);
    if (!isCommitted(order) && hasCommitted && order['status'] !== 'CANCELLED') {
      findings.add('doubled', `${nameOf(order)} took nothing, but its offers are committed`);
    }
  }
  for (const [key, group] of groupBy(redemptions, ({ orderId, offerId }) => `${orderId}/${offerId}`)) {
    if (group.length > 1) findings.add('doubled', `redemption ${key} exists ${group.length} times`);
  }
};

/** Reservations, redemptions and counters of offers against each other and the orders. */
export const auditOffers = (world: RunWorld, usageBefore: readonly Item[], findings: Findings): void => {
  auditCounters(world, usageBefore, findings);
  auditReservations(world, findings);
};
