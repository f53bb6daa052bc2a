import { setTimeout as pause } from 'node:timers/promises';
import { AppError, maskError } from '@qsr/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Answers one request with what it resolves to. */
export type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** The end of a server, in phases: unready but serving, then refusing what is new, then idle. */
export interface Drain {
  /** True from the moment the server is to stop. */
  started(): boolean;
  /** Resolves when the last request in flight has its answer. */
  finish(): Promise<void>;
  /** Makes `finish` wait until `leave`; false for a request that comes too late. */
  enter(): boolean;
  leave(): void;
  /** Does so for the handler's requests, and refuses those that come too late, unless they were begun in time. */
  guard(handler: Handler, wasBegun: (request: FastifyRequest) => boolean): Handler;
}

type Phase = 'serving' | 'unready' | 'refusing';

const refuse = (reply: FastifyReply): { errors: unknown[] } => {
  const { message, extensions } = new AppError('SERVICE_STOPPING');
  void reply.code(503).header('connection', 'close');
  return { errors: [maskError({ message, extensions })] };
};

/**
 * `graceMs`: for how long new requests are still served after readiness went false, so that a load balancer that
 * looks only now and then loses none. The listener stays open until the end: readiness must be seen to be false.
 */
export const createDrain = (graceMs: number): Drain => {
  let phase: Phase = 'serving';
  let inFlight = 0;
  let announceIdle = (): void => undefined;

  const enter = (): boolean => {
    if (phase === 'refusing') return false;
    inFlight += 1;
    return true;
  };
  const leave = (): void => {
    inFlight -= 1;
    if (inFlight === 0) announceIdle();
  };

  return {
    started: () => phase !== 'serving',
    finish: async () => {
      phase = 'unready';
      if (graceMs > 0) await pause(graceMs);
      phase = 'refusing';
      if (inFlight === 0) return;
      await new Promise<void>((resolve) => {
        announceIdle = resolve;
      });
    },
    enter,
    leave,
    // Counted by the handler and not by Fastify's `onResponse`, which is silent when the client went away before the answer.
    guard: (handler, wasBegun) => async (request, reply) => {
      if (wasBegun(request)) inFlight += 1;
      else if (!enter()) return refuse(reply);
      try {
        return await handler(request, reply);
      } finally {
        leave();
      }
    },
  };
};
