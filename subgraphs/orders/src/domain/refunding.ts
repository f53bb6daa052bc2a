import type { Tender } from './check.ts';
import { canPaymentFollow } from './order-status.ts';
import type { Order, RefundPart, RefundRecord } from './order.ts';
import { decideRefund, type RefundDecision, type RefundRequest, type RefundShares } from './refunds.ts';
import { portion, splitByShare, sumOf } from './pricing/money.ts';

/** What the payment system is to do for a refund. `key` names it within its order. */
export interface RefundCommand {
  readonly kind: 'REFUND' | 'INQUIRE_REFUND';
  readonly key: string;
  readonly refund: RefundRecord;
  readonly part: RefundPart;
  /** The payment that it is a refund of. */
  readonly retref: string;
}

/** What came of it. UNSENT: it had certainly no effect, and may be sent again. */
export interface RefundEvent {
  readonly type: 'PART_INTENDED' | 'PART_SUCCEEDED' | 'PART_UNSENT' | 'PART_FAILED';
  readonly partId: string;
  /** RFC 3339, UTC. */
  readonly at: string;
}

type Shares = Omit<RefundShares, 'amount' | 'lines' | 'last'>;

const isMoney = ({ type }: Tender): boolean => type !== 'LOYALTY_POINTS';

/** What a refund of before gave back: it was split over the tenders, and is not known by the line. */
const sharesOfOld = ({ check, accrualBase }: Order, { amount }: RefundRecord): Shares => {
  const parts = splitByShare(
    amount,
    check.tenders.map((tender) => tender.amount),
  );
  const given = check.tenders.map((tender, at) => ({ tender, amount: parts[at] ?? 0 }));
  const points = given.find(({ tender }) => !isMoney(tender));
  return {
    tenders: given.filter(({ tender }) => isMoney(tender)).map((part) => ({ ...part, tenderId: part.tender.id })),
    pointsAmount: points?.amount ?? 0,
    points: splitByShare(points?.tender.pointsBurned ?? 0, [
      points?.amount ?? 0,
      (points?.tender.amount ?? 0) - (points?.amount ?? 0),
    ])[0] as number,
    rewardPoints: 0,
    accrualBase: splitByShare(accrualBase, [amount, check.totals.total - amount])[0] as number,
  };
};

const standing = ({ refunds }: Order): readonly RefundRecord[] => refunds.filter(({ status }) => status !== 'FAILED');

/** What a refund of an order would give back, after the refunds so far. */
export const refundOf = (order: Order, request: RefundRequest): RefundDecision =>
  decideRefund(
    {
      lines: order.lines,
      totals: order.check.totals,
      tenders: order.check.tenders,
      accrualBase: order.accrualBase,
      // What a checkout that was called off had held was never spent.
      rewardPoints: order.checkout?.hold === 'RELEASED' ? 0 : (order.checkout?.points.rewardPoints ?? 0),
      earlier: standing(order).map((refund) => refund.shares ?? sharesOfOld(order, refund)),
    },
    request,
  );

/** Cash, and cards that no system of ours knows, go back by hand: whoever asks for the refund hands it over. */
const partsOf = (id: string, { tenders }: RefundShares, { check }: Order): readonly RefundPart[] =>
  tenders.map(({ tenderId, amount }, at) => ({
    id: `${id}_${at + 1}`,
    tenderId,
    amount,
    status: check.tenders.find((tender) => tender.id === tenderId)?.payment === null ? 'SUCCEEDED' : 'PLANNED',
    sentAt: null,
  }));

const withQuantities = <O extends Order>(order: O, { lines }: RefundShares, sign: 1 | -1): O => ({
  ...order,
  lines: order.lines.map((line) => {
    const pieces = lines.find(({ lineId }) => lineId === line.id)?.quantity ?? 0;
    return { ...line, refundedQuantity: line.refundedQuantity + sign * pieces };
  }),
});

/** An order that owes a refund. It is PENDING until the payment system has done its part. */
export const withRefund = <O extends Order>(
  order: O,
  shares: RefundShares,
  { id, reason, createdAt }: Pick<RefundRecord, 'id' | 'reason' | 'createdAt'>,
): O => {
  const record = { id, reason, createdAt, shares, amount: shares.amount, parts: partsOf(id, shares, order) };
  return withQuantities({ ...order, refunds: [...order.refunds, { ...record, status: 'PENDING' }] }, shares, 1);
};

/** While a checkout is not through, what is captured is not settled, and what is held may still be released. */
const isThrough = ({ checkout }: Order): boolean =>
  checkout === undefined || checkout.step === 'COMMITTED' || checkout.step === 'ENDED';

const pending = (order: Order): readonly RefundRecord[] =>
  isThrough(order) ? order.refunds.filter(({ status }) => status === 'PENDING') : [];

/** What is to be done for the refunds of an order; they do not depend on each other. */
export const refundCommandsOf = (order: Order): readonly RefundCommand[] =>
  pending(order).flatMap((refund) =>
    (refund.parts ?? []).flatMap((part): readonly RefundCommand[] => {
      const retref = order.check.tenders.find(({ id }) => id === part.tenderId)?.payment?.retref;
      if (retref === undefined || part.status === 'SUCCEEDED' || part.status === 'FAILED') return [];
      const kind = part.status === 'SENT' ? 'INQUIRE_REFUND' : 'REFUND';
      return [{ kind, key: `${kind}:${part.id}`, refund, part, retref }];
    }),
  );

