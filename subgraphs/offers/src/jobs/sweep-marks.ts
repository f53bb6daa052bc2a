import { createJob, type Job } from '@qsr/subgraph';
import { sweepCode, sweepUsage } from '../commands/sweep-marks.ts';
import type { JobParts } from './parts.ts';

const batch = 50;

/** Marks as old as that were left by somebody who died or was overtaken, or belong to a checkout under way. */
const sweepAfterMs = 30_000;

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** Settles marks that were left behind. */
export const sweepMarks = ({ work, log }: JobParts): Job =>
  createJob({
    name: 'sweep-marks',
    everyMs: 10_000,
    log,
    run: async (signal) => {
      const own = work(signal);
      const until = new Date(own.now().getTime() - sweepAfterMs).toISOString();
      const [usages, codes] = await Promise.all([
        own.repositories.offerUsage.markedBefore(until, batch),
        own.repositories.claimCodes.markedBefore(until, batch),
      ]);
      const swept = await Promise.all([
        ...usages.map((usage) => sweepUsage(usage, until, own)),
        ...codes.map((code) => sweepCode(code, until, own)),
      ]);
      return sum(swept);
    },
  });
