import { createHmac, createSecretKey } from 'node:crypto';
import { AppError } from '@qsr/errors';
import { jwtVerify, type JWTPayload } from 'jose';
import { keyFinder, signingKey } from './secret-keys.ts';
import type { Viewer, ViewerKind } from './viewer.ts';

/** The request header from gateway to subgraph. */
export const VIEWER_HEADER = 'x-viewer';

/** What the gateway vouches for: who asks, and whether the subgraph is to report its calls. */
export interface SignedViewer {
  readonly viewer: Viewer;
  readonly trace: boolean;
}

/** Makes the header's value. The same viewer (the same object) gets the same value for a while. */
export type ViewerSigner = (signed: SignedViewer) => string;

/** Reads the header. Throws `AppError` `GATEWAY_ONLY` for everything a gateway with our secrets did not sign just now. */
export type ViewerVerifier = (header: string | undefined) => Promise<SignedViewer>;

/** Names in the token that keep it apart from other uses of the same secrets. */
const ISSUER = 'gateway';
const AUDIENCE = 'subgraph';
const CLOCK_TOLERANCE_SECONDS = 5;
/** For how long a signature is handed out again, in ms. */
const REUSE_MS = 5_000;
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

interface Signature {
  readonly header: string;
  /** Milliseconds since the epoch. */
  readonly madeAt: number;
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/**
 * The first secret signs. `ttlMs`: for how long a signature is good at least when it is handed out, a little more than a
 * request may take. It is good for at most six seconds longer.
 *
 * jose signs off the event loop, which takes twenty times as long as the signature itself. So this is done by hand here,
 * at each new viewer; what is signed is verified by jose.
 */
export const createViewerSigner = (options: {
  readonly secrets: readonly string[];
  readonly ttlMs: number;
  readonly now?: () => Date;
}): ViewerSigner => {
  const { secrets, ttlMs, now = () => new Date() } = options;
  const { id, bytes } = signingKey(secrets);
  const key = createSecretKey(bytes);
  const head = encode({ alg: 'HS256', kid: id });
  const traced = new WeakMap<Viewer, Signature>();
  const untraced = new WeakMap<Viewer, Signature>();

  const sign = ({ viewer, trace }: SignedViewer, at: number): string => {
    const exp = Math.ceil((at + ttlMs + REUSE_MS) / 1_000);
    const text = `${head}.${encode({ viewer, trace, iss: ISSUER, aud: AUDIENCE, exp })}`;
    return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
  };

  return (signed) => {
    const signatures = signed.trace ? traced : untraced;
    const known = signatures.get(signed.viewer);
    const at = now().getTime();
    if (known !== undefined && at - known.madeAt < REUSE_MS) return known.header;
    const header = sign(signed, at);
    signatures.set(signed.viewer, { header, madeAt: at });
    return header;
  };
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
