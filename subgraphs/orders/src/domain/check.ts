/** Minor units: total = subtotal - discountTotal + serviceChargeTotal + (taxesIncluded ? 0 : taxTotal) + tipTotal. */
export interface CheckTotals {
  readonly subtotal: number;
  readonly discountTotal: number;
  readonly serviceChargeTotal: number;
  readonly taxTotal: number;
  readonly taxesIncluded: boolean;
  readonly tipTotal: number;
  readonly total: number;
}

/** Something that reduces a check by a positive amount of minor units. */
export interface CheckDiscount {
  readonly id: string;
  readonly source: 'OFFER' | 'REWARD' | 'MANUAL';
  readonly offerId: string | null;
  readonly rewardId: string | null;
  /** Null: for the whole check. */
  readonly lineId: string | null;
  /** True: it reduces the service charge, not the goods. */
  readonly onServiceCharge: boolean;
  readonly amount: number;
}

export type TenderType = 'CARD' | 'WALLET_PAY' | 'GIFT_CARD' | 'LOYALTY_POINTS' | 'CASH';
export type TenderStatus = 'AUTHORIZED' | 'CAPTURED' | 'DECLINED' | 'VOIDED' | 'PARTIALLY_REFUNDED' | 'REFUNDED';

/** Where the legacy payment system finds the payment; never leaves this service. */
export interface PaymentReference {
  /** Our id of the attempt, its `orderid`: what an unknown outcome is inquired by. */
  readonly attemptId: string;
  readonly retref: string;
}

/** One way in which a part of a check is paid; amount in minor units. */
export interface Tender {
  readonly id: string;
  readonly type: TenderType;
  readonly amount: number;
  readonly pointsBurned: number | null;
  readonly maskedInstrument: string | null;
  readonly status: TenderStatus;
  readonly payment: PaymentReference | null;
}

/** The bill of an order. `businessDate` is the day in the store's time zone. */
export interface Check {
  readonly number: string;
  readonly businessDate: string;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly totals: CheckTotals;
  readonly discounts: readonly CheckDiscount[];
  readonly tenders: readonly Tender[];
}
