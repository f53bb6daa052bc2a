import { loadConfig } from '@qsr/config';
import { paymentEnvironment } from './environment.ts';
import { startPaymentSimulator } from './payment/start.ts';
import { runSimulator } from './run.ts';

const config = loadConfig('legacy-payment', paymentEnvironment);
const settling = config.SETTLE_EVERY_MS === undefined ? {} : { settleEveryMs: config.SETTLE_EVERY_MS };
await runSimulator('legacy-payment', config, (options) => startPaymentSimulator({ ...options, ...settling }));
