import { logLevel, milliseconds, port } from '@qsr/config';
import { z } from 'zod';

/** What the parts of this package read; the supervisor sets it. */
export const partEnvironment = {
  PORT: port().default(0),
  LOG_LEVEL: logLevel().default('warn'),
  DRAIN_MS: milliseconds().default(2_000),
};

/** A path of the data directory. */
export const path = () => z.string().min(1);
