import type { CheckTotals, Tender } from './check.ts';
import { grossOf, type Line } from './lines.ts';
import { byText } from './pricing/bill.ts';
import { portion, splitByShare, sumOf } from './pricing/money.ts';

/** A line with its share of the check's discounts, and how many of its pieces have been refunded. */
export interface RefundableLine extends Line {
  readonly discountTotal: number;
  readonly refundedQuantity: number;
}

/** Pieces of a line. */
export interface RefundedPieces {
  readonly lineId: string;
  readonly quantity: number;
}

/** What one refund gives back. Amounts are minor units. */
export interface RefundShares {
  /** On all tenders, what the points paid included. */
  readonly amount: number;
  /** Of each money tender that gives something back. */
  readonly tenders: ReadonlyArray<{ readonly tenderId: string; readonly amount: number }>;
  /** What the returned points of the points tender had paid. */
  readonly pointsAmount: number;
  readonly points: number;
  /** What rewards had cost; comes back when no piece is left. */
  readonly rewardPoints: number;
  /** The part of the order's accrual base for which points are taken back. */
  readonly accrualBase: number;
  readonly lines: readonly RefundedPieces[];
  /** True: nothing is left on any tender and no piece is left. */
  readonly last: boolean;
}

/** What a refund is worked out from: an order after the refunds so far. */
export interface RefundableOrder {
  readonly lines: readonly RefundableLine[];
  readonly totals: Pick<CheckTotals, 'taxTotal' | 'taxesIncluded'>;
  readonly tenders: ReadonlyArray<Pick<Tender, 'id' | 'type' | 'amount' | 'pointsBurned' | 'status'>>;
  readonly accrualBase: number;
  readonly rewardPoints: number;
  /** Of every refund that did not fail. */
  readonly earlier: ReadonlyArray<Omit<RefundShares, 'amount' | 'lines' | 'last'>>;
}

export type RefundRequest =
  | { readonly of: 'EVERYTHING' }
  | { readonly of: 'LINES'; readonly lines: readonly RefundedPieces[] }
  | { readonly of: 'AMOUNT'; readonly amount: number };

export type RefundRefusal = 'INVALID_INPUT' | 'REFUND_EXCEEDS_PAID';

export type RefundDecision =
  | { readonly outcome: 'GRANTED'; readonly shares: RefundShares }
  | { readonly outcome: 'REFUSED'; readonly code: RefundRefusal; readonly lineId: string | null };

const refuse = (code: RefundRefusal, lineId: string | null = null): RefundDecision => ({
  outcome: 'REFUSED',
  code,
  lineId,
});

/** A tender with what earlier refunds left on it. */
interface PaidTender {
  readonly id: string;
  readonly isPoints: boolean;
  readonly left: number;
}

interface Left {
  readonly tenders: readonly PaidTender[];
  readonly paid: number;
  readonly money: number;
  readonly points: number;
  readonly rewardPoints: number;
  readonly accrualBase: number;
}

const leftOf = ({ tenders, accrualBase, rewardPoints, earlier }: RefundableOrder): Left => {
  const given = (tenderId: string): number =>
    sumOf(
      earlier.flatMap((shares) => shares.tenders).filter((share) => share.tenderId === tenderId),
      ({ amount }) => amount,
    );
  const paid = tenders
    .filter(({ status }) => status !== 'DECLINED' && status !== 'VOIDED')
    .toSorted((one, other) => byText(one.id, other.id));
  const left = paid.map(({ id, type, amount }) => {
    const isPoints = type === 'LOYALTY_POINTS';
    const returned = isPoints ? sumOf(earlier, ({ pointsAmount }) => pointsAmount) : given(id);
    return { id, isPoints, left: amount - returned };
  });
  return {
    tenders: left,
    paid: sumOf(left, (tender) => tender.left),
    money: sumOf(left, (tender) => (tender.isPoints ? 0 : tender.left)),
    points: sumOf(paid, ({ pointsBurned }) => pointsBurned ?? 0) - sumOf(earlier, ({ points }) => points),
    rewardPoints: rewardPoints - sumOf(earlier, (shares) => shares.rewardPoints),
    accrualBase: accrualBase - sumOf(earlier, (shares) => shares.accrualBase),
  };
};

/** `part` of `whole` of what is left of something, rounded down; all of it when nothing of the whole stays. */
const shareOfLeft = (left: number, part: number, whole: number): number =>
  part === whole ? left : portion(left, part, whole);

const netOf = (line: RefundableLine): number => grossOf(line) - line.discountTotal;

/** What the guest paid for each line, the goods and their share of a tax that was added. */
const worthOfLines = ({ lines, totals }: RefundableOrder): ReadonlyMap<string, { goods: number; paid: number }> => {
  const ordered = lines.toSorted((one, other) => byText(one.id, other.id));
  const taxes = splitByShare(totals.taxesIncluded ? 0 : totals.taxTotal, ordered.map(netOf));
  return new Map(ordered.map((line, at) => [line.id, { goods: netOf(line), paid: netOf(line) + (taxes[at] ?? 0) }]));
};

/** The next pieces' part of an amount: parts of all pieces add up to it, whatever the steps. */
const nextPieces = ({ quantity, refundedQuantity }: RefundableLine, pieces: number, amount: number): number =>
  portion(amount, refundedQuantity + pieces, quantity) - portion(amount, refundedQuantity, quantity);

const remaining = ({ quantity, refundedQuantity }: RefundableLine): number => quantity - refundedQuantity;

const everyPiece = (lines: readonly RefundableLine[]): readonly RefundedPieces[] =>
  lines.filter((line) => remaining(line) > 0).map((line) => ({ lineId: line.id, quantity: remaining(line) }));

