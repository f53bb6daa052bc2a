import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';

/** `maxAgeMs`: for how long keys that cannot be refreshed keep working. `now`: ms since the epoch. */
export interface KeySetOptions {
  readonly maxAgeMs: number;
  readonly now: () => number;
}

/** Age in ms after which keys are fetched again, in the background. */
const REFRESH_AFTER_MS = 10 * 60_000;
/** Pause in ms between background attempts, so that a provider in trouble is not asked once per request. */
const REFRESH_PAUSE_MS = 15_000;
/** Pause in ms between questions for unknown key ids: a flood of made-up ids is not passed on. */
const UNKNOWN_KEY_PAUSE_MS = 5_000;
/** A provider that does not answer must not hold requests up for longer than this, in ms. */
const FETCH_TIMEOUT_MS = 2_000;

const isKeySet = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'keys' in body && Array.isArray(body.keys);

/**
 * The keys of one issuer. jose alone refuses every token as soon as its cache is old and the provider is down; here old
 * keys keep working for `maxAgeMs` and are refreshed without making a request wait. An unknown key id always asks the
 * provider, so that a key rotation is seen at once, and fails when it cannot be asked.
 */
export const createKeySet = (jwksUri: string, { maxAgeMs, now }: KeySetOptions): JWTVerifyGetKey => {
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let attemptedAt = Number.NEGATIVE_INFINITY;

  const remote = createRemoteJWKSet(new URL(jwksUri), {
    cacheMaxAge: Number.POSITIVE_INFINITY,
    cooldownDuration: UNKNOWN_KEY_PAUSE_MS,
    timeoutDuration: FETCH_TIMEOUT_MS,
    [customFetch]: async (url, options) => {
      attemptedAt = now();
      const response = await fetch(url, options);
      if (response.ok && isKeySet(await response.clone().json())) fetchedAt = now();
      return response;
    },
  });

  const refreshInBackground = (): void => {
    if (remote.reloading || now() - attemptedAt < REFRESH_PAUSE_MS) return;
    // A failure shows when the keys are too old; until then the cached ones are the answer.
    remote.reload().catch(() => undefined);
  };

  return async (header, token) => {
    const age = now() - fetchedAt;
    if (age > maxAgeMs) await remote.reload();
    else if (age > REFRESH_AFTER_MS) refreshInBackground();
    return remote(header, token);
  };
};
