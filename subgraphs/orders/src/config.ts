import { credentials, httpUrl, milliseconds, storeUrl } from '@qsr/config';
import { writingEnvironment } from '@qsr/subgraph/environment';
import { z } from 'zod';

/** The environment of the orders subgraph. */
export const environment = {
  ...writingEnvironment,
  ORDERS_STORE: storeUrl().describe(
    'Where stores, menu, carts, quotes and orders are kept: dynamodb://region/prefix or mongodb://host/database',
  ),
  LEGACY_PAYMENT_URL: httpUrl().describe('Base URL of the legacy payment system, down to /cardconnect/rest'),
  LEGACY_PAYMENT_CREDENTIALS: credentials('user:secret').describe('user:secret of the legacy payment system'),
  LEGACY_PAYMENT_MERCHANT_ID: z.string().describe('Our merchant id (merchid) in the legacy payment system'),
  LEGACY_PAYMENT_MODE: z
    .enum(['bulk', 'single'], 'it is neither bulk nor single')
    .describe('bulk where the system has our batch extension, single where it reads one profile a call'),
  OFFERS_URL: httpUrl().describe('Base URL of the offers subgraph, which takes commands below /internal'),
  LOYALTY_URL: httpUrl().describe('Base URL of the loyalty subgraph, which takes commands below /internal'),
  POS_URL: httpUrl().describe('Base URL of the point of sale, the tills and kitchens of the restaurants'),
  POS_CREDENTIALS: credentials('user:secret').describe('user:secret of the point of sale'),
  PAYMENT_HORIZON_MS: milliseconds()
    .default(30_000)
    .describe('How long an authorisation without an answer is asked for before it is given up and voided, in ms'),
  CHECKOUT_LIMIT_MS: milliseconds()
    .default(600_000)
    .describe('How long a restaurant may take to accept an order before it is called off, in ms'),
};
