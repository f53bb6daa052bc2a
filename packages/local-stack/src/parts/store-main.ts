import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { loadConfig } from '@qsr/config';
import { runService, type Service } from '@qsr/lifecycle';
import { createLogger } from '@qsr/telemetry';
import { listenLocally } from '../http-service.ts';
import { partEnvironment, path } from './environment.ts';

type Dynalite = (options: { path: string; createTableMs: number; updateTableMs: number }) => Server;

const config = loadConfig('store', { ...partEnvironment, STORE_PATH: path() });

/** A CommonJS package without types. */
const require = createRequire(import.meta.url);
const dynalite = require('dynalite') as Dynalite;

const start = (): Promise<Service> => {
  const server = dynalite({ path: config.STORE_PATH, createTableMs: 0, updateTableMs: 0 });
  return listenLocally(server, config.PORT);
};

await runService({
  name: 'store',
  log: createLogger('store', config.LOG_LEVEL),
  drainMs: config.DRAIN_MS,
  start,
});
