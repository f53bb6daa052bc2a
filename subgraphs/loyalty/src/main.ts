import { loadConfig } from '@qsr/config';
import { runSubgraph } from '@qsr/subgraph';
import { environment } from './config.ts';
import { createLoyalty } from './server.ts';

const config = loadConfig('loyalty', environment);
await runSubgraph('loyalty', config, (log) =>
  createLoyalty({
    storeUrl: config.LOYALTY_STORE,
    busUrl: config.BUS_URL,
    legacy: {
      url: config.LEGACY_LOYALTY_URL,
      credentials: config.LEGACY_LOYALTY_CREDENTIALS,
      merchantId: config.LEGACY_LOYALTY_MERCHANT_ID,
      mode: config.LEGACY_LOYALTY_MODE,
      limits: { totalMs: config.LEGACY_LOYALTY_TIMEOUT_MS },
    },
    redisUrl: config.REDIS_URL,
    memberCodeSecrets: config.MEMBER_CODE_SECRETS,
    policy: {
      offlineHoldPoints: config.OFFLINE_HOLD_POINTS,
      offlineBalanceMs: config.OFFLINE_BALANCE_MS,
      overdraftPoints: config.REFUND_OVERDRAFT_POINTS,
    },
    roundEveryMs: config.ROUND_EVERY_MS,
    log,
  }),
);
