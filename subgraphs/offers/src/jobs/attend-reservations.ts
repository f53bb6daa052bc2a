import { createJob, type Job } from '@qsr/subgraph';
import { attendReservation } from '../commands/attend-reservation.ts';
import type { JobParts } from './parts.ts';

const batch = 50;

/** Ends what has run out or was left behind, and settles what ended. */
export const attendReservations = ({ work, log }: JobParts): Job =>
  createJob({
    name: 'attend-reservations',
    everyMs: 1_000,
    log,
    run: async (signal) => {
      const own = work(signal);
      const due = await own.repositories.reservations.due(own.now().toISOString(), batch);
      const attended = await Promise.all(due.map(({ checkoutId }) => attendReservation(checkoutId, own)));
      return attended.filter(Boolean).length;
    },
  });
