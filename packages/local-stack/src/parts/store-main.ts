import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { loadConfig } from '@qsr/config';
import { runService, type ListeningMessage, type Service } from '@qsr/lifecycle';
import { createLogger } from '@qsr/telemetry';
import { listenLocally } from '../http-service.ts';
import { partEnvironment, path } from './environment.ts';
import { throttleable } from './throttle.ts';

type Dynalite = (options: { path: string; createTableMs: number; updateTableMs: number }) => Server;

const config = loadConfig('store', { ...partEnvironment, STORE_PATH: path() });

/** A CommonJS package without types. */
const require = createRequire(import.meta.url);
const dynalite = require('dynalite') as Dynalite;

const start = async (): Promise<Service> => {
  const server = dynalite({ path: config.STORE_PATH, createTableMs: 0, updateTableMs: 0 });
  const service = await listenLocally(throttleable(server), config.PORT);
  // As the simulated systems name theirs.
  process.send?.({ type: 'listening', name: 'store-admin', url: service.url } satisfies ListeningMessage);
  return service;
};

await runService({
  name: 'store',
  log: createLogger('store', config.LOG_LEVEL),
  drainMs: config.DRAIN_MS,
  start,
});
