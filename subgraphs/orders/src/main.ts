import { loadConfig } from '@qsr/config';
import { runSubgraph } from '@qsr/subgraph';
import { environment } from './config.ts';
import { createOrders } from './server.ts';

const config = loadConfig('orders', environment);
await runSubgraph('orders', config, (log) =>
  createOrders({
    storeUrl: config.ORDERS_STORE,
    busUrl: config.BUS_URL,
    legacy: {
      url: config.LEGACY_PAYMENT_URL,
      credentials: config.LEGACY_PAYMENT_CREDENTIALS,
      merchantId: config.LEGACY_PAYMENT_MERCHANT_ID,
      mode: config.LEGACY_PAYMENT_MODE,
    },
    commands: { offersUrl: config.OFFERS_URL, loyaltyUrl: config.LOYALTY_URL, secrets: config.COMMAND_SECRETS },
    pos: { url: config.POS_URL, credentials: config.POS_CREDENTIALS },
    limits: { paymentHorizonMs: config.PAYMENT_HORIZON_MS, checkoutMs: config.CHECKOUT_LIMIT_MS },
    log,
  }),
);
