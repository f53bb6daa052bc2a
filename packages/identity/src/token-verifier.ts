import { AppError } from '@qsr/errors';
import { decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose';
import { KeySet, KeysUnavailable } from './key-set.ts';
import { VerifiedTokens } from './verified-tokens.ts';
import { guest, type Viewer, type ViewerKind } from './viewer.ts';

/** An identity provider that is trusted for one kind of caller. The kind is decided here, never by a token. */
export interface Issuer {
  readonly issuer: string;
  readonly jwksUri: string;
  readonly audience: string;
  readonly kind: Exclude<ViewerKind, 'guest'>;
}

export interface TokenVerifierOptions {
  readonly issuers: readonly Issuer[];
  readonly now?: () => Date;
  /** For how long keys keep working while their provider is down, in ms. Default: one hour. */
  readonly cacheMs?: number;
  /** Told once when the keys of an issuer can no longer be fetched, and why, and once (undefined) when they can again. */
  readonly onKeysChange?: (issuer: string, problem: Error | undefined) => void;
}

/**
 * Turns an `Authorization` header into the viewer: at once for no header, which is a guest, and for a token that was
 * verified a moment ago. Anything that does not verify rejects with `AppError` `UNAUTHENTICATED`. When that cannot be
 * told, because the issuer's keys cannot be fetched and none that are known fit, it rejects with
 * `DOWNSTREAM_UNAVAILABLE`: the token may be good, and its bearer need not sign in again.
 */
export type TokenVerifier = (authorization: string | undefined) => Viewer | Promise<Viewer>;

interface TrustedIssuer extends Issuer {
  readonly keySet: KeySet;
}

/** Asymmetric only: with a shared-secret algorithm a public key would be enough to sign. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const CLOCK_TOLERANCE_SECONDS = 5;
const CUSTOMER_ID = /^cus_[0-9A-HJKMNP-TV-Z]{26}$/;
const HOUR_MS = 3_600_000;

/** A header that has the wrong form, which its sender can be told without telling anything about tokens. */
class NoBearerToken extends Error {}

const bearerToken = (authorization: string): string => {
  const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
  if (token === undefined) throw new NoBearerToken('not a bearer token');
  return token;
};

/** Only what helps an honest client; which check a forged token failed is nobody's business. */
const messageFor = (cause: unknown): string | undefined => {
  if (cause instanceof errors.JWTExpired) return 'The bearer token has expired.';
  if (cause instanceof NoBearerToken) return 'The authorization header is not of the form "Bearer <token>".';
  return undefined;
};

const refusalFor = (cause: unknown): AppError =>
  cause instanceof KeysUnavailable
    ? new AppError('DOWNSTREAM_UNAVAILABLE', undefined, { service: 'identity-provider', cause })
    : new AppError('UNAUTHENTICATED', messageFor(cause), { cause });

/** One provider may issue for several audiences; a token that fits two entries fits none, for its kind is unclear. */
const issuerOf = (token: string, trusted: readonly TrustedIssuer[]): TrustedIssuer => {
  const { iss, aud } = decodeJwt(token);
  const audiences = [aud].flat();
  const [found, ...others] = trusted.filter(({ issuer, audience }) => issuer === iss && audiences.includes(audience));
  if (found === undefined || others.length > 0) throw new Error('not of exactly one trusted issuer and audience');
  return found;
};

const scopesOf = ({ scope }: JWTPayload): readonly string[] =>
  typeof scope === 'string' ? Object.freeze(scope.split(' ').filter((name) => name !== '')) : [];

const customerOf = (claims: JWTPayload, subject: string | null): Viewer => {
  const customerId = claims['customer_id'];
  if (typeof customerId !== 'string' || !CUSTOMER_ID.test(customerId)) throw new Error('no claim customer_id');
  return Object.freeze({ kind: 'customer', subject, customerId, scopes: Object.freeze([]) });
};

const viewerOf = (claims: JWTPayload, kind: Issuer['kind']): Viewer => {
  const subject = claims.sub ?? null;
  if (kind === 'customer') return customerOf(claims, subject);
  return Object.freeze({ kind, subject, customerId: null, scopes: scopesOf(claims) });
};

const trustedIssuers = ({ issuers, now = () => new Date(), cacheMs = HOUR_MS, onKeysChange }: TokenVerifierOptions) =>
  issuers.map((issuer): TrustedIssuer => {
    const keySet = new KeySet({
      jwksUri: issuer.jwksUri,
      maxAgeMs: cacheMs,
      now: () => now().getTime(),
      onChange: (problem) => onKeysChange?.(issuer.issuer, problem),
    });
    return { ...issuer, keySet };
  });

/**
 * Makes the verifier of a process. Keys are fetched with the first token of an issuer and shared by all requests. A token
 * of a key that was withdrawn is refused from the first request on that comes ten minutes after the last fetch of keys,
 * once those are fetched anew; while the provider is down, after `cacheMs`.
 */
export const createTokenVerifier = (options: TokenVerifierOptions): TokenVerifier => {
  const { now = () => new Date() } = options;
  const trusted = trustedIssuers(options);
  const known = new VerifiedTokens(() => now().getTime());

  const verify = async (authorization: string): Promise<Viewer> => {
    try {
      const token = bearerToken(authorization);
      const { issuer, audience, kind, keySet } = issuerOf(token, trusted);
      const keys = keySet.usable();
      const { payload } = await jwtVerify(token, keySet.find, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: now(),
      });
      const viewer = viewerOf(payload, kind);
      const expiresAt = ((payload.exp ?? 0) + CLOCK_TOLERANCE_SECONDS) * 1_000;
      if (keys !== undefined) known.keep(authorization, { viewer, keySet, keys, expiresAt });
      return viewer;
    } catch (cause) {
      throw refusalFor(cause);
    }
  };

  return (authorization) =>
    authorization === undefined ? guest : (known.find(authorization) ?? verify(authorization));
};
