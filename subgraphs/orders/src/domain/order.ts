import type { HandoffMode, SalesChannel } from '@qsr/subgraph/channels';
import type { BenefitSelection } from './benefits.ts';
import type { Check } from './check.ts';
import type { DeferredStep, OrderStatus, PaymentStatus } from './order-status.ts';
import type { Owned } from './ownership.ts';
import type { RefundShares, RefundableLine } from './refunds.ts';
import type { Checkout } from './saga/checkout.ts';

/**
 * An order with its check, tenders, refunds and fulfilment. Amounts are minor units of `currency`, instants RFC 3339 in
 * UTC.
 */
export interface Order extends Owned {
  readonly id: string;
  readonly number: string;
  readonly storeId: string;
  readonly currency: string;
  readonly status: OrderStatus;
  readonly paymentStatus: PaymentStatus;
  readonly channel: SalesChannel;
  readonly fulfilment: Fulfilment;
  readonly lines: readonly RefundableLine[];
  readonly benefits: BenefitSelection;
  readonly check: Check;
  /** What earns points: the goods less their discounts, less what the points pay. */
  readonly accrualBase: number;
  readonly placedAt: string;
  readonly completedAt: string | null;
  /** Oldest first. */
  readonly refunds: readonly RefundRecord[];
  readonly deferredSteps: readonly DeferredStep[];
  /** True: stays as it is, no simulated kitchen moves it on. */
  readonly heldByHand: boolean;
  /** Why it was called off, in the guest's own words. */
  readonly cancellationReason?: string | undefined;
  /** How it came about; absent for orders of before. */
  readonly checkout?: Checkout | undefined;
  /** That the guest is here, and where; `told` once the restaurant knows. */
  readonly arrival?: { readonly spot: string | null; readonly told: boolean } | undefined;
  /** What could not be done yet and is tried again. */
  readonly work?: Work | undefined;
}

/** Who works on an order, and how that goes. */
export interface Work {
  /** The one driver that may act until the work is due again. */
  readonly holder: string | null;
  /** Rounds in a row after which something was left to do. */
  readonly tries: number;
}

/** How and when the food is handed over; `deliveryAddress` is set for DELIVERY. */
export interface Fulfilment {
  readonly handoffMode: HandoffMode;
  readonly requestedFor: string | null;
  readonly promisedAt: string | null;
  readonly readyAt: string | null;
  readonly handedOffAt: string | null;
  readonly spot: string | null;
  readonly deliveryAddress: DeliveryAddress | null;
  readonly contact: { readonly name: string; readonly phone: string } | null;
}

/** Where an order is delivered; `country` is ISO 3166-1 alpha-2. */
export interface DeliveryAddress {
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly region: string | null;
  readonly postalCode: string;
  readonly country: string;
  readonly instructions: string | null;
}

/** Money and points given back, in minor units. */
export interface RefundRecord {
  readonly id: string;
  readonly amount: number;
  readonly reason: string;
  readonly status: 'PENDING' | 'SUCCEEDED' | 'FAILED';
  readonly createdAt: string;
  /** Absent for refunds of before. */
  readonly shares?: RefundShares | undefined;
  /** What the payment system is to do; none when points alone come back. */
  readonly parts?: readonly RefundPart[] | undefined;
}

/** The part of a refund that goes back to one tender. */
export interface RefundPart {
  /** What the payment system knows it by. */
  readonly id: string;
  readonly tenderId: string;
  readonly amount: number;
  /** SENT: whoever finds it so asks before anything is sent again. */
  readonly status: 'PLANNED' | 'SENT' | 'SUCCEEDED' | 'FAILED';
  readonly sentAt: string | null;
}
