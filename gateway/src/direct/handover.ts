import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Edition } from '../edition/edition.ts';
import type { RequestContext } from '../request-context.ts';

/** What was done already for a request that takes the usual way after all. */
export interface Handover {
  readonly requestId: string;
  /** The body, which can be read from the connection only once. */
  readonly body: Buffer;
  /** Present when the operation was run. */
  readonly begun?: Begun;
}

/** An operation that was run. */
export interface Begun {
  readonly edition: Edition;
  /** With the result. */
  readonly context: RequestContext;
}

const handovers = new WeakMap<IncomingMessage, Handover>();

export const handOver = (request: IncomingMessage, handover: Handover): void => {
  handovers.set(request, handover);
};

export const handoverOf = (request: IncomingMessage): Handover | undefined => handovers.get(request);

/** Lets Fastify parse a body that was read from the connection before. */
export const takeBodies = (app: FastifyInstance): void => {
  app.addHook('preParsing', async (request, _reply, payload) => {
    const handover = handoverOf(request.raw);
    return Promise.resolve(handover === undefined ? payload : Readable.from([handover.body], { objectMode: false }));
  });
};
