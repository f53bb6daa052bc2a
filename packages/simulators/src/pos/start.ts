import type { Dialect } from '../core/serve.ts';
import { clockOf, randomOf, startSimulator, type Simulator, type SimulatorOptions } from '../core/simulator.ts';
import { servePosAdmin } from './admin.ts';
import { advance, tickMs } from './automatic.ts';
import { orderEndpoints } from './order-endpoints.ts';
import { refusal } from './replies.ts';
import { openPosBook, type PosMode, type PosSystem } from './system.ts';

export interface PosSimulatorOptions extends Omit<SimulatorOptions, 'mode'> {
  /** Starts in automatic mode, in which an order is completed within so many ms; without it in manual mode. */
  readonly automaticMs?: number;
}

export interface PosSimulator extends Simulator {
  /** In automatic mode: moves on every order whose time has come, and answers how many. It also happens by itself. */
  advance(): number;
}

const USUAL_AUTOMATIC_MS = 25_000;

const dialect: Dialect = {
  unauthorized: refusal('UNAUTHORIZED', 'Bad credentials'),
  throttled: refusal('THROTTLED', 'Too many requests'),
  failed: refusal('FAILED', 'System error'),
};

/** Starts the point of sale of all stores. Rejects when a port is taken or the book is no SQLite file. */
export const startPosSimulator = async (options: PosSimulatorOptions): Promise<PosSimulator> => {
  const pos = openPosBook(options.book);
  const { automaticMs = USUAL_AUTOMATIC_MS } = options;
  let mode: PosMode = options.automaticMs === undefined ? 'manual' : 'automatic';
  const system: PosSystem = { ...pos, now: clockOf(options), mode: () => mode };
  const move = () => (mode === 'automatic' ? advance(system, automaticMs) : 0);
  const timer = setInterval(move, tickMs(automaticMs));
  const simulator = await startSimulator({
    options,
    endpoints: orderEndpoints(system),
    dialect,
    usual: {},
    admin: (app) =>
      servePosAdmin(app, system, (next) => {
        mode = next;
      }),
    random: randomOf(options),
    closeBook: () => {
      clearInterval(timer);
      pos.book.close();
    },
  });
  return { ...simulator, advance: move };
};
