import { loadConfig } from '@qsr/config';
import { runService } from '@qsr/lifecycle';
import { createLogger } from '@qsr/telemetry';
import { environment } from './config.ts';
import { readFlags } from './flags.ts';
import { createGateway } from './server.ts';
import { optionsOf } from './options.ts';

const { overrides, conformance } = readFlags(process.argv);
const config = loadConfig('gateway', environment, overrides);
const log = createLogger('gateway', config.LOG_LEVEL);
await runService({
  name: 'gateway',
  log,
  drainMs: config.DRAIN_MS,
  start: () => createGateway(optionsOf(config, { conformance, log })),
});
