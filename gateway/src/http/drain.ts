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
  /** Makes `finish` wait for the handler's requests, and refuses them once they come too late. */
  guard(handler: Handler): Handler;
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
    // Counted by the handler and not by Fastify's `onResponse`, which is silent when the client went away before the answer.
    guard: (handler) => async (request, reply) => {
      if (phase === 'refusing') return refuse(reply);
      inFlight += 1;
      try {
        return await handler(request, reply);
      } finally {
        inFlight -= 1;
        if (inFlight === 0) announceIdle();
      }
    },
  };
};
