import { stopRequested } from './stop.ts';

/** A server that this process hosts. */
export interface Service {
  /** Where it listens, for example `http://127.0.0.1:4001`. */
  readonly url: string;
  /** Ends work in flight, then closes every connection it opened. Called once. */
  drain(): Promise<void>;
}

/** How a process reports; the logger of `@qsr/telemetry` fits. */
interface Report {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
  debug(fields: object, message: string): void;
}

/** `drainMs`: how long work in flight may take after a signal, in ms, before the process ends with 1. */
export interface RunOptions {
  readonly name: string;
  readonly log: Report;
  readonly drainMs: number;
  readonly start: () => Promise<Service>;
}

/** The message that tells a parent process where a child listens. */
export interface ListeningMessage {
  readonly type: 'listening';
  readonly name: string;
  readonly url: string;
}

/** Tells the parent, unless there is none, or it is gone. */
export const sayListening = (name: string, url: string): void => {
  if (process.connected) process.send?.({ type: 'listening', name, url } satisfies ListeningMessage);
};

export const isListening = (message: unknown): message is ListeningMessage =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'listening';

/** The dependency that an error of `@qsr/errors` names. */
const dependencyOf = (error: Error): string | undefined => {
  const { service } = (error as { extensions?: { service?: unknown } }).extensions ?? {};
  return typeof service === 'string' ? service : undefined;
};

const describeFailure = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE' && 'port' in error) {
    return `port ${String(error.port)} is taken. Set PORT to a free one`;
  }
  const dependency = dependencyOf(error);
  if (dependency === undefined) return error.message;
  // Its message was written for clients; whoever starts a process needs to know what really happened.
  const { cause } = error;
  return `${dependency}: ${cause instanceof Error ? cause.message || cause.name : error.message}`;
};

const drainWithin = async (service: Service, drainMs: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), drainMs);
  });
  try {
    return await Promise.race([service.drain().then(() => true), tooLong]);
  } finally {
    clearTimeout(timer);
  }
};

/** Says in one line why there is no server, as for a fault of the environment; where it came from is for `debug`. */
export const sayUnstarted = (error: unknown, { name, log }: Pick<RunOptions, 'name' | 'log'>): void => {
  log.debug({ err: error }, 'could not start');
  process.stderr.write(`${name}: could not start: ${describeFailure(error)}\n`);
};

const startOrEnd = async (options: RunOptions): Promise<Service> => {
  try {
    return await options.start();
  } catch (error) {
    sayUnstarted(error, options);
    return process.exit(1);
  }
};

/**
 * Runs a server until SIGTERM or SIGINT, drains it, and ends the process: 0 after a clean drain, 1 when it could not
 * start or did not drain in time. A parent connected over IPC is told the URL, and its end stops this process too.
 */
export const runService = async (options: RunOptions): Promise<never> => {
  const { name, log, drainMs } = options;
  const stop = stopRequested();
  const service = await startOrEnd(options);
  sayListening(name, service.url);
  log.info({ url: service.url }, 'listening');
  const reason = await stop;
  log.info({ reason }, 'draining');
  try {
    const clean = await drainWithin(service, drainMs);
    if (!clean) log.error({ drainMs }, 'drain took too long');
    return process.exit(clean ? 0 : 1);
  } catch (error) {
    log.error({ err: error }, 'drain failed');
    return process.exit(1);
  }
};
