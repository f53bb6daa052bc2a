import type { FastifyRequest } from 'fastify';

const longest = 30_000;

/** Aborts when the gateway's remaining time (`x-timeout-ms`) is over, or when the gateway hung up. */
export const deadlineOf = (request: FastifyRequest): AbortSignal => {
  const asked = Number(request.headers['x-timeout-ms']);
  const timeout = AbortSignal.timeout(asked > 0 && asked < longest ? Math.ceil(asked) : longest);
  const gone = new AbortController();
  request.raw.once('aborted', () => gone.abort());
  return AbortSignal.any([timeout, gone.signal]);
};
