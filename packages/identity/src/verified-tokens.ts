import { LRUCache } from 'lru-cache';
import type { KeySet, Keys } from './key-set.ts';
import type { Viewer } from './viewer.ts';

/** A viewer whose token was verified. */
export interface Verified {
  readonly viewer: Viewer;
  readonly keySet: KeySet;
  /** What `keySet` held when the token was verified. */
  readonly keys: Keys;
  /** Milliseconds since the epoch from which on the token is to be refused. */
  readonly expiresAt: number;
}

/** For how long a token is believed without another look at its signature, in ms. */
const BELIEVED_MS = 60_000;
/** Bound of everything kept, in characters of headers: some 5,000 tokens. */
const MAX_CHARACTERS = 4 * 1024 * 1024;

/**
 * Tokens that were verified a moment ago, by the exact header that brought them, so that a header that differs in one
 * character is another one. Each is believed for a minute, never beyond its own end, and only as long as its issuer's
 * keys are the ones that it was verified with.
 */
export class VerifiedTokens {
  readonly #now: () => number;
  readonly #known = new LRUCache<string, Verified & { readonly believedUntil: number }>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_verified, authorization) => authorization.length,
  });

  /** `now`: milliseconds since the epoch. */
  constructor(now: () => number) {
    this.#now = now;
  }

  find(authorization: string): Viewer | undefined {
    const known = this.#known.get(authorization);
    if (known === undefined) return undefined;
    if (this.#now() < known.believedUntil && known.keySet.usable() === known.keys) return known.viewer;
    this.#known.delete(authorization);
    return undefined;
  }

  keep(authorization: string, verified: Verified): void {
    const believedUntil = Math.min(verified.expiresAt, this.#now() + BELIEVED_MS);
    this.#known.set(authorization, { ...verified, believedUntil });
  }
}
