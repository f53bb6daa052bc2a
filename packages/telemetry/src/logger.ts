import { pino, type Logger } from 'pino';

export type { Logger };

/** Names whose values never reach a log, at any depth of two. Contact data and credentials only; ids are pseudonymous. */
const redacted = ['authorization', 'cookie', 'token', 'secret', 'password', 'email', 'phone', 'address', 'contact'];

/** A JSON logger on stdout, one per process. */
export const createLogger = (service: string, level: string): Logger =>
  pino({
    name: service,
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: redacted.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
  });
