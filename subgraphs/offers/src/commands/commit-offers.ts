import type { Stored } from '@qsr/store';
import { after } from '@qsr/subgraph/instants';
import type { Work } from '../context.ts';
import { reservedForMs, type Refusal } from '../domain/reservation.ts';
import type { ReservationItem } from '../repository/reservations.ts';
import { carryOut, isBusy, takeOver, waitForOther } from './carry-out-reservation.ts';
import { settleReservation } from './settle-reservation.ts';
import { takeUses } from './take-capacity.ts';
import { moveReservation } from './write-reservation.ts';

export type CommitAnswer =
  { readonly outcome: 'COMMITTED' } | { readonly outcome: 'REFUSED'; readonly refusals: Refusal[] };

/**
 * Makes a reservation final. First the wallet, whose uses lapse by the clock, is told to keep them: they are there, or
 * fit once more. Only then the reservation says so; totals are held by marks, which no clock takes away.
 */
const commitReserved = async (reserved: Stored<ReservationItem>, work: Work): Promise<void> => {
  const until = after(work.now(), reservedForMs);
  const refusals = await takeUses(reserved, { until, strictness: 'caps' }, work);
  const ended =
    refusals.length > 0
      ? await moveReservation(reserved, { status: 'REFUSED', refusals }, work)
      : await moveReservation(reserved, { status: 'COMMITTED' }, work);
  // Whoever was faster may have settled already what the wallet was told just now.
  const present = ended ?? (await work.repositories.reservations.of(reserved.checkoutId));
  if (present !== null) await settleReservation(present, work);
};

/** Makes the reservation of a checkout final, or takes it once more within the caps when its time was up. */
export const commitOffers = async (checkoutId: string, work: Work): Promise<CommitAnswer> => {
  for (;;) {
    const present = await work.repositories.reservations.of(checkoutId);
    // What was never reserved cannot be made final; that no offer stands in the way tells it from a refusal.
    if (present === null || present.status === 'RELEASED') return { outcome: 'REFUSED', refusals: [] };
    if (present.status === 'COMMITTED') return { outcome: 'COMMITTED' };
    if (present.status === 'REFUSED') return { outcome: 'REFUSED', refusals: [...present.refusals] };
    if (present.status === 'RESERVED') {
      await commitReserved(present, work);
    } else if (isBusy(present, work.now())) {
      await waitForOther(work);
    } else {
      const intent = await takeOver(present, work);
      if (intent !== null) await carryOut(intent, 'caps', work);
    }
  }
};
