import { setTimeout as pause } from 'node:timers/promises';
import { AppError, maskError } from '@qsr/errors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** The end of a server, in phases: unready but serving, then refusing what is new, then idle. */
export interface Drain {
  /** True from the moment the server is to stop. */
  started(): boolean;
  /** Resolves when the last request in flight was answered. */
  finish(): Promise<void>;
  /** A hook for routes whose requests are waited for. */
  readonly guard: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
}

type Phase = 'serving' | 'unready' | 'refusing';

/**
 * `graceMs`: for how long new requests are still served after readiness went false, so that a load balancer that
 * looks only now and then loses none. The listener stays open until the end: readiness must be seen to be false.
 */
export const createDrain = (app: FastifyInstance, graceMs: number): Drain => {
  let phase: Phase = 'serving';
  let inFlight = 0;
  let announceIdle = (): void => undefined;
  const guarded = new WeakSet<FastifyRequest>();

  app.addHook('onResponse', (request, _reply, done) => {
    if (guarded.has(request)) inFlight -= 1;
    if (inFlight === 0) announceIdle();
    done();
  });

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
    guard: async (request, reply) => {
      if (phase === 'refusing') {
        const { message, extensions } = new AppError('SERVICE_STOPPING');
        await reply
          .code(503)
          .header('connection', 'close')
          .send({ errors: [maskError({ message, extensions })] });
        return;
      }
      guarded.add(request);
      inFlight += 1;
    },
  };
};
