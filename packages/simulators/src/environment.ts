import { credentials, logLevel, milliseconds, port } from '@qsr/config';
import { z } from 'zod';

/** The environment of every simulator. */
const commonEnvironment = {
  PORT: port().default(0).describe('TCP port of the API; 0 lets the system choose'),
  ADMIN_PORT: port().default(0).describe('TCP port of the admin port; 0 lets the system choose'),
  BOOK: z.string().min(1).describe('SQLite file of the book, made if absent'),
  CREDENTIALS: credentials('integration:secret').describe('integration:secret that clients send as HTTP Basic'),
  LOG_LEVEL: logLevel().default('info').describe('trace, debug, info, warn, error, fatal or silent'),
  DRAIN_MS: milliseconds().default(3_000).describe('How long closing may take, in ms'),
};

/** The environment of the two legacy systems. */
export const simulatorEnvironment = {
  ...commonEnvironment,
  MODE: z
    .enum(['bulk', 'faithful', 'single', 'fanout'], 'it is none of bulk, faithful, single, fanout')
    .default('faithful')
    .describe('bulk adds the batch reads under ext/bulk; the others are synonyms for the system as it is'),
};

/** What the payment simulator reads besides. */
export const paymentEnvironment = {
  ...simulatorEnvironment,
  SETTLE_EVERY_MS: milliseconds().optional().describe('Settles by itself this often, in ms; else on demand only'),
};

/** What the POS simulator reads. */
export const posEnvironment = {
  ...commonEnvironment,
  AUTOMATIC_MS: milliseconds()
    .optional()
    .describe('Accepts by itself and completes an order within so many ms; else on demand only'),
};
