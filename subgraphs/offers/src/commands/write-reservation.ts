import type { EventEnvelope } from '@qsr/events';
import type { Stored } from '@qsr/store';
import { withEvents } from '@qsr/subgraph/writing';
import { after } from '@qsr/subgraph/instants';
import type { Work } from '../context.ts';
import { leaseMs, moved, type ReservationStatus } from '../domain/reservation.ts';
import { redemptionEvents } from '../events/publish.ts';
import type { ReservationItem } from '../repository/reservations.ts';

/** How long it is remembered that nothing came of a checkout, in ms. */
const keptMs = 30 * 86_400_000;

/** When somebody has to look at it again: what is unfinished after the lease, what was reserved when it lapses. */
const dueOf = ({ status, reservedUntil }: ReservationItem, now: Date): Pick<ReservationItem, 'due' | 'dueAt'> => {
  if (status === 'INTENT') return { due: 'due', dueAt: after(now, leaseMs) };
  return { due: 'due', dueAt: status === 'RESERVED' && reservedUntil !== null ? reservedUntil : now.toISOString() };
};

/** One conditional write; null when somebody else was faster. */
export const writeReservation = async (
  item: Stored<ReservationItem>,
  events: readonly EventEnvelope[],
  { repositories }: Pick<Work, 'repositories'>,
): Promise<Stored<ReservationItem> | null> => {
  const next = withEvents<ReservationItem>({ ...item, revision: item.revision + 1 }, events);
  return (await repositories.reservations.table.replace(next, item.version))
    ? { ...next, version: item.version + 1 }
    : null;
};

const eventsOf = (before: ReservationItem, after: ReservationItem, at: string): readonly EventEnvelope[] => {
  const { lines } = after;
  if (after.status === 'RESERVED') return redemptionEvents('reserved', after, { lines, at });
  if (after.status === 'COMMITTED') return redemptionEvents('committed', after, { lines, at });
  return before.status === 'RESERVED' ? redemptionEvents('released', before, { lines, at }) : [];
};

/** Moves a reservation on and tells of it, in one conditional write; null when somebody else was faster. */
export const moveReservation = (
  present: Stored<ReservationItem>,
  to: { readonly status: ReservationStatus } & Partial<ReservationItem>,
  work: Work,
): Promise<Stored<ReservationItem> | null> => {
  const now = work.now();
  const next = { ...present, ...to, status: moved(present, to.status).status };
  const events = eventsOf(present, next, now.toISOString());
  return writeReservation({ ...next, ...dueOf(next, now) }, events, work);
};

/** Says that all is settled. Should somebody have moved it meanwhile, it stays due for them. */
export const closeReservation = async (item: Stored<ReservationItem>, work: Work): Promise<void> => {
  const { version, ...settled } = item;
  const expiresAt = item.status === 'COMMITTED' ? undefined : after(work.now(), keptMs);
  await work.repositories.reservations.table.replace(
    { ...settled, due: undefined, dueAt: undefined, expiresAt },
    version,
  );
};
