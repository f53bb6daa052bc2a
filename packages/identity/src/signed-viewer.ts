import { AppError } from '@qsr/errors';
import { jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { keyFinder, signingKey } from './secret-keys.ts';
import type { Viewer, ViewerKind } from './viewer.ts';

/** The request header from gateway to subgraph. */
export const VIEWER_HEADER = 'x-viewer';

/** What the gateway vouches for: who asks, and whether the subgraph is to report its calls. */
export interface SignedViewer {
  readonly viewer: Viewer;
  readonly trace: boolean;
}

/** Makes the header's value. */
export type ViewerSigner = (signed: SignedViewer) => Promise<string>;

/** Reads the header. Throws `AppError` `GATEWAY_ONLY` for everything a gateway with our secrets did not sign just now. */
export type ViewerVerifier = (header: string | undefined) => Promise<SignedViewer>;

/** Names in the token that keep it apart from other uses of the same secrets. */
const ISSUER = 'gateway';
const AUDIENCE = 'subgraph';
const CLOCK_TOLERANCE_SECONDS = 5;
const KINDS: readonly string[] = ['guest', 'customer', 'staff', 'client'] satisfies ViewerKind[];

const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string';

const isViewer = (value: unknown): value is Viewer => {
  const { kind, subject, customerId, scopes } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof kind === 'string' &&
    KINDS.includes(kind) &&
    isTextOrNull(subject) &&
    isTextOrNull(customerId) &&
    Array.isArray(scopes) &&
    scopes.every((scope) => typeof scope === 'string')
  );
};

const signedViewerOf = ({ viewer, trace }: JWTPayload): SignedViewer => {
  if (!isViewer(viewer) || typeof trace !== 'boolean') throw new Error('not a viewer');
  return { viewer, trace };
};

/** The first secret signs. `ttlMs` is the life of a signature: a little more than a request may take. */
export const createViewerSigner = (options: {
  readonly secrets: readonly string[];
  readonly ttlMs: number;
  readonly now?: () => Date;
}): ViewerSigner => {
  const { secrets, ttlMs, now = () => new Date() } = options;
  const key = signingKey(secrets);
  return ({ viewer, trace }) =>
    new SignJWT({ viewer, trace })
      .setProtectedHeader({ alg: 'HS256', kid: key.id })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setExpirationTime(new Date(now().getTime() + ttlMs))
      .sign(key.bytes);
};

/** Every secret verifies, so that a rotation needs no common moment: add the new one everywhere, then put it first. */
export const createViewerVerifier = (options: {
  readonly secrets: readonly string[];
  readonly now?: () => Date;
}): ViewerVerifier => {
  const { secrets, now = () => new Date() } = options;
  const keyById = keyFinder(secrets);
  return async (header) => {
    try {
      const { payload } = await jwtVerify(header ?? '', ({ kid }) => keyById(kid), {
        issuer: ISSUER,
        audience: AUDIENCE,
        algorithms: ['HS256'],
        requiredClaims: ['exp'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: now(),
      });
      return signedViewerOf(payload);
    } catch (cause) {
      throw new AppError('GATEWAY_ONLY', undefined, { cause });
    }
  };
};
