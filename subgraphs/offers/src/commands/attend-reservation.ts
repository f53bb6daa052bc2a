import type { Work } from '../context.ts';
import { reverseRedemptions } from './reverse-redemptions.ts';
import { settleReservation } from './settle-reservation.ts';
import { moveReservation } from './write-reservation.ts';

/**
 * Does what is due for a checkout: ends what was left as an intent or has run out, carries on a reversal that somebody
 * left, settles what ended. True when there was something to do.
 */
export const attendReservation = async (checkoutId: string, work: Work): Promise<boolean> => {
  const present = await work.repositories.reservations.of(checkoutId);
  if (present?.dueAt === undefined || Date.parse(present.dueAt) > work.now().getTime()) return false;
  if (present.status === 'INTENT' || present.status === 'RESERVED') {
    const ended = await moveReservation(present, { status: 'EXPIRED' }, work);
    if (ended !== null) await settleReservation(ended, work);
    return true;
  }
  if (present.lines.some(({ reversal }) => reversal?.status === 'INTENT')) {
    await reverseRedemptions(checkoutId, [], work);
  } else {
    await settleReservation(present, work);
  }
  return true;
};
