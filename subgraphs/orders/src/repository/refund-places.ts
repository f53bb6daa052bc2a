import type { StoreSession, TableSpec } from '@qsr/store';

/**
 * Which order a refund is part of. Written before the refund itself, which lives in the order's item: an entry without
 * its refund is harmless, a refund without its entry could not be found by id.
 */
export interface RefundPlaceItem {
  readonly id: string;
  readonly orderId: string;
}

export const refundPlacesTable: TableSpec<RefundPlaceItem> = { name: 'refund-places', key: { partition: 'id' } };

/** Access: by id of the refund. */
export const refundPlaceRepository = (session: StoreSession) => ({ table: session.table(refundPlacesTable) });
