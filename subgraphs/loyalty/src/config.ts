import { count, credentials, httpUrl, milliseconds, redisUrl, secrets, storeUrl } from '@qsr/config';
import { writingEnvironment } from '@qsr/subgraph/environment';
import { z } from 'zod';

/** The environment of the loyalty subgraph. */
export const environment = {
  ...writingEnvironment,
  LOYALTY_STORE: storeUrl().describe(
    'Where accounts and the ledger are kept: dynamodb://region/prefix or mongodb://host/database',
  ),
  LEGACY_LOYALTY_URL: httpUrl().describe('Base URL of the legacy loyalty system, down to its release'),
  LEGACY_LOYALTY_CREDENTIALS: credentials('integration:secret').describe(
    'integration:secret of the legacy loyalty system',
  ),
  LEGACY_LOYALTY_MERCHANT_ID: z
    .string()
    .regex(/^\d{1,9}$/, 'it has up to nine digits')
    .describe('Our number in the legacy loyalty system'),
  LEGACY_LOYALTY_MODE: z
    .enum(['bulk', 'fanout'], 'it is neither bulk nor fanout')
    .describe('bulk where the system has our batch extension, fanout where it reads one account a call'),
  LEGACY_LOYALTY_TIMEOUT_MS: milliseconds()
    .default(800)
    .describe('How long a balance may take, repetitions included, before the last known one is shown, in ms'),
  REDIS_URL: redisUrl().optional().describe('Where balances are kept for 30 s; without it, in this process'),
  OFFLINE_HOLD_POINTS: count()
    .default(500)
    .describe('How many points a checkout may hold while the legacy loyalty system is down'),
  OFFLINE_BALANCE_MS: milliseconds().default(900_000).describe('How old the last known balance may be for that, in ms'),
  REFUND_OVERDRAFT_POINTS: count()
    .default(2_000)
    .describe('How far below zero a refund may take a balance whose points are spent'),
  ROUND_EVERY_MS: milliseconds()
    .default(86_400_000)
    .describe('Pause between two rounds of an account (expiry, tier, reconciliation), in ms'),
  MEMBER_CODE_SECRETS: secrets().describe(
    'Secrets that sign member codes, at least 32 characters each; several for rotation',
  ),
};
