import { createHash } from 'node:crypto';
import type { Viewer } from '@qsr/identity';

/** One call of a mutation: who, what, under which key. `input` as the client sent it. */
export interface MutationCall {
  readonly viewer: Viewer;
  /** Name of the mutation's field. */
  readonly mutation: string;
  readonly input: { readonly idempotencyKey: string };
}

/** A call as it is remembered. */
export interface CallFingerprint {
  /** Stands for (subject, mutation, key). */
  readonly key: string;
  /** Stands for everything else of the input. */
  readonly input: string;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** JSON whose members are sorted, so that their order makes no difference; absent and undefined are the same. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, member]) => [name, canonical(member)]),
  );
};

/** Callers without a token are told apart by their keys alone. */
const subjectOf = ({ customerId, subject }: Viewer): string => customerId ?? subject ?? '';

/** What the call is recognised by. */
export const fingerprintOf = ({ viewer, mutation, input }: MutationCall): CallFingerprint => {
  const { idempotencyKey, ...rest } = input;
  return {
    key: digest(JSON.stringify([viewer.kind, subjectOf(viewer), mutation, idempotencyKey])),
    input: digest(JSON.stringify(canonical(rest))),
  };
};

const longestKey = 256;
/** 22 characters of base64 hold 128 bits; whoever repeats a few characters did not draw them by chance. */
const shortestGuestKey = 22;
const fewestKinds = 10;

/** What is wrong with the key of a call, in a sentence for a person; null when nothing is. */
export const keyProblem = ({ viewer, input: { idempotencyKey: key } }: MutationCall): string | null => {
  if (key === '' || key.length > longestKey) return `The idempotency key must have 1 to ${longestKey} characters.`;
  if (viewer.kind !== 'guest') return null;
  return key.length >= shortestGuestKey && new Set(key).size >= fewestKinds
    ? null
    : 'Without a token the idempotency key needs at least 128 random bits, for example a random UUID.';
};
