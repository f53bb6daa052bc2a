import type { StoreSession, Stored, TableSpec } from '@qsr/store';
import type { RejectedBenefit } from '../domain/benefits.ts';
import type { CheckDiscount, CheckTotals } from '../domain/check.ts';
import type { Line } from '../domain/lines.ts';
import type { StoredQuoteStatus } from '../domain/quote-status.ts';

/** A priced cart, frozen. Amounts are minor units of `currency`, instants RFC 3339 in UTC. */
export interface QuoteItem {
  readonly id: string;
  readonly cartId: string;
  readonly cartVersion: number;
  /** Absent for a guest's. */
  readonly customerId?: string | undefined;
  readonly currency: string;
  readonly status: StoredQuoteStatus;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lines: readonly Line[];
  readonly discounts: readonly CheckDiscount[];
  readonly rejectedBenefits: readonly RejectedBenefit[];
  readonly totals: CheckTotals;
  readonly pointsToBurn: number;
  /** The total less what the points pay. */
  readonly amountDue: number;
  readonly warnings: readonly string[];
  /** What earns points: the goods less their discounts, less what the points pay. */
  readonly accrualBase: number;
}

export type StoredQuote = Stored<QuoteItem>;

export const quotesTable: TableSpec<QuoteItem> = { name: 'quotes', key: { partition: 'id' } };

/** Access: by id. */
export const quoteRepository = (session: StoreSession) => ({ table: session.table(quotesTable) });
