import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Call, CallLog } from './calls.ts';
import { silence, type Endpoint } from './endpoint.ts';
import type { FaultBoard, Faults } from './faults.ts';
import type { Random } from './random.ts';
import type { Throttle } from './throttle.ts';

/** How a system words what every endpoint may answer. */
export interface Dialect {
  readonly unauthorized: object;
  readonly throttled: object;
  readonly failed: object;
}

/** What the endpoints of one simulator share. `closing` ends waits. */
export interface Parts {
  readonly board: FaultBoard;
  readonly calls: CallLog;
  readonly throttle: Throttle;
  readonly random: Random;
  readonly dialect: Dialect;
  /** `user:password`. */
  readonly credentials: string;
  readonly closing: AbortSignal;
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly call: Call;
}

const maintenancePage = '<html><body><h1>Scheduled maintenance</h1></body></html>';

const send = ({ reply, call }: Exchange, status: number, body: object | string) => {
  call.outcome = status;
  return reply.code(status).send(body);
};

/** Takes the connection away from under the client. */
const reset = ({ request, reply, call }: Exchange) => {
  call.outcome = 'reset';
  reply.hijack();
  request.raw.socket.resetAndDestroy();
  return reply;
};

/** Leaves the client waiting; its connection ends with the client or with the simulator. */
const keepSilent = ({ reply, call }: Exchange) => {
  call.outcome = 'silence';
  return reply.hijack();
};

const latency = async (faults: Faults, { random, closing }: Parts) => {
  const milliseconds = faults.latencyMs + faults.latencyJitterMs * random();
  if (milliseconds > 0) await wait(milliseconds, undefined, { signal: closing }).catch(() => undefined);
};

const wireParams = ({ query, params, body }: FastifyRequest): Record<string, unknown> => ({
  ...(query as object),
  ...(params as object),
  ...(body as object | undefined),
});

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** What a call is about, for the list of calls. */
const subjectOf = (wire: Record<string, unknown>): string | null => {
  const fields = { ...wire, ...asRecord(wire['headerInfo']), ...asRecord(wire['cardInfo']) };
  const names = ['accountId', 'printedCardNumber', 'posTransactionId', 'orderid', 'retref', 'profileid', 'orderId'];
  return names.map((name) => fields[name]).find((field) => typeof field === 'string') ?? null;
};

const authorized = (request: FastifyRequest, credentials: string) =>
  request.headers.authorization === `Basic ${Buffer.from(credentials).toString('base64')}`;

const answerCall = async (endpoint: Endpoint, exchange: Exchange, parts: Parts) => {
  const { board, dialect, random, throttle } = parts;
  const faults = board.of(endpoint.name);
  const happens = (share: number) => share > 0 && random() < share;
  await latency(faults, parts);
  if (happens(faults.outage)) return reset(exchange);
  if (happens(faults.hang)) return keepSilent(exchange);
  if (faults.maintenance) return send({ ...exchange, reply: exchange.reply.type('text/html') }, 503, maintenancePage);
  if (!authorized(exchange.request, parts.credentials)) return send(exchange, 401, dialect.unauthorized);
  const limit = faults.throttlePerSecond;
  if (limit !== null && !throttle.take(board.throttleKey(endpoint.name), limit)) {
    return send(exchange, faults.throttleAnswer === 'status' ? 429 : 200, dialect.throttled);
  }
  if (happens(faults.errorRate)) return send(exchange, 500, dialect.failed);
  const answer = endpoint.run(wireParams(exchange.request), { faults, random });
  if (answer === silence) return keepSilent(exchange);
  if (happens(faults.loseAcknowledgement)) return reset(exchange);
  exchange.reply.type('application/json');
  return send(exchange, 200, answer);
};

/** Makes an endpoint answer on `app`: counted first, then through the faults, then with its effect. */
export const serveEndpoint = (app: FastifyInstance, endpoint: Endpoint, parts: Parts): void => {
  for (const url of endpoint.paths) {
    app.route({
      method: [...endpoint.methods],
      url,
      handler: async (request, reply) => {
        const { call, ended } = parts.calls.begin(endpoint.name, subjectOf(wireParams(request)));
        reply.raw.once('close', ended);
        return answerCall(endpoint, { request, reply, call }, parts);
      },
    });
  }
};
