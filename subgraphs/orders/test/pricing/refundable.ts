import fc from 'fast-check';
import { splitByShare } from '../../src/domain/pricing/money.ts';
import { priceCheck } from '../../src/domain/pricing/price.ts';
import type { RefundRequest, RefundableOrder } from '../../src/domain/refunds.ts';
import { input } from './arbitraries.ts';

/** An order of what was priced, with the rest paid by gift card and card. */
export const order: fc.Arbitrary<RefundableOrder> = fc
  .tuple(input, fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 9 })))
  .map(([asked, weights]) => {
    const priced = priceCheck(asked);
    const money = splitByShare(priced.amountDue, weights).map((amount, at) => ({
      id: `tnd_${at}`,
      type: at === 0 ? ('GIFT_CARD' as const) : ('CARD' as const),
      amount,
      pointsBurned: null,
      status: 'CAPTURED' as const,
    }));
    const { pointsTender: amount, pointsToBurn: pointsBurned } = priced;
    return {
      lines: asked.lines.map((line) => ({
        ...line,
        discountTotal: priced.lineDiscounts.get(line.id)!,
        refundedQuantity: 0,
      })),
      totals: priced.totals,
      tenders: [
        ...money,
        { id: 'tnd_points', type: 'LOYALTY_POINTS' as const, amount, pointsBurned, status: 'CAPTURED' as const },
      ],
      accrualBase: priced.accrualBase,
      rewardPoints: priced.rewardPoints,
      earlier: [],
    };
  });

const lineRefund = fc
  .array(
    fc.record({
      lineId: fc.constantFrom('lin_0', 'lin_1', 'lin_2', 'lin_9'),
      quantity: fc.integer({ min: 0, max: 3 }),
    }),
    {
      maxLength: 3,
    },
  )
  .map((lines): RefundRequest => ({ of: 'LINES', lines }));
const amountRefund = fc.integer({ min: 0, max: 1500 }).map((amount): RefundRequest => ({ of: 'AMOUNT', amount }));
/** What staff may ask for, one after the other. */
export const requests = fc.array(fc.oneof(lineRefund, amountRefund), { maxLength: 8 });
