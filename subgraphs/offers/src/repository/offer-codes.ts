import type { StoreSession, TableSpec } from '@qsr/store';

/** That a campaign code belongs to an offer. Instants are RFC 3339 in UTC. */
export interface OfferCodeItem {
  /** Upper case: capitals and small letters are the same. */
  readonly code: string;
  readonly offerId: string;
  readonly reservedAt: string;
}

export const offerCodesTable: TableSpec<OfferCodeItem> = { name: 'offer-codes', key: { partition: 'code' } };

/** Access: by code. */
export const offerCodeRepository = (session: StoreSession) => ({ table: session.table(offerCodesTable) });
