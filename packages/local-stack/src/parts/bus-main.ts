import { loadConfig } from '@qsr/config';
import { runService, type Service } from '@qsr/lifecycle';
import { createLogger } from '@qsr/telemetry';
import { openBusEmulator } from './bus-emulator.ts';
import { partEnvironment, path } from './environment.ts';

const config = loadConfig('bus', { ...partEnvironment, BUS_PATH: path() });

/** What is in flight is on disk, so that a restart loses nothing. */
const start = async (): Promise<Service> => {
  const app = await openBusEmulator(config.BUS_PATH);
  const url = await app.listen({ host: '127.0.0.1', port: config.PORT });
  return { url, drain: () => app.close() };
};

await runService({
  name: 'bus',
  log: createLogger('bus', config.LOG_LEVEL),
  drainMs: config.DRAIN_MS,
  start,
});
