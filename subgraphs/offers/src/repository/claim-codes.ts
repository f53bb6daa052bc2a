import type { TableSpec } from '@qsr/store';

/** A promo code that customers may claim. Codes never appear in the graph. */
export interface ClaimCodeItem {
  /** Upper case. */
  readonly code: string;
  readonly offerId: string;
  readonly maxClaims: number;
  /** Moved by increments that `maxClaims` bounds. */
  readonly claimed: number;
}

export const claimCodesTable: TableSpec<ClaimCodeItem> = { name: 'claim-codes', key: { partition: 'code' } };