interface Returned {
  /** Of all tenders, or of the money tenders alone. */
  readonly amount: number;
  readonly moneyOnly: boolean;
  readonly lines: readonly RefundedPieces[];
  /** Share of the accrual base that is left. */
  readonly accrualShare: { readonly part: number; readonly whole: number };
}

/** Goods and price of some pieces of each line. */
const worthOf = (order: RefundableOrder, pieces: readonly RefundedPieces[]): { goods: number; paid: number } => {
  const worth = worthOfLines(order);
  const quantities = new Map(pieces.map(({ lineId, quantity }) => [lineId, quantity]));
  const partOf = (line: RefundableLine, name: 'goods' | 'paid'): number =>
    nextPieces(line, quantities.get(line.id) ?? 0, worth.get(line.id)?.[name] ?? 0);
  return {
    goods: sumOf(order.lines, (line) => partOf(line, 'goods')),
    paid: sumOf(order.lines, (line) => partOf(line, 'paid')),
  };
};

const sharesOf = (order: RefundableOrder, left: Left, returned: Returned): RefundShares => {
  const { amount, moneyOnly, lines, accrualShare } = returned;
  const parts = splitByShare(
    amount,
    left.tenders.map((tender) => (moneyOnly && tender.isPoints ? 0 : tender.left)),
  );
  const shares = left.tenders.map((tender, at) => ({ ...tender, amount: parts[at] ?? 0 }));
  const pointsAmount = sumOf(shares, (share) => (share.isPoints ? share.amount : 0));
  const pointsLeft = sumOf(shares, (share) => (share.isPoints ? share.left : 0));
  const pieces = sumOf(lines, ({ quantity }) => quantity);
  const noPieceLeft = pieces === sumOf(order.lines, remaining);
  const nothingPaidLeft = amount === left.paid;
  return {
    amount,
    tenders: shares
      .filter((share) => !share.isPoints && share.amount > 0)
      .map((share) => ({ tenderId: share.id, amount: share.amount })),
    pointsAmount,
    points: pointsAmount === 0 ? 0 : shareOfLeft(left.points, pointsAmount, pointsLeft),
    rewardPoints: noPieceLeft ? left.rewardPoints : 0,
    accrualBase: nothingPaidLeft
      ? left.accrualBase
      : shareOfLeft(left.accrualBase, accrualShare.part, accrualShare.whole),
    lines,
    last: nothingPaidLeft && noPieceLeft,
  };
};

const grant = (order: RefundableOrder, left: Left, returned: Returned): RefundDecision =>
  returned.amount > (returned.moneyOnly ? left.money : left.paid)
    ? refuse('REFUND_EXCEEDS_PAID')
    : { outcome: 'GRANTED', shares: sharesOf(order, left, returned) };

/** The same line named twice counts twice. */
const merged = (pieces: readonly RefundedPieces[]): readonly RefundedPieces[] =>
  [...Map.groupBy(pieces, ({ lineId }) => lineId)].map(([lineId, named]) => ({
    lineId,
    quantity: sumOf(named, ({ quantity }) => quantity),
  }));

const refundLines = (order: RefundableOrder, left: Left, asked: readonly RefundedPieces[]): RefundDecision => {
  const invalid = asked.find(
    ({ lineId, quantity }) =>
      !Number.isSafeInteger(quantity) || quantity < 1 || order.lines.every(({ id }) => id !== lineId),
  );
  if (asked.length === 0 || invalid !== undefined) return refuse('INVALID_INPUT', invalid?.lineId ?? null);
  const lines = merged(asked);
  const tooMany = lines.find(({ lineId, quantity }) =>
    order.lines.some((line) => line.id === lineId && quantity > remaining(line)),
  );
  if (tooMany !== undefined) return refuse('REFUND_EXCEEDS_PAID', tooMany.lineId);
  const { goods, paid } = worthOf(order, lines);
  const accrualShare = { part: goods, whole: worthOf(order, everyPiece(order.lines)).goods };
  return grant(order, left, { amount: paid, moneyOnly: false, lines, accrualShare });
};

const refundAmount = (order: RefundableOrder, left: Left, amount: number): RefundDecision =>
  Number.isSafeInteger(amount) && amount > 0
    ? grant(order, left, { amount, moneyOnly: true, lines: [], accrualShare: { part: amount, whole: left.money } })
    : refuse('INVALID_INPUT');

/** Pieces that cost nothing, or whose money came back by amount, are left as well: only they may bring offers back. */
const refundEverything = (order: RefundableOrder, left: Left): RefundDecision => {
  const lines = everyPiece(order.lines);
  if (left.paid + left.points + left.rewardPoints + lines.length === 0) return refuse('REFUND_EXCEEDS_PAID');
  return grant(order, left, { amount: left.paid, moneyOnly: false, lines, accrualShare: { part: 1, whole: 1 } });
};

/**
 * What a refund gives back, or why it is refused. Lines: their price with the tax on it, by share of what is left on each
 * tender, points among them; neither service charge nor tip, which come back with everything. Pieces that were free give
 * nothing back and still count as refunded. An amount: from the money tenders alone. The points that the order earned are
 * taken back by share of what is left of their base: goods for lines, money for an amount. Whatever the steps, refunds
 * add up to what was paid, burned and earned, and never to more.
 */
export const decideRefund = (order: RefundableOrder, request: RefundRequest): RefundDecision => {
  const left = leftOf(order);
  switch (request.of) {
    case 'LINES':
      return refundLines(order, left, request.lines);
    case 'AMOUNT':
      return refundAmount(order, left, request.amount);
    case 'EVERYTHING':
      return refundEverything(order, left);
  }
};
