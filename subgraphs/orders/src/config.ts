import { credentials, httpUrl, storeUrl } from '@qsr/config';
import { subgraphEnvironment } from '@qsr/subgraph/environment';
import { z } from 'zod';

/** The environment of the orders subgraph. */
export const environment = {
  ...subgraphEnvironment,
  ORDERS_STORE: storeUrl().describe(
    'Where stores, menu, carts, quotes and orders are kept: dynamodb://region/prefix or mongodb://host/database',
  ),
  LEGACY_PAYMENT_URL: httpUrl().describe('Base URL of the legacy payment system, down to /cardconnect/rest'),
  LEGACY_PAYMENT_CREDENTIALS: credentials('user:secret').describe('user:secret of the legacy payment system'),
  LEGACY_PAYMENT_MERCHANT_ID: z.string().describe('Our merchant id (merchid) in the legacy payment system'),
  LEGACY_PAYMENT_MODE: z
    .enum(['bulk', 'single'], 'it is neither bulk nor single')
    .describe('bulk where the system has our batch extension, single where it reads one profile a call'),
};
