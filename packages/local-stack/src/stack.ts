import { mkdir, rm } from 'node:fs/promises';
import { listFaults, setFault, type PartState } from './control/faults.ts';
import { startControlServer } from './control/server.ts';
import { Problem } from './problem.ts';
import type { FaultMode } from './proxy/proxy.ts';
import { claim } from './running.ts';
import { readSeedRecord } from './seeding/record.ts';
import { Seeding } from './seeding/run.ts';
import { createWorld } from '@qsr/seed';
import { boot, restart, tokenSource, type BootKit } from './stack/boot.ts';
import { setUp, type StackOptions, type StackReport, type StackSetup } from './stack/options.ts';
import { busUrl, embeddedStore } from './stack/plan.ts';
import { requireFreePort } from './stack/port.ts';
import { Proxies } from './stack/proxies.ts';
import { allSeeders } from './stack/seeders.ts';
import { Supervisor } from './supervisor/supervisor.ts';
import type { TokenKind } from './tokens/kinds.ts';
import { requestToken, type TokenOptions } from './tokens/request.ts';

export type { StackOptions, StackReport } from './stack/options.ts';
export type { TokenKind } from './tokens/kinds.ts';
export type { TokenOptions } from './tokens/request.ts';

/** A process of a stack. `pid` is undefined when it could not be started. */
export interface ProcessState {
  readonly name: string;
  readonly pid: number | undefined;
  readonly isRunning: boolean;
}

/** A local stack that runs. */
export interface Stack extends AsyncDisposable {
  /** The gateway, for example `http://127.0.0.1:4000`. */
  readonly url: string;
  /** The day that all dates of the seed relate to; see `@qsr/seed`. */
  readonly anchor: string;
  readonly defaultCustomerId: string;
  /** The embedded store, as a store URL. */
  readonly store: string;
  /** As a bus URL. */
  readonly bus: string;
  /** Resolves when a part ended by itself; the stack is then to be stopped. */
  readonly failed: Promise<Problem>;
  /** Base URL of a part as its clients reach it, through the proxy that can break it. */
  partUrl(part: string): string;
  /** What a part announced besides its own URL, by name: the admin ports of the simulators. */
  announced(part: string): ReadonlyMap<string, string>;
  /** A bearer token. Throws `Problem` for a scope that the kind does not have. */
  token(kind: TokenKind, options?: TokenOptions): Promise<string>;
  /** Breaks or mends a part. Throws `Problem` for an unknown one. */
  fault(part: string, mode: FaultMode, delayMs?: number): void;
  faults(): readonly PartState[];
  processes(): readonly ProcessState[];
  /** Ends one process at once, as a crash would (SIGKILL); the stack goes on without it. */
  kill(part: string): Promise<void>;
  /** Starts what was killed again, as it was, and resolves when those that call it reach it. */
  restart(part: string): Promise<void>;
  /** Drains the gateway, then the subgraphs, then the rest. May be called twice. */
  stop(): Promise<void>;
  /** Ends every part at once. */
  killAll(): void;
}

const silent: StackReport = { step: () => undefined, seeded: () => undefined };

const stopAsked = (signal: AbortSignal | undefined): Promise<Problem> =>
  new Promise((resolve) => {
    const stop = (): void => resolve(new Problem('The start was interrupted.'));
    if (signal?.aborted === true) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });

/** Boots and seeds side by side, until both are done or the first thing goes wrong. */
const bootAndSeed = async (kit: BootKit, seeding: Seeding, signal: AbortSignal | undefined): Promise<string> => {
  const { setup, supervisor, proxies, report } = kit;
  const seeders = seeding.missing(await allSeeders(setup, embeddedStore(proxies)));
  if (seeders.length > 0) report.step(`seeding ${kit.world.customerCount} customers into ${seeders.length} systems`);
  const seeded = seeding.run(seeders, (done, total) => report.seeded(done, total));
  const work = Promise.all([boot(kit), seeded]).then(([url]) => url);
  const broken = Promise.race([supervisor.failed, stopAsked(signal)]).then((problem) => Promise.reject(problem));
  return Promise.race([work, broken]);
};

const asStack = (kit: BootKit, url: string, disposal: AsyncDisposableStack): Stack => {
  const { proxies, supervisor, world } = kit;
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= disposal.disposeAsync());
  return {
    url,
    anchor: world.anchor,
    defaultCustomerId: world.defaultCustomerId,
    store: embeddedStore(proxies),
    bus: busUrl(proxies),
    failed: supervisor.failed,
    partUrl: (part) => `http://${proxies.address(part)}`,
    announced: (part) => supervisor.child(part).announced,
    token: (kind, options) => requestToken(tokenSource(proxies, world), kind, options),
    fault: (part, mode, delayMs) =>
      setFault(proxies.faulty, part, { mode, ...(delayMs === undefined ? {} : { delayMs }) }),
    faults: () => listFaults(proxies.faulty),
    processes: () => supervisor.children.map(({ program, pid, isRunning }) => ({ name: program.name, pid, isRunning })),
    kill: async (part) => {
      await supervisor.crash(part);
      proxies.forget(part);
    },
    restart: (part) => restart(kit, part),
    stop,
    killAll: () => supervisor.kill(),
    [Symbol.asyncDispose]: stop,
  };
};

const emptyLogs = async ({ data }: StackSetup): Promise<void> => {
  await rm(data.logs, { recursive: true, force: true });
  await mkdir(data.logs, { recursive: true });
};

/**
 * Starts the whole product on this machine: stores, identity provider, legacy systems, subgraphs, gateway, seed data.
 * Throws `Problem` when it cannot run, with nothing left behind: the port is taken, the data directory is in use, a
 * part ended (with the end of its log).
 */
export const startStack = async (options: StackOptions = {}): Promise<Stack> => {
  const setup = await setUp(options);
  await using opened = new AsyncDisposableStack();
  const held = opened.adopt(await claim(setup.data), (claimed) => claimed.release());
  await requireFreePort(setup.port);
  await emptyLogs(setup);
  const proxies = opened.adopt(await Proxies.open(setup), (open) => open.close());
  const supervisor = opened.adopt(new Supervisor(), (running) => running.stop());
  const seedRecord = await readSeedRecord(setup.data, setup.customers);
  const seeding = opened.adopt(new Seeding(setup.data, seedRecord), (running) => running.stop());
  const world = createWorld({ anchor: seedRecord.anchor, customers: seedRecord.customers });
  const kit: BootKit = { setup, proxies, supervisor, world, report: options.report ?? silent };
  const url = await bootAndSeed(kit, seeding, options.signal);
  const control = opened.adopt(await startControlServer(proxies.faulty), (server) => server.drain());
  await held.publish({
    url,
    control: control.url,
    store: embeddedStore(proxies),
    bus: busUrl(proxies),
    ...tokenSource(proxies, world),
  });
  return asStack(kit, url, opened.move());
};
