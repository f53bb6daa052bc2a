import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { adoptConnections, type HttpService } from './adoption.ts';
import { Dispatcher, type Address } from './dispatcher.ts';
import { STOP } from './messages.ts';
import { isListening, runService, sayListening, sayUnstarted, type RunOptions } from './run.ts';
import { stopRequested } from './stop.ts';

/** How a server of HTTP runs in several processes behind one port. */
export interface WorkersOptions extends Omit<RunOptions, 'start'> {
  readonly address: Address;
  /** How many processes serve; 1 is this process alone. */
  readonly workers: number;
  /** Present in a worker: which one this is, as `argumentsOf` told it. */
  readonly worker: number | undefined;
  /** The command line of a worker. Numbers start with 1 and are never given again. */
  readonly argumentsOf: (worker: number) => readonly string[];
  /** Listens at the address it is given; in a worker that is one of its own. */
  readonly start: (address: Address) => Promise<HttpService>;
}

interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

interface Running {
  readonly worker: number;
  readonly child: ChildProcess;
  /** False when it ended before it listened. */
  readonly listens: Promise<boolean>;
  readonly ended: Promise<End>;
}

/** A worker that ends is followed by another one after this pause in ms, twice as long each time, … */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;
/** … unless it ran for this long, in ms. */
const STEADY_AFTER_MS = 30_000;
/** What a worker may take in ms beyond its drain, before it is killed: its event loop may stand still. */
const KILL_AFTER_MS = 1_000;

const launch = (worker: number, { argumentsOf }: WorkersOptions): Running => {
  const child = fork(process.argv[1] ?? '', argumentsOf(worker));
  const ended = new Promise<End>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    // A process that could not even be made has no exit; any other error is followed by one.
    child.on('error', () => {
      if (child.pid === undefined) resolve({ code: 1, signal: null });
    });
  });
  const announced = new Promise<true>((resolve) => {
    child.on('message', (message) => {
      if (isListening(message)) resolve(true);
    });
  });
  return { worker, child, ended, listens: Promise.race([announced, ended.then(() => false)]) };
};

class Pool {
  readonly #options: WorkersOptions;
  readonly #dispatcher = new Dispatcher();
  readonly #running = new Set<Running>();
  readonly #serving = new Set<Running>();
  readonly #stopping = new AbortController();
  readonly #lost = Promise.withResolvers<undefined>();
  #isStarted = false;
  #count = 0;

  constructor(options: WorkersOptions) {
    this.#options = options;
  }

  /** Resolves when a worker cannot start, which said why, and there are not yet or no longer others that serve. */
  get lost(): Promise<undefined> {
    return this.#lost.promise;
  }

  /** Resolves with the URL when all serve; it may never. Rejects when the port cannot be had. */
  async start(): Promise<string> {
    const { address, workers } = this.#options;
    // One before the others, so that what is wrong with the configuration is said once.
    await this.#keep();
    const url = await this.#dispatcher.listen(address);
    await Promise.all(Array.from({ length: workers - 1 }, () => this.#keep()));
    this.#isStarted = true;
    return url;
  }

  /** From now on none that ends is followed by another one. True when all ended well within the time for a drain. */
  async drain(): Promise<boolean> {
    this.#stopping.abort();
    const all = [...this.#running];
    // One that cannot be told any more is ending.
    for (const { child } of all) if (child.connected) child.send(STOP, () => undefined);
    const timer = setTimeout(() => {
      for (const { child } of all) child.kill('SIGKILL');
    }, this.#options.drainMs + KILL_AFTER_MS);
    const ends = await Promise.all(all.map(({ ended }) => ended));
    clearTimeout(timer);
    return ends.every(({ code }) => code === 0);
  }

  /** Keeps one worker running, by another one whenever it ends. Resolves when one serves for the first time. */
  #keep(): Promise<void> {
    return new Promise((resolve) => void this.#repeat(resolve));
  }

  async #repeat(onServing: () => void): Promise<void> {
    const { signal } = this.#stopping;
    let pauseMs = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      const startedAt = performance.now();
      const running = this.#launch();
      const isServing = await running.listens;
      if (isServing) {
        this.#admit(running);
        onServing();
      }
      const end = await running.ended;
      if (!isServing && end.code !== null && !this.#canWait) this.#lost.resolve(undefined);
      if (performance.now() - startedAt >= STEADY_AFTER_MS) pauseMs = FIRST_PAUSE_MS;
      this.#report(running, { ...end, pauseMs });
      await pause(pauseMs, undefined, { signal }).catch(() => undefined);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
  }

  /** Whether there are others that serve while a worker cannot start. */
  get #canWait(): boolean {
    return this.#isStarted && this.#serving.size > 0;
  }

  #launch(): Running {
    this.#count += 1;
    const running = launch(this.#count, this.#options);
    this.#running.add(running);
    void running.ended.then(() => {
      this.#running.delete(running);
      this.#serving.delete(running);
    });
    return running;
  }

  #admit(running: Running): void {
    const { worker, child } = running;
    this.#serving.add(running);
    this.#dispatcher.add(child);
    this.#options.log.info({ worker, pid: child.pid }, 'worker serves');
  }

  #report({ worker, child: { pid } }: Running, how: End & { readonly pauseMs: number }): void {
    if (this.#stopping.signal.aborted) return;
    this.#options.log.error({ worker, pid, ...how }, 'worker ended; another one follows');
  }
}

const runPool = async (options: WorkersOptions): Promise<never> => {
  const { name, log, workers } = options;
  const stop = stopRequested();
  const pool = new Pool(options);
  const started = pool.start().then((url) => {
    sayListening(name, url);
    log.info({ url, workers }, 'listening');
  });
  const failed = started.then(
    () => pool.lost,
    (error: unknown) => sayUnstarted(error, options),
  );
  const reason = await Promise.race([stop, pool.lost, failed]);
  log.info({ reason: reason ?? 'cannot serve' }, 'draining');
  const clean = await pool.drain();
  return process.exit(clean && reason !== undefined ? 0 : 1);
};

/** A port of its own, for the connections that are not given to a worker: whoever wants to ask just this one. */
const ownAddress: Address = { host: '127.0.0.1', port: 0 };

/**
 * As `runService`, in several processes behind one port. They are copies of this program: in each of them the same call
 * runs the server. This process only accepts connections and gives them out, so that all have equally many, and
 * follows a worker that ends with another one. One that cannot start ends all with 1, before all have started and when
 * no other one serves. A parent connected over IPC is told the URL once all serve. Ends with 0 after clean drains.
 */
export const runWorkers = (options: WorkersOptions): Promise<never> => {
  const { worker, workers, start, address } = options;
  if (worker !== undefined) return runService({ ...options, start: () => start(ownAddress).then(adoptConnections) });
  return workers === 1 ? runService({ ...options, start: () => start(address) }) : runPool(options);
};
