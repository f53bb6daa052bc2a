import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '@qsr/errors';

const longestPauseMs = 60;

/**
 * Repeats a conditional write that lost its race, from the reading on, until it wins or the deadline passes. `attempt`
 * answers undefined when it lost. Throws `DOWNSTREAM_TIMEOUT` when the time is up.
 */
export const untilWritten = async <Value>(
  attempt: () => Promise<Value | undefined>,
  signal?: AbortSignal,
): Promise<Value> => {
  for (let tries = 1; ; tries += 1) {
    const value = await attempt();
    if (value !== undefined) return value;
    if (signal?.aborted === true) throw new AppError('DOWNSTREAM_TIMEOUT', 'too many writers at once');
    // By chance, so that writers that met once do not meet again.
    await pause(Math.random() * Math.min(longestPauseMs, 2 ** tries));
  }
};
