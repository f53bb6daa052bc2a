import type { Payment } from '../books.ts';
import type { Item } from '../tables.ts';
import { groupBy, sum, type Findings } from './findings.ts';
import { isCommitted, nameOf, type RunWorld } from './world.ts';

const isAuthorization = ({ type, outcome }: Payment): boolean => type === 'AUTH' && outcome === 'approved';
const moneyTypes = new Set(['CARD', 'WALLET_PAY', 'GIFT_CARD']);

const attemptsOf = (order: Item): readonly Item[] => order['checkout'].attempts;

/** What the money tenders of an order come to, less what was given back of them. */
const owedBy = (order: Item): number =>
  sum(order['check'].tenders.filter(({ type }: Item) => moneyTypes.has(type)).map(({ amount }: Item) => amount));

/** Each attempt is captured once, to the cent, and by nobody else than its order. */
const auditCaptures = ({ orders, payments }: RunWorld, findings: Findings): void => {
  const byAttempt = groupBy(payments.filter(isAuthorization), ({ orderid }) => orderid);
  const owners = new Map(
    orders.flatMap((order) => attemptsOf(order).map((attempt) => [attempt['id'], order] as const)),
  );
  for (const [attemptId, authorized] of byAttempt) {
    const standing = authorized.filter(({ voidedAt }) => voidedAt === null);
    const captured = standing.filter((payment) => payment.captured > 0);
    const order = owners.get(attemptId);
    if (captured.length > 1) findings.add('doubled', `payment ${attemptId} was captured ${captured.length} times`);
    if (captured.length > 0 && order === undefined)
      findings.add('doubled', `payment ${attemptId} was captured for no order`);
    if (captured.length > 0 && order !== undefined && !isCommitted(order) && order['paymentStatus'] !== 'REFUNDED') {
      findings.add('doubled', `${nameOf(order)} took nothing, but payment ${attemptId} was captured`);
    }
  }
};

const auditOrders = ({ orders, payments }: RunWorld, findings: Findings): void => {
  const byAttempt = groupBy(payments.filter(isAuthorization), ({ orderid }) => orderid);
  for (const order of orders.filter(isCommitted)) {
    const taken = attemptsOf(order).flatMap(({ id }) => byAttempt.get(id) ?? []);
    const captured = sum(taken.filter(({ voidedAt }) => voidedAt === null).map((payment) => payment.captured));
    const owed = owedBy(order);
    if (order['paymentStatus'] === 'VOIDED') {
      if (captured > 0) findings.add('doubled', `${nameOf(order)} is VOIDED, but ${captured} were captured`);
    } else if (captured < owed) findings.add('lost', `${nameOf(order)}: ${captured} captured of ${owed}`);
    else if (captured > owed) findings.add('doubled', `${nameOf(order)}: ${captured} captured of ${owed}`);
  }
};

/** What went back to the cards is what the refunds that succeeded say, once each. */
const auditRefunds = ({ orders, payments }: RunWorld, findings: Findings): void => {
  const refunds = payments.filter(({ type, voidedAt }) => type === 'REFUND' && voidedAt === null);
  for (const [refundId, group] of groupBy(refunds, ({ orderid }) => orderid)) {
    if (group.length > 1) findings.add('doubled', `refund ${refundId} was paid ${group.length} times`);
  }
  const byPayment = groupBy(refunds, ({ original }) => original ?? '');
  const byAttempt = groupBy(payments.filter(isAuthorization), ({ orderid }) => orderid);
  for (const order of orders) {
    const taken = attemptsOf(order).flatMap(({ id }) => byAttempt.get(id) ?? []);
    const voided = sum(
      taken.filter(({ voidedAt, captured }) => voidedAt !== null && captured > 0).map(({ captured }) => captured),
    );
    const returned =
      voided + sum(taken.flatMap(({ retref }) => byPayment.get(retref) ?? []).map(({ amount }) => amount));
    const wanted = sum((order['refunds'] ?? []).filter(({ status }: Item) => status === 'SUCCEEDED').map(moneyOf));
    if (returned < wanted) findings.add('lost', `${nameOf(order)}: ${returned} of ${wanted} went back to cards`);
    if (returned > wanted) findings.add('doubled', `${nameOf(order)}: ${returned} went back to cards, not ${wanted}`);
  }
};

const moneyOf = ({ shares, tenders, amount, pointsAmount = 0 }: Item): number => {
  const list: readonly Item[] | undefined = shares?.tenders ?? tenders;
  return list === undefined ? amount - pointsAmount : sum(list.map((tender) => tender['amount']));
};

/** The payment system's book against the orders. */
export const auditPayments = (world: RunWorld, findings: Findings): void => {
  auditCaptures(world, findings);
  auditOrders(world, findings);
  auditRefunds(world, findings);
};
