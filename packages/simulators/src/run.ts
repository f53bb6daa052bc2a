import { runService, type ListeningMessage } from '@qsr/lifecycle';
import { createLogger } from '@qsr/telemetry';
import type { Simulator, SimulatorOptions } from './core/simulator.ts';

/** The environment as the entries have read it; the POS has no MODE. */
interface Config {
  readonly PORT: number;
  readonly ADMIN_PORT: number;
  readonly BOOK: string;
  readonly CREDENTIALS: string;
  readonly MODE?: 'bulk' | 'faithful' | 'single' | 'fanout';
  readonly LOG_LEVEL: string;
  readonly DRAIN_MS: number;
}

const optionsOf = (config: Config): SimulatorOptions => ({
  book: config.BOOK,
  credentials: config.CREDENTIALS,
  mode: config.MODE === 'bulk' ? 'bulk' : 'faithful',
  port: config.PORT,
  adminPort: config.ADMIN_PORT,
});

/** Runs a simulator as a process, which announces its admin port as `<name>-admin`. */
export const runSimulator = (
  name: string,
  config: Config,
  start: (options: SimulatorOptions) => Promise<Simulator>,
): Promise<never> =>
  runService({
    name,
    log: createLogger(name, config.LOG_LEVEL),
    drainMs: config.DRAIN_MS,
    start: async () => {
      const { url, adminUrl, close } = await start(optionsOf(config));
      const message: ListeningMessage = { type: 'listening', name: `${name}-admin`, url: adminUrl };
      process.send?.(message);
      return { url, drain: close };
    },
  });
