import { AppError } from '@qsr/errors';
import { deadlineSignal } from '@qsr/resilience';
import { backoffMs, type Clock } from './clock.ts';
import { Later } from './later.ts';

/** How one delivery ended. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'later'; readonly ms?: number; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** How a handler is run. `timeoutMs` limits one try, whether or not the handler minds its signal. */
export interface AttemptOptions {
  readonly clock: Clock;
  readonly timeoutMs: number;
  readonly onRetry: () => void;
}

/** Tries of one delivery inside the process. */
export const TRIES = 5;
const PAUSE = { firstMs: 100, capMs: 2_000 };

/** What went wrong, for the dead letter: no stack, no longer than an attribute may sensibly be. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 500);

const within = async (handle: (signal: AbortSignal) => Promise<void>, timeoutMs: number): Promise<void> => {
  const signal = deadlineSignal(timeoutMs);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error(`no end after ${timeoutMs} ms`)), { once: true });
  });
  await Promise.race([handle(signal), late]);
};

/** A dependency that is away is nobody's fault: waiting for it must not make a dead letter of an event. */
const isOutage = (error: unknown): boolean => error instanceof AppError && error.extensions.retryable;

/** Runs a handler until it succeeds, up to five times with growing pauses. Never rejects. */
export const attempt = async (
  handle: (signal: AbortSignal) => Promise<void>,
  { clock, timeoutMs, onRetry }: AttemptOptions,
): Promise<Outcome> => {
  const never = new AbortController().signal;
  for (let tries = 1; ; tries += 1) {
    try {
      await within(handle, timeoutMs);
      return { kind: 'done' };
    } catch (error) {
      const reason = reasonOf(error);
      if (error instanceof Later) return { kind: 'later', ms: error.ms, reason };
      if (tries === TRIES) return { kind: isOutage(error) ? 'later' : 'failed', reason };
      onRetry();
      await clock.sleep(backoffMs(clock, tries - 1, PAUSE), never);
    }
  }
};
