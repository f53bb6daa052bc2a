import type { StoreSession, Stored, TableSpec } from '@qsr/store';
import type { HandoffMode, SalesChannel } from '@qsr/subgraph/channels';
import { outboxIndex, type Aggregate } from '@qsr/subgraph/writing';
import type { BenefitSelection, RejectedBenefit } from '../domain/benefits.ts';
import type { CheckDiscount, CheckTotals } from '../domain/check.ts';
import type { Line } from '../domain/lines.ts';
import type { Owned } from '../domain/ownership.ts';
import type { AppliedOffer } from '../domain/pricing/terms.ts';
import type { StoredQuoteStatus } from '../domain/quote-status.ts';
import type { DeliveryAddress } from './orders.ts';

/**
 * A priced cart, frozen, with everything that a checkout of it needs; of the cart only its version counts. Amounts are
 * minor units of `currency`, instants RFC 3339 in UTC.
 */
export interface QuoteItem extends Aggregate, Owned {
  readonly id: string;
  readonly cartId: string;
  readonly cartVersion: number;
  readonly storeId: string;
  readonly channel: SalesChannel;
  readonly handoffMode: HandoffMode;
  readonly requestedFor: string | null;
  readonly deliveryAddress: DeliveryAddress | null;
  readonly currency: string;
  readonly status: StoredQuoteStatus;
  /** The checkout that has it, while it is CONSUMED. */
  readonly consumedBy?: string | undefined;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** The item may vanish then; absent for quotes of the seed. */
  readonly keptUntil?: string | undefined;
  readonly lines: readonly Line[];
  /** By line id: the discounts on goods, spread to the last minor unit. */
  readonly lineDiscounts: Readonly<Record<string, number>>;
  /** What was asked for; what became of it is in the members below. */
  readonly benefits: BenefitSelection;
  readonly discounts: readonly CheckDiscount[];
  readonly rejectedBenefits: readonly RejectedBenefit[];
  readonly totals: CheckTotals;
  /** To be reserved by the checkout. */
  readonly appliedOffers: readonly AppliedOffer[];
  /** To be held by the checkout, with `pointsToBurn`; a reward is there once for each use. */
  readonly rewardIds: readonly string[];
  /** What the rewards cost, on top of `pointsToBurn`. */
  readonly rewardPoints: number;
  readonly pointsToBurn: number;
  /** What `pointsToBurn` pay. */
  readonly pointsTender: number;
  /** The total less what the points pay. */
  readonly amountDue: number;
  readonly warnings: readonly string[];
  /** What earns points: the goods less their discounts, less what the points pay. */
  readonly accrualBase: number;
  readonly bonusPoints: ReadonlyArray<{ readonly offerId: string; readonly points: number }>;
  readonly multipliers: ReadonlyArray<{ readonly offerId: string; readonly percent: number }>;
}

export type StoredQuote = Stored<QuoteItem>;

export const quotesTable: TableSpec<QuoteItem> = {
  name: 'quotes',
  key: { partition: 'id' },
  indexes: outboxIndex,
  expiresAt: 'keptUntil',
};

/** Access: by id; those with events that wait. */
export const quoteRepository = (session: StoreSession) => ({ table: session.table(quotesTable) });
