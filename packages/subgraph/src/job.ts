import type { Worker } from './roles.ts';

/** What is done again and again, beside requests. */
export interface JobOptions {
  /** For the log. */
  readonly name: string;
  /** Pause after a run that found nothing to do, in ms; a run that did something is followed by the next one at once. */
  readonly everyMs: number;
  /** One run; answers how many things it did. Safe to run in several processes, and to be killed anywhere. */
  readonly run: (signal: AbortSignal) => Promise<number>;
  readonly log?: { warn(fields: object, message: string): void } | undefined;
}

/** A job; `runOnce` is what tests call, `nudge` ends the pause because there is something to do. */
export interface Job extends Worker {
  runOnce(): Promise<number>;
  nudge(): void;
}

/** Repeats a run until stopped. A run that fails is logged and tried again after the pause: its work stays due. */
export const createJob = ({ name, everyMs, run, log }: JobOptions): Job => {
  const stopping = new AbortController();
  let wake: (() => void) | undefined;
  let loop: Promise<void> | undefined;

  const runSafely = (): Promise<number> =>
    run(stopping.signal).catch((error: unknown) => {
      if (!stopping.signal.aborted) log?.warn({ err: error, job: name }, 'a job failed; it is tried again');
      return 0;
    });

  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const repeat = async (): Promise<void> => {
    while (!stopping.signal.aborted) if ((await runSafely()) === 0 && !isStopping()) await rest();
  };
  // A function, because the signal changes while nobody looks.
  const isStopping = (): boolean => stopping.signal.aborted;

  return {
    runOnce: () => run(stopping.signal),
    nudge: () => wake?.(),
    start: () => {
      loop ??= repeat();
    },
    stop: async () => {
      stopping.abort();
      wake?.();
      await loop;
    },
  };
};