const statusAfter = {
  PART_INTENDED: 'SENT',
  PART_SUCCEEDED: 'SUCCEEDED',
  PART_UNSENT: 'PLANNED',
  PART_FAILED: 'FAILED',
} as const;

/** The order after an event of a refund. */
export const applyRefundEvent = <O extends Order>(order: O, { type, partId, at }: RefundEvent): O => ({
  ...order,
  refunds: order.refunds.map((refund) => ({
    ...refund,
    parts: refund.parts?.map((part) =>
      part.id === partId
        ? { ...part, status: statusAfter[type], sentAt: type === 'PART_INTENDED' ? at : part.sentAt }
        : part,
    ),
  })),
});

const given = (order: Order, tender: Tender): number =>
  sumOf(
    order.refunds.filter(({ status }) => status === 'SUCCEEDED'),
    (refund) => {
      const shares = refund.shares ?? sharesOfOld(order, refund);
      if (!isMoney(tender)) return shares.pointsAmount;
      return sumOf(
        shares.tenders.filter(({ tenderId }) => tenderId === tender.id),
        ({ amount }) => amount,
      );
    },
  );

/** Statuses of tenders and payment that follow from the refunds that succeeded (I25). */
const withRefundStatuses = <O extends Order>(order: O): O => {
  const tenders = order.check.tenders.map((tender): Tender => {
    const back = given(order, tender);
    if (back === 0 || tender.status === 'VOIDED' || tender.status === 'DECLINED') return tender;
    return { ...tender, status: back === tender.amount ? 'REFUNDED' : 'PARTIALLY_REFUNDED' };
  });
  const money = tenders.filter(
    (tender) => isMoney(tender) && tender.status !== 'VOIDED' && tender.status !== 'DECLINED',
  );
  const back = sumOf(money, (tender) => given(order, tender));
  const whole = sumOf(money, ({ amount }) => amount);
  const target = back === whole ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
  const paymentStatus = back > 0 && canPaymentFollow(order.paymentStatus, target) ? target : order.paymentStatus;
  return { ...order, paymentStatus, check: { ...order.check, tenders } };
};

const ofStatus = ({ parts = [] }: RefundRecord, ...statuses: readonly RefundPart['status'][]): readonly RefundPart[] =>
  parts.filter(({ status }) => statuses.includes(status));

/** A refund of some of the parts of another one. */
const partly = (
  refund: RefundRecord,
  parts: readonly RefundPart[],
  shares: Omit<RefundShares, 'tenders' | 'last'>,
): RefundRecord => {
  const tenders = parts.map(({ tenderId, amount }) => ({ tenderId, amount }));
  return { ...refund, parts, amount: shares.amount, shares: { ...shares, tenders, last: false } };
};

/**
 * A refund that some tenders took and others refused becomes two: what came back, with the lines and the points, and what
 * did not, which is left to be refunded in another way. Together they are what was asked for.
 */
const divided = (refund: RefundRecord, shares: RefundShares): readonly RefundRecord[] => {
  const [gone, refused] = [ofStatus(refund, 'SUCCEEDED'), ofStatus(refund, 'FAILED')];
  const missing = sumOf(refused, ({ amount }) => amount);
  const amount = shares.amount - missing;
  const accrualBase = portion(shares.accrualBase, amount, shares.amount);
  const nothing = { pointsAmount: 0, points: 0, rewardPoints: 0, lines: [] };
  const rest = { ...nothing, amount: missing, accrualBase: shares.accrualBase - accrualBase };
  return [
    { ...partly(refund, gone, { ...shares, amount, accrualBase }), status: 'SUCCEEDED' },
    { ...partly(refund, refused, rest), id: refused[0]?.id ?? refund.id, status: 'FAILED' },
  ];
};

/** A refund of which nothing is left to do, by how it ended. When no money could be given back, nothing is. */
const ended = (refund: RefundRecord): readonly RefundRecord[] => {
  if (ofStatus(refund, 'FAILED').length === 0) return [{ ...refund, status: 'SUCCEEDED' }];
  const isDivided = refund.shares !== undefined && ofStatus(refund, 'SUCCEEDED').length > 0;
  return isDivided ? divided(refund, refund.shares) : [{ ...refund, status: 'FAILED' }];
};

/** Ends the refunds of which nothing is left to do. */
export const settleRefunds = <O extends Order>(order: O): O => {
  const ending = pending(order).filter((refund) => ofStatus(refund, 'PLANNED', 'SENT').length === 0);
  if (ending.length === 0) return order;
  const ends = new Map(ending.map((refund) => [refund.id, ended(refund)]));
  const refunds = order.refunds.flatMap((refund) => ends.get(refund.id) ?? [refund]);
  const failed = [...ends.values()].flat().filter(({ status }) => status === 'FAILED');
  const counted = failed.reduce(
    (state, { shares }) => (shares === undefined ? state : withQuantities(state, shares, -1)),
    { ...order, refunds },
  );
  return withRefundStatuses(counted);
};
