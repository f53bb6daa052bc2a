import type { HandoffMode, SalesChannel } from '@qsr/subgraph/channels';
import type { BenefitSelection } from '../benefits.ts';
import type { CheckDiscount, CheckTotals } from '../check.ts';
import type { Line } from '../lines.ts';
import type { DeliveryAddress, Order } from '../order.ts';
import type { Owned } from '../ownership.ts';
import { startCheckout, type NewCheckout } from '../saga/checkout.ts';
import type { Contact } from './contact.ts';

/** What an order takes over from the quote that it pays. Amounts are minor units. */
export interface PaidQuote extends Owned {
  readonly storeId: string;
  readonly channel: SalesChannel;
  readonly handoffMode: HandoffMode;
  readonly requestedFor: string | null;
  readonly deliveryAddress: DeliveryAddress | null;
  readonly currency: string;
  readonly lines: readonly Line[];
  readonly lineDiscounts: Readonly<Record<string, number>>;
  readonly benefits: BenefitSelection;
  readonly discounts: readonly CheckDiscount[];
  readonly totals: CheckTotals;
  readonly accrualBase: number;
}

/** What the quote does not say. */
export interface NewOrder {
  readonly id: string;
  readonly contact: Contact | null;
  readonly checkout: NewCheckout;
  /** The day in the store's time zone, `YYYY-MM-DD`. */
  readonly businessDate: string;
}

/** Six characters of the id that people can read out; the restaurant adds a number of its own. */
const numberOf = (id: string): string => `${id.slice(-6, -3)}-${id.slice(-3)}`;

/** The order that a checkout begins with: placed, with nothing taken for it yet. */
export const newOrder = (quote: PaidQuote, { id, contact, checkout, businessDate }: NewOrder): Order => {
  const { customerId, heldByGuest, storeId, currency, channel, benefits, discounts, totals, accrualBase } = quote;
  const { handoffMode, requestedFor, deliveryAddress } = quote;
  const number = numberOf(id);
  const at = checkout.startedAt;
  return {
    ...{ id, number, customerId, heldByGuest, storeId, currency, channel, benefits, accrualBase },
    status: 'PLACED',
    paymentStatus: checkout.attempts.length === 0 ? 'NOT_REQUIRED' : 'PENDING',
    fulfilment: {
      ...{ handoffMode, requestedFor, deliveryAddress, contact },
      ...{ promisedAt: null, readyAt: null, handedOffAt: null, spot: null },
    },
    lines: quote.lines.map((line) => ({
      ...line,
      discountTotal: quote.lineDiscounts[line.id] ?? 0,
      refundedQuantity: 0,
    })),
    check: { number, businessDate, openedAt: at, closedAt: null, totals, discounts, tenders: [] },
    placedAt: at,
    completedAt: null,
    refunds: [],
    deferredSteps: [],
    heldByHand: false,
    checkout: startCheckout(checkout),
  };
};
