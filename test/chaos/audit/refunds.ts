import type { Item } from '../tables.ts';
import { groupBy, sum, type Findings } from './findings.ts';
import { idsOf, type Promised } from './promises.ts';
import { nameOf, type RunWorld } from './world.ts';

const succeeded = (order: Item): readonly Item[] =>
  (order['refunds'] ?? []).filter(({ status }: Item) => status === 'SUCCEEDED');

/** No tender gives back more than it paid, and each gives back what it was to. */
const auditTenders = (order: Item, { payments }: RunWorld, findings: Findings): void => {
  const returned = groupBy(
    payments.filter(({ type, voidedAt }) => type === 'REFUND' && voidedAt === null),
    ({ original }) => original ?? '',
  );
  for (const { id, type, amount } of order['check'].tenders) {
    if (type === 'LOYALTY_POINTS') continue;
    const given: Item[] = succeeded(order)
      .flatMap(({ shares }) => shares.tenders)
      .filter(({ tenderId }) => tenderId === id);
    const wanted = sum(given.map((share) => share['amount']));
    const attempt = order['checkout'].attempts.find(
      ({ tenderId, status }: Item) => tenderId === id && status === 'CAPTURED',
    );
    const back = sum((returned.get(attempt?.retref) ?? []).map((payment) => payment.amount));
    if (wanted > amount) findings.add('doubled', `${nameOf(order)}: tender ${id} gives back ${wanted} of ${amount}`);
    if (back > wanted) findings.add('doubled', `${nameOf(order)}: ${back} of tender ${id} went back, not ${wanted}`);
    if (back < wanted) findings.add('lost', `${nameOf(order)}: ${back} of tender ${id} went back, not ${wanted}`);
  }
};

/** An order of which nothing is left has neither burned nor earned, and its offers are free again. */
const auditLast = (order: Item, { ledger, reservations }: RunWorld, findings: Findings): void => {
  if (!succeeded(order).some(({ shares }) => shares.last)) return;
  const all = ledger.filter(({ orderId }) => orderId === order['id']);
  const entries = all.filter(({ status }) => status !== 'FAILED');
  // What the balance does not cover is given up, which an entry that failed says.
  const givenUp = new Set(all.filter(({ status }) => status === 'FAILED').map(({ reversalOf }) => reversalOf));
  const taken = entries.filter(({ type, id }) => ['ACCRUAL', 'REDEMPTION'].includes(type) && !givenUp.has(id));
  for (const entry of taken) {
    const left = entry['points'] + sum(entries.filter((e) => e['reversalOf'] === entry['id']).map((e) => e['points']));
    if (left !== 0)
      findings.add(
        left > 0 === entry['points'] > 0 ? 'lost' : 'doubled',
        `${nameOf(order)} was given back whole, but for ${left} points of ${entry['type']} ${entry['id']}`,
      );
  }
  const kept = reservations
    .filter(({ checkoutId }) => checkoutId === order['checkout'].id)
    .flatMap(({ lines }) => lines.filter(({ reversal }: Item) => reversal?.status !== 'DONE'));
  if (kept.length > 0) findings.add('lost', `${nameOf(order)} was given back whole, but for ${kept.length} offers`);
};

/** An order that is cancelled in time, but after it was paid, is given back unasked: once, by a refund of the order's own id. */
const cancellationOf = ({ id, status }: Item): string | null =>
  status === 'CANCELLED' ? `rfd_${id.slice('ord_'.length)}` : null;

/** Refunds against the payment system's book, the ledger, the offers, and what the staff was told. */
export const auditRefunds = (world: RunWorld, promises: readonly Promised[], findings: Findings): void => {
  const refunds = new Set(world.orders.flatMap(({ refunds: all = [] }) => all.map(({ id }: Item) => id)));
  for (const { operation, ids, checkout } of promises) {
    if (operation === 'refundOrder' && !ids.every((id) => refunds.has(id)))
      findings.add('lost', `checkout ${checkout}: refund ${ids.join()} does not exist`);
  }
  const told = idsOf(promises, 'refundOrder');
  for (const order of world.orders) {
    for (const { id } of order['refunds'] ?? []) {
      if (!told.has(id) && id !== cancellationOf(order)) findings.add('doubled', `refund ${id}: nobody was told`);
    }
    auditTenders(order, world, findings);
    auditLast(order, world, findings);
  }
  const reversals = world.ledger.filter(({ refundId, status }) => refundId != null && status !== 'FAILED');
  for (const [key, group] of groupBy(reversals, ({ refundId, reversalOf }) => `${refundId} of ${reversalOf}`))
    if (group.length > 1) findings.add('doubled', `${key} was reversed ${group.length} times`);
};
