import { AppError } from '@qsr/errors';

/** How a call of a legacy system failed. */
export type FailureKind =
  /** No connection came about: nothing has left. */
  | 'unreachable'
  | 'unauthorized'
  | 'throttled'
  /** HTTP 4xx: not taken for a call at all. */
  | 'rejected'
  | 'failed'
  | 'refused'
  | 'malformed';

/** An answer that is none. It speaks against the system, so the breaker counts it. */
export class LegacyFailure extends Error {
  override readonly name = 'LegacyFailure';
  readonly kind: FailureKind;

  constructor(kind: FailureKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

const repeatable: ReadonlySet<FailureKind> = new Set(['unreachable', 'throttled', 'failed']);

/** Whether the same read may succeed a moment later. Wrong credentials, refusals and garbage stay. */
export const isRetryable = (error: unknown): boolean => !(error instanceof LegacyFailure) || repeatable.has(error.kind);

/** The system works, and does not do this: nothing that a breaker should know about. */
export const isRefusal = (error: unknown): boolean => error instanceof LegacyFailure && error.kind === 'refused';

/** What leaves this package; the reason stays inside as its cause. */
export const toAppError = (service: string, cause: unknown): AppError =>
  cause instanceof AppError ? cause : new AppError('DOWNSTREAM_UNAVAILABLE', undefined, { service, cause });
