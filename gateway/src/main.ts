import { loadConfig } from '@qsr/config';
import { runWorkers } from '@qsr/lifecycle';
import { createLogger } from '@qsr/telemetry';
import { environment } from './config.ts';
import { readFlags } from './flags.ts';
import { optionsOf } from './options.ts';

const { overrides, conformance, worker } = readFlags(process.argv);
const config = loadConfig('gateway', environment, overrides);
const log = createLogger('gateway', config.LOG_LEVEL).child(worker === undefined ? {} : { worker });
await runWorkers({
  name: 'gateway',
  log,
  drainMs: config.DRAIN_MS,
  address: { host: config.HOST, port: config.PORT },
  workers: config.WORKERS,
  worker,
  argumentsOf: (number) => [...process.argv.slice(2), '--worker', String(number)],
  start: async (address) => {
    // Not for the parent of workers, which serves nothing and needs no engine in its memory.
    const { createGateway } = await import('./server.ts');
    return createGateway({ ...optionsOf(config, { conformance, log }), ...address });
  },
});
