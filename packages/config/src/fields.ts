import { z } from 'zod';

const url = (name: string, protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: (issue) => `${JSON.stringify(issue.input)} is not ${name} (${protocols.join(' or ')})`,
  });

const wholeNumber = (name: string, minimum: number, maximum: number) =>
  z
    .string()
    .refine((text) => /^\d+$/.test(text) && Number(text) >= minimum && Number(text) <= maximum, {
      error: (issue) => `${JSON.stringify(issue.input)} is not ${name} from ${String(minimum)} to ${String(maximum)}`,
    })
    .transform(Number);

/** TCP port; 0 lets the system choose. */
export const port = () => wholeNumber('a port', 0, 65_535);

/** Duration in milliseconds, at most one day. */
export const milliseconds = () => wholeNumber('a whole number of milliseconds', 1, 86_400_000);

/** A count of things, 1 to one million. */
export const count = () => wholeNumber('a whole number of things', 1, 1_000_000);

/** http or https URL. */
export const httpUrl = () => url('an HTTP URL', ['http:', 'https:']);

/** redis or rediss URL. */
export const redisUrl = () => url('a Redis URL', ['redis:', 'rediss:']);

/** `dynamodb://…` or `mongodb://…` (which may name several hosts); see packages/store for the whole form. */
export const storeUrl = () =>
  z.string().regex(/^(dynamodb|dynamodb\+http|mongodb|mongodb\+srv):\/\/[^\s/]+\/\S+$/, {
    error: (issue) =>
      `${JSON.stringify(issue.input)} is not a store URL (dynamodb://region/prefix or mongodb://host/database)`,
  });

/** `sns://region/prefix`, or `sns+http://host:port/prefix` for an emulator. */
export const busUrl = () =>
  z.string().regex(/^(sns|sns\+http):\/\/[^\s/]+\/[\w-]+$/, {
    error: (issue) => `${JSON.stringify(issue.input)} is not the URL of a bus (sns://region/prefix)`,
  });

/** Some of `allowed`, separated by commas; `name` is what one of them is called, with its article. */
export const listOf = <Value extends string>(name: string, allowed: readonly Value[]) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .refine((parts): parts is Value[] => parts.every((part) => (allowed as readonly string[]).includes(part)), {
      error: (issue) =>
        `${JSON.stringify((issue.input as readonly string[]).join(','))} holds something that is not ${name} (${allowed.join(', ')})`,
    });

/** A shared secret of at least 32 characters. Several, separated by commas, allow rotation: the first one signs. */
export const secrets = () =>
  z
    .string()
    .transform((text) => text.split(',').map((secret) => secret.trim()))
    .refine((list) => list.every((secret) => secret.length >= 32), {
      error: 'every secret needs at least 32 characters (separate several with commas; the first one signs)',
    });

/** The user and the password of a legacy system, separated by a colon; `form` names them, for example `user:secret`. */
export const credentials = (form: string) => z.string().regex(/^[^:]+:.+$/, `it has the form ${form}`);

/** `true` or `false`. */
export const flag = () =>
  z
    .enum(['true', 'false'], { error: (issue) => `${JSON.stringify(issue.input)} is neither true nor false` })
    .transform((text) => text === 'true');

/** pino's level names. */
export const logLevel = () =>
  z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
    error: (issue) =>
      `${JSON.stringify(issue.input)} is not a log level (trace, debug, info, warn, error, fatal, silent)`,
  });
