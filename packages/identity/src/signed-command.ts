import { createHash } from 'node:crypto';
import { AppError } from '@qsr/errors';
import { jwtVerify, SignJWT } from 'jose';
import { keyFinder, signingKey } from './secret-keys.ts';

/** The request header of a command between two services. */
export const COMMAND_HEADER = 'x-command';

/** What is signed: the path, the body as sent, and the key under which the command has one effect. */
export interface CommandText {
  readonly path: string;
  readonly body: string;
  readonly idempotencyKey: string;
}

/** Makes the header's value. */
export type CommandSigner = (command: CommandText) => Promise<string>;

/**
 * Answers which service sent a command. Throws `AppError` `GATEWAY_ONLY` for one that no service with our secrets
 * signed just now, or that was changed on its way.
 */
export type CommandVerifier = (header: string | undefined, command: CommandText) => Promise<string>;

/** Keeps these tokens apart from other uses of secrets. */
const AUDIENCE = 'command';
const LIFE_MS = 60_000;
const CLOCK_TOLERANCE_SECONDS = 5;

const digestOf = ({ path, body, idempotencyKey }: CommandText): string =>
  createHash('sha256')
    .update(JSON.stringify([path, idempotencyKey, body]))
    .digest('base64url');

/** `caller` is the service that sends. The first secret signs. */
export const createCommandSigner = (options: {
  readonly secrets: readonly string[];
  readonly caller: string;
  readonly now?: () => Date;
}): CommandSigner => {
  const { secrets, caller, now = () => new Date() } = options;
  const key = signingKey(secrets);
  return (command) =>
    new SignJWT({ digest: digestOf(command) })
      .setProtectedHeader({ alg: 'HS256', kid: key.id })
      .setIssuer(caller)
      .setAudience(AUDIENCE)
      .setExpirationTime(new Date(now().getTime() + LIFE_MS))
      .sign(key.bytes);
};

/** Every secret verifies. */
export const createCommandVerifier = (options: {
  readonly secrets: readonly string[];
  readonly now?: () => Date;
}): CommandVerifier => {
  const { secrets, now = () => new Date() } = options;
  const keyById = keyFinder(secrets);
  return async (header, command) => {
    try {
      const { payload } = await jwtVerify(header ?? '', ({ kid }) => keyById(kid), {
        audience: AUDIENCE,
        algorithms: ['HS256'],
        requiredClaims: ['exp', 'iss'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: now(),
      });
      if (payload['digest'] !== digestOf(command)) throw new Error('another command was signed');
      return payload.iss ?? '';
    } catch (cause) {
      throw new AppError('GATEWAY_ONLY', 'This command carries no valid signature of a service.', { cause });
    }
  };
};
