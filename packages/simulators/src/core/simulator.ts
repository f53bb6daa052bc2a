import { fastify, type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { createCallLog } from './calls.ts';
import { faultLines, type Endpoint } from './endpoint.ts';
import { createFaultBoard, type Faults } from './faults.ts';
import { seededRandom, type Random } from './random.ts';
import { serveEndpoint, type Dialect, type Parts } from './serve.ts';
import { createThrottle } from './throttle.ts';
import { parseWire } from './wire.ts';

/** What the simulators are started with. */
export interface SimulatorOptions {
  /** SQLite file, made if absent, or `:memory:`. */
  readonly book: string;
  /** `user:password` of HTTP Basic. */
  readonly credentials: string;
  /** `bulk` adds the endpoints under `ext/bulk`; the other two are synonyms. Default `faithful`. */
  readonly mode?: 'bulk' | 'faithful' | 'single';
  /** 0 lets the system choose, which is the default. */
  readonly port?: number;
  readonly adminPort?: number;
  readonly now?: () => Date;
  /** Of shares of faults and of shuffled answers. */
  readonly seed?: number;
}

/** A running simulator: the API of the legacy system, and beside it the admin port. */
export interface Simulator extends AsyncDisposable {
  readonly url: string;
  readonly adminUrl: string;
  /** Stops at once: a client that waits for an answer loses its connection. May be called twice. */
  readonly close: () => Promise<void>;
}

/** One legacy system, as the shared part needs it. */
export interface System {
  readonly options: SimulatorOptions;
  readonly endpoints: readonly Endpoint[];
  readonly dialect: Dialect;
  /** How the system behaves when no fault plan says otherwise. */
  readonly usual: Partial<Faults>;
  /** More routes of the admin port. */
  readonly admin: (app: FastifyInstance) => void;
  readonly random: Random;
  readonly closeBook: () => void;
}

/** The randomness of one simulator, all of it. */
export const randomOf = (options: SimulatorOptions): Random => seededRandom(options.seed ?? 1);

export const clockOf = (options: SimulatorOptions): (() => Date) => options.now ?? (() => new Date());

const host = '127.0.0.1';

const createApi = (system: System, parts: Parts): FastifyInstance => {
  const app = fastify({ exposeHeadRoutes: false, forceCloseConnections: true, bodyLimit: 262_144 });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, parseWire(String(body)));
    } catch {
      done(Object.assign(new Error('The body is not JSON'), { statusCode: 400 }), undefined);
    }
  });
  for (const endpoint of system.endpoints) serveEndpoint(app, endpoint, parts);
  return app;
};

const createAdmin = (system: System, { board, calls }: Parts): FastifyInstance => {
  const app = fastify({ forceCloseConnections: true });
  app.setErrorHandler((error, _request, reply) =>
    error instanceof z.ZodError ? reply.code(400).send({ faults: faultLines(error) }) : reply.send(error),
  );
  app.get('/faults', () => board.current());
  app.put('/faults', (request) => {
    board.replace(request.body);
    return board.current();
  });
  app.get('/calls', () => calls.report());
  app.delete('/calls', (_request, reply) => {
    calls.clear();
    return reply.code(204).send();
  });
  system.admin(app);
  return app;
};

/** Starts both ports. Rejects, with nothing left open, when one of them is taken. */
export const startSimulator = async (system: System): Promise<Simulator> => {
  const { options, endpoints, dialect, usual } = system;
  const now = clockOf(options);
  const closing = new AbortController();
  const parts: Parts = {
    board: createFaultBoard(
      endpoints.map(({ name }) => name),
      usual,
    ),
    calls: createCallLog(now),
    throttle: createThrottle(now),
    random: system.random,
    dialect,
    credentials: options.credentials,
    closing: closing.signal,
  };
  await using opened = new AsyncDisposableStack();
  opened.defer(() => system.closeBook());
  const api = opened.adopt(createApi(system, parts), (app) => app.close());
  const admin = opened.adopt(createAdmin(system, parts), (app) => app.close());
  opened.defer(() => closing.abort());
  const url = await api.listen({ host, port: options.port ?? 0 });
  const adminUrl = await admin.listen({ host, port: options.adminPort ?? 0 });
  const running = opened.move();
  const close = () => running.disposeAsync();
  return { url, adminUrl, close, [Symbol.asyncDispose]: close };
};
