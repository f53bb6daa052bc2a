import type { FastifyRequest } from 'fastify';

const longest = 30_000;

/** How long a request may take. */
export interface RequestDeadline {
  /** Aborts when the gateway's remaining time (`x-timeout-ms`) is over, or when the gateway hung up. */
  readonly signal: AbortSignal;
  /** Milliseconds until then; 0 afterwards. */
  readonly remainingMs: () => number;
}

/** The deadline of a request, as its sender set it. */
export const deadlineOf = (request: FastifyRequest): RequestDeadline => {
  const asked = Number(request.headers['x-timeout-ms']);
  const ms = asked > 0 && asked < longest ? Math.ceil(asked) : longest;
  const endsAt = performance.now() + ms;
  const gone = new AbortController();
  request.raw.once('aborted', () => gone.abort());
  return {
    signal: AbortSignal.any([AbortSignal.timeout(ms), gone.signal]),
    remainingMs: () => Math.max(0, endsAt - performance.now()),
  };
};
