import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';

/** Times in ms. */
export interface KeySetOptions {
  readonly jwksUri: string;
  /** For how long keys that cannot be refreshed keep working. */
  readonly maxAgeMs: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Called with the reason when keys can no longer be fetched, and with undefined when they can again. */
  readonly onChange: (problem: Error | undefined) => void;
}

/** Nobody can say whether a token is good: the keys could not be fetched, and those known are none, too old or others. */
export class KeysUnavailable extends Error {}

/** The keys of one answer of the provider. */
export type Keys = JWTVerifyGetKey;

/** Age in ms after which keys are fetched again, in the background. */
const REFRESH_AFTER_MS = 10 * 60_000;
/** Pauses in ms after a fetch, before the next one … */
const PAUSE_MS = {
  /** … in the background, so that a provider in trouble is not asked once per request. */
  refresh: 15_000,
  /** … for an unknown key id: a flood of made-up ids is not passed on. */
  unknownKey: 5_000,
  /** … while there are no keys, and requests fail for want of them. */
  noKeys: 1_000,
};
/** A provider that does not answer must not hold requests up for longer than this, in ms. */
const FETCH_TIMEOUT_MS = 2_000;

const isKeySet = (body: unknown): body is JSONWebKeySet =>
  typeof body === 'object' && body !== null && 'keys' in body && Array.isArray(body.keys);

const fetchKeys = async (jwksUri: string): Promise<Keys> => {
  const response = await fetch(jwksUri, { redirect: 'error', signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${jwksUri} answered ${response.status}`);
  const body: unknown = await response.json();
  if (!isKeySet(body)) throw new Error(`${jwksUri} answered something that is no key set`);
  return createLocalJWKSet(body);
};

/**
 * The keys of one issuer. jose's own remote set refuses every token as soon as its cache is old and the provider is down;
 * here old keys keep working for `maxAgeMs` and are refreshed without making a request wait. An unknown key id asks the
 * provider, at most every five seconds, so that a new key works soon after it is published; a key that was withdrawn
 * works for ten minutes more, and for as long as the provider cannot be asked.
 */
export class KeySet {
  readonly #options: KeySetOptions;
  #keys: Keys | undefined;
  #fetchedAt = Number.NEGATIVE_INFINITY;
  #triedAt = Number.NEGATIVE_INFINITY;
  #problem: Error | undefined;
  #fetching: Promise<void> | undefined;

  constructor(options: KeySetOptions) {
    this.#options = options;
  }

  /** The key of a token, for `jwtVerify`. Rejects with `KeysUnavailable`, or with jose's error for a key that is not known. */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    const known = this.usable() ?? (await this.#newest(PAUSE_MS.noKeys));
    try {
      return await known(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      const newest = await this.#newest(PAUSE_MS.unknownKey);
      if (newest === known) throw error;
      return newest(header, token);
    }
  };

  /** The keys that may be used now: the same object until they are fetched anew, which this starts when they are old. */
  usable(): Keys | undefined {
    const { now, maxAgeMs } = this.#options;
    const age = now() - this.#fetchedAt;
    if (age > maxAgeMs) return undefined;
    if (age > REFRESH_AFTER_MS) void this.#refresh(PAUSE_MS.refresh);
    return this.#keys;
  }

  async #newest(pauseMs: number): Promise<Keys> {
    await this.#refresh(pauseMs);
    if (this.#keys === undefined || this.#problem !== undefined) {
      throw new KeysUnavailable('the keys of the issuer cannot be fetched', { cause: this.#problem });
    }
    return this.#keys;
  }

  /** Never rejects. One fetch at a time, which everybody waits for, and none so soon after the last one. */
  async #refresh(pauseMs: number): Promise<void> {
    if (this.#fetching === undefined && this.#options.now() - this.#triedAt < pauseMs) return;
    await (this.#fetching ??= this.#fetch());
  }

  async #fetch(): Promise<void> {
    const { jwksUri, now } = this.#options;
    try {
      this.#keys = await fetchKeys(jwksUri);
      this.#fetchedAt = now();
      this.#report(undefined);
    } catch (error) {
      this.#report(error instanceof Error ? error : new Error(String(error)));
    } finally {
      this.#triedAt = now();
      this.#fetching = undefined;
    }
  }

  #report(problem: Error | undefined): void {
    const isNews = (problem === undefined) !== (this.#problem === undefined);
    this.#problem = problem;
    if (isNews) this.#options.onChange(problem);
  }
}
