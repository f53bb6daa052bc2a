import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '@qsr/errors';
import type { Stored } from '@qsr/store';
import { after } from '@qsr/subgraph/instants';
import type { Work } from '../context.ts';
import { reservedForMs } from '../domain/reservation.ts';
import type { ReservationItem } from '../repository/reservations.ts';
import { settleReservation, showRedemptions } from './settle-reservation.ts';
import { takeTotals, takeUses, type Strictness } from './take-capacity.ts';
import { moveReservation } from './write-reservation.ts';

const lookEveryMs = 25;

/** Lets whoever is at it go on. Throws `DOWNSTREAM_TIMEOUT` when the caller's time is up. */
export const waitForOther = async ({ signal }: Pick<Work, 'signal'>): Promise<void> => {
  if (signal.aborted) throw new AppError('DOWNSTREAM_TIMEOUT', 'another call for this checkout is under way');
  await pause(lookEveryMs);
};

/** True while whoever wrote the intent may be at it. */
export const isBusy = ({ status, dueAt }: ReservationItem, now: Date): boolean =>
  status === 'INTENT' && dueAt !== undefined && Date.parse(dueAt) > now.getTime();

/**
 * Takes capacity for an intent that is ours: wallet, then counters, then the reservation says how it ended. Whatever was
 * taken in vain is given back by settling. Null when somebody took over; what we took then is settled by what they say.
 */
export const carryOut = async (
  intent: Stored<ReservationItem>,
  strictness: Strictness,
  work: Work,
): Promise<Stored<ReservationItem> | null> => {
  const until = after(work.now(), reservedForMs);
  const fromWallet = await takeUses(intent, { until, strictness }, work);
  const refusals = fromWallet.length > 0 ? fromWallet : await takeTotals(intent, work);
  if (refusals === 'overtaken') return null;
  const at = work.now().toISOString();
  const ended =
    refusals.length > 0
      ? await moveReservation(intent, { status: 'REFUSED', refusals }, work)
      : await moveReservation(
          intent,
          { status: 'RESERVED', reservedAt: intent.reservedAt ?? at, reservedUntil: until },
          work,
        );
  if (ended === null) {
    const present = await work.repositories.reservations.of(intent.checkoutId);
    if (present !== null) await settleReservation(present, work);
    return null;
  }
  await (ended.status === 'RESERVED' ? showRedemptions(ended, work) : settleReservation(ended, work));
  return ended;
};

/** Takes the next try of a reservation that is free to be taken; null when somebody else was faster. */
export const takeOver = (present: Stored<ReservationItem>, work: Work): Promise<Stored<ReservationItem> | null> =>
  moveReservation(present, { status: 'INTENT', attempt: present.attempt + 1, refusals: [] }, work);
