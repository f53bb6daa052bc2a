import { keyProblem, type MutationCall } from './call.ts';

/**
 * An expected refusal, as every payload lists them. `path` leads to the input that is wrong. A type and not an interface,
 * so that it is JSON and can be remembered.
 */
export type UserError<Code extends string = string> = {
  readonly code: Code;
  /** A sentence a person understands. */
  readonly message: string;
  readonly path: readonly string[] | null;
  /** True when the same call may succeed later. */
  readonly retryable: boolean;
};

/** `field` names the member of the input that is wrong; without it the refusal is not about one. */
export const userError = <Code extends string>(code: Code, message: string, ...field: readonly string[]) =>
  ({
    code,
    message,
    path: field.length === 0 ? null : ['input', ...field],
    retryable: false,
  }) satisfies UserError<Code>;

/** A refusal that time may lift. */
export const retryLater = <Code extends string>(code: Code, message: string, ...field: readonly string[]) => ({
  ...userError(code, message, ...field),
  retryable: true,
});

/** The key was used for another input. */
export const keyReused = () =>
  userError(
    'IDEMPOTENCY_KEY_REUSED' as const,
    'This idempotency key was used with another input before. Use a new key for a new intention.',
    'idempotencyKey',
  );

/** The first call under the key has not ended yet. */
export const inProgress = () =>
  retryLater(
    'IDEMPOTENCY_IN_PROGRESS' as const,
    'The first call with this idempotency key is still under way. Repeat this one in a moment.',
    'idempotencyKey',
  );

/** What is wrong with the key of a call; null when nothing is. */
export const keyError = (call: MutationCall) => {
  const problem = keyProblem(call);
  return problem === null ? null : userError('INVALID_INPUT' as const, problem, 'idempotencyKey');
};

/** The user error of a call that got no answer of its own; null for one that did. */
export const callError = ({ kind }: { readonly kind: string }) => {
  if (kind === 'key reused') return keyReused();
  return kind === 'in progress' ? inProgress() : null;
};

/** Whether an answer is a refusal that time may lift: it must not stick to the key of its call. */
export const isPassing = ({ userErrors }: { readonly userErrors: readonly UserError[] }): boolean =>
  userErrors.some(({ retryable }) => retryable);
