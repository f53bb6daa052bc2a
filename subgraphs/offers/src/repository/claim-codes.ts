import { itemsOf, type StoreSession, type Stored, type TableSpec } from '@qsr/store';
import { marksIndex, marksShard, type MarkedItem } from './marked-item.ts';

/** A promo code that customers may claim. Codes never appear in the graph. */
export interface ClaimCodeItem extends MarkedItem {
  /** Upper case. */
  readonly code: string;
  readonly offerId: string;
  readonly maxClaims: number;
  /** Moved through `tallies`, within `maxClaims`. */
  readonly claimed: number;
  /** When its offer last asked for it; RFC 3339, UTC. */
  readonly reservedAt: string;
}

export const claimCodesTable: TableSpec<ClaimCodeItem> = {
  name: 'claim-codes',
  key: { partition: 'code' },
  indexes: marksIndex,
};

/** Access: by code; those with marks from before an instant, oldest first. */
export const claimCodeRepository = (session: StoreSession) => {
  const table = session.table(claimCodesTable);
  return {
    table,
    markedBefore: async (until: string, limit: number): Promise<Stored<ClaimCodeItem>[]> =>
      itemsOf(await table.query({ index: 'marks', partition: marksShard, to: until, limit })),
  };
};
