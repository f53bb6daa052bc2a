import { portion, shares } from '../kernel/money.ts';
import { MINUTE, instant } from '../kernel/time.ts';
import type { OrderFact, OrderLineFact, RefundFact, TenderFact } from '../facts/orders.ts';
import type { Person } from './person.ts';

/** A completed order after its refund, and what the refund means for points. */
export interface Refunded {
  readonly order: OrderFact;
  /** Points of the points tender that come back. */
  readonly pointsReturned: number;
  readonly everything: boolean;
  /** Share of the accrual that is reversed. */
  readonly accrualShare: { readonly part: number; readonly whole: number };
}

const reasons = ['Item was missing', 'Order arrived cold', 'Wrong item in the bag', 'Long wait'];

/** The line that costs most, as guests complain about what they paid for. */
const dearest = (lines: readonly OrderLineFact[]): OrderLineFact | undefined =>
  lines.reduce<OrderLineFact | undefined>(
    (best, line) => (best === undefined || line.total > best.total ? line : best),
    undefined,
  );

/** What the guest paid for one line, its tax included. */
const lineAmount = (line: OrderLineFact, goods: number, { check: { totals } }: OrderFact): number =>
  line.total + (totals.taxesIncluded ? 0 : portion(totals.taxTotal, line.total, goods));

const refundTender = (tender: TenderFact, amount: number, retref: string): TenderFact => {
  if (amount === 0) return tender;
  const { payment } = tender;
  const settledAt = payment?.settledAt ?? null;
  return {
    ...tender,
    status: amount === tender.amount ? 'REFUNDED' : 'PARTIALLY_REFUNDED',
    payment:
      payment === null || settledAt === null
        ? payment
        : { ...payment, refunds: [{ retref, amount, refundedAt: instant(Date.parse(settledAt) + 5 * MINUTE) }] },
  };
};

const refundFact = (person: Person, order: OrderFact, { amount, at }: { amount: number; at: number }): RefundFact => ({
  id: person.newId('rfd', at, order.id),
  orderId: order.id,
  amount,
  reason: person.dice(`refund/${order.number}`).pick(reasons),
  status: 'SUCCEEDED',
  createdAt: instant(at),
});

export interface RefundRequest {
  readonly person: Person;
  readonly order: OrderFact;
  readonly everything: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Refunds everything, or the dearest line with its tax; each tender gives back its share. */
export const refund = ({ person, order, everything, at }: RefundRequest): Refunded => {
  const { lines, check } = order;
  const line = dearest(lines);
  const goods = lines.reduce((sum, { total }) => sum + total, 0);
  const whole = everything || line === undefined || goods === 0;
  const amount = whole ? check.totals.total : lineAmount(line, goods, order);
  const parts = shares(
    amount,
    check.tenders.map((tender) => tender.amount),
  );
  const retref = (
    Number(check.tenders.find(({ payment }) => payment !== null)?.payment?.retref ?? 0) + 1e11
  ).toString();
  const tenders = check.tenders.map((tender, position) => refundTender(tender, parts[position] ?? 0, retref));
  const points = check.tenders.findIndex(({ type }) => type === 'LOYALTY_POINTS');
  const burned = check.tenders[points];
  return {
    order: {
      ...order,
      paymentStatus: amount === check.totals.total ? 'REFUNDED' : 'PARTIALLY_REFUNDED',
      lines: lines.map((each) => (whole || each === line ? { ...each, refundedQuantity: each.quantity } : each)),
      check: { ...check, tenders },
      refunds: [refundFact(person, order, { amount, at })],
    },
    pointsReturned: burned === undefined ? 0 : portion(burned.pointsBurned ?? 0, parts[points] ?? 0, burned.amount),
    everything: whole,
    accrualShare: whole ? { part: 1, whole: 1 } : { part: line.total, whole: goods },
  };
};
