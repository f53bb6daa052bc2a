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

/** Resolves with the reason to stop: a signal, or the loss of the parent that watches this process. */
const stopRequested = (): Promise<string> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal));
    process.once('disconnect', () => resolve('parent gone'));
  });

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
const endUnstarted = (error: unknown, { name, log }: RunOptions): never => {
  log.debug({ err: error }, 'could not start');
  process.stderr.write(`${name}: could not start: ${describeFailure(error)}\n`);
  return process.exit(1);
};

const startOrEnd = async (options: RunOptions): Promise<Service> => {
  try {
    return await options.start();
  } catch (error) {
    return endUnstarted(error, options);
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
  process.send?.({ type: 'listening', name, url: service.url } satisfies ListeningMessage);
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
