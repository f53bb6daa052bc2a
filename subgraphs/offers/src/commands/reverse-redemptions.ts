import type { Stored } from '@qsr/store';
import { after } from '@qsr/subgraph/instants';
import type { Work } from '../context.ts';
import { returnsUse } from '../domain/refund-policy.ts';
import { isOpen, leaseMs, moved, reverseMark, settlementOf, unredeeming, type Line } from '../domain/reservation.ts';
import { redemptionEvents } from '../events/publish.ts';
import type { ReservationItem } from '../repository/reservations.ts';
import { waitForOther } from './carry-out-reservation.ts';
import { settleReservation } from './settle-reservation.ts';
import { writeReservation } from './write-reservation.ts';

type Item = Stored<ReservationItem>;

const isIntent = ({ reversal }: Line): boolean => reversal?.status === 'INTENT';

/** Writes the next try down: lines that a refund undoes, by policy, and those that somebody left half done. */
const intend = async (item: Item, offerIds: readonly string[], work: Work): Promise<Item | null> => {
  const now = work.now();
  const asked = item.lines.filter((line) => line.reversal === undefined && offerIds.includes(line.offerId));
  const found = await work.repositories.offers.table.getMany(asked.map(({ offerId }) => ({ partition: offerId })));
  const token = item.version + 1;
  const lines = item.lines.map((line): Line => {
    if (isIntent(line)) return { ...line, reversal: { status: 'INTENT', token } };
    const place = asked.indexOf(line);
    if (place < 0) return line;
    const goesBack = returnsUse(found[place] ?? null, now);
    return { ...line, reversal: goesBack ? { status: 'INTENT', token } : { status: 'KEPT' } };
  });
  const dueAt = after(now, leaseMs);
  return writeReservation({ ...moved(item, 'COMMITTED'), lines, due: 'due', dueAt }, [], work);
};

/** Takes uses out of the counters of orders; false when a later try is at it. Caps get them back afterwards. */
const unredeem = async (item: Item, lines: readonly Line[], { tallies, now }: Work): Promise<boolean> => {
  const placed = await Promise.all(
    lines.map(async (line) => {
      if (line.reversal === undefined || line.reversal.status === 'KEPT') return true;
      const { token } = line.reversal;
      const settlement = settlementOf(item, line);
      if (settlement !== null) await tallies.usage.settle(line.offerId, settlement);
      const placement = { key: reverseMark(item.checkoutId), token, add: unredeeming(line), limits: {} };
      const answer = await tallies.usage.place(line.offerId, { ...placement, at: now().toISOString() });
      return 'placed' in answer;
    }),
  );
  return placed.every(Boolean);
};

const finish = (item: Item, lines: readonly Line[], work: Work): Promise<Item | null> => {
  const at = work.now().toISOString();
  const done = item.lines.map((line): Line => {
    const { reversal } = line;
    return reversal?.status === 'INTENT' ? { ...line, reversal: { status: 'DONE', token: reversal.token } } : line;
  });
  const events = redemptionEvents('reversed', item, { lines, at });
  return writeReservation({ ...item, lines: done, due: 'due', dueAt: at }, events, work);
};

/** Carries on what was intended, whoever intended it. Null when somebody else is at it. */
const carryOn = async (intended: Item, work: Work): Promise<Item | null> => {
  const lines = intended.lines.filter(isIntent);
  if (lines.length > 0 && !(await unredeem(intended, lines, work))) return null;
  const done = await finish(intended, lines, work);
  if (done !== null) await settleReservation(done, work);
  return done;
};

const hasWork = ({ lines }: ReservationItem, offerIds: readonly string[]): boolean =>
  lines.some((line) => isIntent(line) || (line.reversal === undefined && offerIds.includes(line.offerId)));

/** True while whoever intends to give something back may be at it: two who overtake each other would never end. */
const isBusyReversing = ({ lines, dueAt }: ReservationItem, now: Date): boolean =>
  lines.some(isIntent) && dueAt !== undefined && Date.parse(dueAt) > now.getTime();

/**
 * Gives back offers of a committed checkout, each once and as policy allows. `not yet`: the checkout has not come to its
 * end, so that nobody can tell what there is to give back.
 */
export const reverseRedemptions = async (
  checkoutId: string,
  offerIds: readonly string[] | 'all',
  work: Work,
): Promise<'done' | 'not yet'> => {
  for (;;) {
    const present = await work.repositories.reservations.of(checkoutId);
    if (present === null) return 'done';
    if (isOpen(present) || present.status === 'EXPIRED') return 'not yet';
    const wanted = offerIds === 'all' ? present.lines.map(({ offerId }) => offerId) : offerIds;
    if (present.status !== 'COMMITTED' || !hasWork(present, wanted)) return 'done';
    if (isBusyReversing(present, work.now())) {
      await waitForOther(work);
    } else {
      const intended = await intend(present, wanted, work);
      if (intended !== null) await carryOn(intended, work);
    }
  }
};
