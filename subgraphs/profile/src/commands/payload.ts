import { callError, userError, type UserError } from '@qsr/subgraph/writing';
import type { ProfileErrorCode } from '../generated/resolvers.ts';
import type { Problem } from '../domain/person.ts';
import type { CustomerMapper } from '../mappers.ts';

export type ProfileError = UserError<ProfileErrorCode>;

/** What every mutation of a profile answers. */
export interface Payload {
  readonly customer: CustomerMapper | null;
  readonly userErrors: readonly ProfileError[];
}

/** What is remembered of an answer. */
export type Outcome = { readonly customerId: string | null; readonly userErrors: readonly ProfileError[] };

export const done = (customerId: string): Outcome => ({ customerId, userErrors: [] });

export const refused = (error: ProfileError): Outcome => ({ customerId: null, userErrors: [error] });

export const refusal = (error: ProfileError): Payload => ({ customer: null, userErrors: [error] });

/** A problem of the input as a user error. */
export const invalid = ({ field, message }: Problem): ProfileError => userError('INVALID_INPUT', message, field);

/** What a call of the kit ended with, as a payload. */
export const payloadOf = (
  result: { readonly kind: string } | { readonly kind: 'done'; readonly outcome: Outcome },
): Payload => {
  if ('outcome' in result) {
    const { customerId, userErrors } = result.outcome;
    return { customer: customerId === null ? null : { id: customerId }, userErrors };
  }
  return refusal(callError(result) ?? userError('NOT_FOUND', 'There is no such customer. Sign up first.'));
};
