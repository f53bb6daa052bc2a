import { errorCauses } from '@apollo/federation-internals';
import type { GraphQLError } from 'graphql';
import { isRecord } from '../project/records.ts';
import type { LeftOut } from './filter.ts';

/** Why what is left after a contract's filter is no schema. */
export interface ContractFault {
  /** Of Apollo's composition, such as `REFERENCED_INACCESSIBLE`. */
  readonly code: string;
  readonly message: string;
  /** The element to change. */
  readonly coordinate: string | undefined;
}

interface Seen {
  /** What is left out, and the reason. */
  readonly left: string;
  readonly reason: string;
  /** What stays and needs it. */
  readonly user: string;
}

// Apollo speaks of @inaccessible, which the user has not written: they have tags.
const messages: Readonly<Record<string, (seen: Seen) => string>> = {
  REFERENCED_INACCESSIBLE: ({ left, reason, user }) =>
    `${user} stays and needs ${left}, which is left out: ${reason}. Leave ${user} out with a tag as well, or keep ${left}.`,
  QUERY_ROOT_TYPE_INACCESSIBLE: ({ left, reason }) =>
    `nothing is left to ask for: ${left} is left out, because ${reason}.`,
  ONLY_INACCESSIBLE_CHILDREN: ({ user }) =>
    `${user} stays, but all that is in it is left out. Leave ${user} out with a tag as well.`,
  IMPLEMENTED_BY_INACCESSIBLE: ({ left, reason, user }) =>
    `${user} of an interface stays, but ${left}, which implements it, is left out: ${reason}. Leave out both, or neither.`,
  REQUIRED_INACCESSIBLE: ({ left, reason, user }) =>
    user === left
      ? `${left} is left out (${reason}), but it is required. Make it nullable or give it a default, or keep it.`
      : `${left} of an interface is left out (${reason}), but ${user}, which implements it, stays and is required.`,
};

const first = (value: unknown): string | undefined => {
  const [item] = Array.isArray(value) ? (value as readonly unknown[]) : [];
  return typeof item === 'string' ? item : undefined;
};

const readFault = ({ message, extensions }: GraphQLError, leftOut: LeftOut): ContractFault => {
  const extra: Readonly<Record<string, unknown>> = isRecord(extensions) ? extensions : {};
  const code = typeof extra['code'] === 'string' ? extra['code'] : 'INVALID_GRAPHQL';
  const left = first(extra['inaccessible_elements']);
  const user = first(extra['inaccessible_referencers']) ?? left;
  if (left === undefined || user === undefined) return { code, message, coordinate: undefined };
  const seen = { left, user, reason: leftOut.get(left)?.text ?? 'it is @inaccessible' };
  return { code, message: messages[code]?.(seen) ?? message, coordinate: user };
};

/** Reads what Apollo's library threw when it made the schema that clients see. Throws what is no fault of a schema. */
export const readFaults = (error: unknown, leftOut: LeftOut): readonly ContractFault[] => {
  const causes = error instanceof Error ? errorCauses(error) : undefined;
  if (causes === undefined) throw error;
  return causes.map((cause) => readFault(cause, leftOut));
};
