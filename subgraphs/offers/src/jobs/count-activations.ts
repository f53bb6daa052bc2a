import { createJob, type Job } from '@qsr/subgraph';
import { countActivations } from '../commands/count-activations.ts';
import type { JobParts } from './parts.ts';

const batch = 50;

/** Counts customers among those who activated an offer. */
export const countActivationsJob = ({ work, log }: JobParts): Job =>
  createJob({
    name: 'count-activations',
    everyMs: 1_000,
    log,
    run: async (signal) => {
      const own = work(signal);
      const wallets = await own.repositories.customerOffers.uncounted(batch);
      const counted = await Promise.all(wallets.map(({ customerId }) => countActivations(customerId, own)));
      return counted.reduce((total, count) => total + count, 0);
    },
  });
