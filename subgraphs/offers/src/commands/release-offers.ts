import type { Work } from '../context.ts';
import type { ReservationItem } from '../repository/reservations.ts';
import { settleReservation } from './settle-reservation.ts';
import { moveReservation } from './write-reservation.ts';

/** What is remembered of a checkout that was released before it reserved anything: whatever comes late is refused. */
const tombstone = (checkoutId: string, now: Date): ReservationItem => ({
  checkoutId,
  orderRef: null,
  customerId: null,
  storeId: '',
  storeCode: '',
  channel: 'APP',
  status: 'RELEASED',
  attempt: 0,
  lines: [],
  refusals: [],
  reservedAt: null,
  reservedUntil: null,
  revision: 1,
  due: 'due',
  dueAt: now.toISOString(),
});

/** Gives back what a checkout holds, and keeps it from ever reserving again. */
export const releaseOffers = async (
  checkoutId: string,
  work: Work,
): Promise<{ outcome: 'RELEASED' | 'ALREADY_COMMITTED' }> => {
  const { reservations } = work.repositories;
  for (;;) {
    const present = await reservations.of(checkoutId);
    if (present?.status === 'COMMITTED') return { outcome: 'ALREADY_COMMITTED' };
    if (present?.status === 'RELEASED' || present?.status === 'REFUSED') return { outcome: 'RELEASED' };
    if (present === null) {
      if (await reservations.table.create(tombstone(checkoutId, work.now()))) return { outcome: 'RELEASED' };
    } else {
      const released = await moveReservation(present, { status: 'RELEASED' }, work);
      if (released !== null) await settleReservation(released, work);
    }
  }
};
