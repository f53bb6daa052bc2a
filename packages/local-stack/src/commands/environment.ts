import { count, loadConfig, logLevel, port, redisUrl, storeUrl } from '@qsr/config';
import { z } from 'zod';
import { readRegistry } from '../registry.ts';
import { repositoryRoot } from '../repository-root.ts';
import type { StackOptions } from '../stack/options.ts';
import { storeVariable } from '../stack/plan.ts';
import { location } from './location.ts';

/** The variables of `npm start` and `npm run seed`. */
const environment = {
  ...location,
  PORT: port().default(4_000).describe('TCP port of the gateway'),
  SEED_CUSTOMERS: count().default(1_000).describe('How many customers the first start seeds'),
  REDIS_URL: redisUrl().optional().describe('A Redis to cache in; without it each process caches for itself'),
  LEGACY_LOYALTY_MODE: z.enum(['bulk', 'fanout']).default('bulk').describe('How the loyalty system is read'),
  LEGACY_PAYMENT_MODE: z.enum(['bulk', 'single']).default('bulk').describe('How the payment system is read'),
  LOG_LEVEL: logLevel().default('warn').describe('Of every part; the logs are in the data directory'),
};

/** What the environment says about a stack. Ends the process with 1 when a variable is garbage, naming all. */
export const optionsFromEnvironment = async (): Promise<StackOptions> => {
  const names = (await readRegistry(repositoryRoot)).map(({ name }) => name);
  const stores = Object.fromEntries(names.map((name) => [storeVariable(name), storeUrl().optional()]));
  const config = loadConfig('local-stack', { ...stores, ...environment });
  const chosen: Readonly<Record<string, unknown>> = config;
  return {
    dataDirectory: config.DATA_DIR,
    port: config.PORT,
    customers: config.SEED_CUSTOMERS,
    redisUrl: config.REDIS_URL,
    loyaltyMode: config.LEGACY_LOYALTY_MODE,
    paymentMode: config.LEGACY_PAYMENT_MODE,
    stores: Object.fromEntries(
      names.flatMap((name) => {
        const url = chosen[storeVariable(name)];
        return typeof url === 'string' ? [[name, url]] : [];
      }),
    ),
  };
};
