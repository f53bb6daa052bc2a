import { itemsOf, type StoreSession, type Stored, type TableSpec } from '@qsr/store';
import { outboxIndex, type Aggregate } from '@qsr/subgraph/writing';
import type { Reservation } from '../domain/reservation.ts';

/** The reservation aggregate: one item a checkout, which decides for counters, wallet and redemptions. */
export interface ReservationItem extends Reservation, Aggregate {
  /** There while something is to be done at `dueAt`: an expiry, a settlement, or work that somebody may have left. */
  readonly due?: 'due' | undefined;
  readonly dueAt?: string | undefined;
  /** Set when nothing came of it: nobody asks for it again. */
  readonly expiresAt?: string | undefined;
}

export const reservationsTable: TableSpec<ReservationItem> = {
  name: 'reservations',
  key: { partition: 'checkoutId' },
  indexes: {
    due: { partition: 'due', sort: 'dueAt' },
    byOrder: { partition: 'orderId' },
    ...outboxIndex,
  },
  expiresAt: 'expiresAt',
};

/** Access: by checkout; by order; those with something due, oldest first. */
export const reservationRepository = (session: StoreSession) => {
  const table = session.table(reservationsTable);
  return {
    table,
    of: (checkoutId: string): Promise<Stored<ReservationItem> | null> => table.get({ partition: checkoutId }),
    ofOrder: async (orderId: string): Promise<Stored<ReservationItem>[]> =>
      itemsOf(await table.query({ index: 'byOrder', partition: orderId, limit: 10 })),
    due: async (until: string, limit: number): Promise<Stored<ReservationItem>[]> =>
      itemsOf(await table.query({ index: 'due', partition: 'due', to: until, limit })),
  };
};
