import { loadConfig } from '@qsr/config';
import { runSubgraph } from '@qsr/subgraph';
import { environment } from './config.ts';
import { createOrders } from './server.ts';

const config = loadConfig('orders', environment);
await runSubgraph('orders', config, (log) =>
  createOrders({
    storeUrl: config.ORDERS_STORE,
    legacy: {
      url: config.LEGACY_PAYMENT_URL,
      credentials: config.LEGACY_PAYMENT_CREDENTIALS,
      merchantId: config.LEGACY_PAYMENT_MERCHANT_ID,
      mode: config.LEGACY_PAYMENT_MODE,
    },
    log,
  }),
);
