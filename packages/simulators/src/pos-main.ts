import { loadConfig } from '@qsr/config';
import { posEnvironment } from './environment.ts';
import { startPosSimulator } from './pos/start.ts';
import { runSimulator } from './run.ts';

const config = loadConfig('pos', posEnvironment);
const automatic = config.AUTOMATIC_MS === undefined ? {} : { automaticMs: config.AUTOMATIC_MS };
await runSimulator('pos', config, (options) => startPosSimulator({ ...options, ...automatic }));
