import { logLevel, milliseconds, port, secrets } from '@qsr/config';
import { z } from 'zod';

/** The environment that every subgraph reads besides its own. */
export const subgraphEnvironment = {
  PORT: port().default(0).describe('TCP port to listen on; 0 lets the system choose'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on'),
  VIEWER_SECRETS: secrets().describe(
    'Secrets shared with the gateway, at least 32 characters each; several for rotation',
  ),
  LOG_LEVEL: logLevel().default('info').describe('trace, debug, info, warn, error, fatal or silent'),
  DRAIN_MS: milliseconds().default(10_000).describe('How long work in flight may take after SIGTERM, in ms'),
};
