import { busUrl, listOf, logLevel, milliseconds, port, secrets } from '@qsr/config';
import { z } from 'zod';
import { roles } from './roles.ts';

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

/** What a subgraph that writes reads besides. */
export const writingEnvironment = {
  ...subgraphEnvironment,
  ROLES: listOf('a role', roles)
    .default([...roles])
    .describe('What this process does: api, relay, consumer, jobs; several separated by commas'),
  BUS_URL: busUrl().describe('Where events go: sns://region/prefix, or sns+http://host:port/prefix for an emulator'),
  COMMAND_SECRETS: secrets().describe(
    'Secrets that sign commands between services, at least 32 characters each; several for rotation',
  ),
};
