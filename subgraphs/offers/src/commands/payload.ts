import { callError, userError, type UserError } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import type { ActivationProblem } from '../domain/activation.ts';
import { customerOfferId } from '../domain/customer-offer.ts';
import type { IneligibilityReason } from '../domain/eligibility.ts';
import type { OfferErrorCode } from '../generated/resolvers.ts';

/** An expected refusal; `reasons` with NOT_ELIGIBLE and where a cap is what stands in the way. */
export type OfferError = UserError<OfferErrorCode> & { readonly reasons: readonly IneligibilityReason[] | null };

/**
 * What a mutation answers, and what is remembered of it: which entity it is about, if it may be named, and why it was
 * refused.
 */
export type Payload = { readonly id: string | null; readonly userErrors: readonly OfferError[] };

export const offerError = (
  error: UserError<OfferErrorCode>,
  reasons: readonly IneligibilityReason[] | null = null,
): OfferError => ({ ...error, reasons });

export const done = (id: string): Payload => ({ id, userErrors: [] });

export const refused = (error: OfferError, id: string | null = null): Payload => ({ id, userErrors: [error] });

const sentences: Readonly<Record<ActivationProblem['code'], string>> = {
  NOT_FOUND: 'There is no such offer.',
  ALREADY_ACTIVATED: 'This offer is in your wallet already.',
  NOT_ELIGIBLE: 'You cannot have this offer at the moment.',
  CAP_REACHED: 'This offer has been used as often as it may be.',
};

/** Why an offer cannot be activated, as a user error about a member of the input. */
export const activationError = (problem: ActivationProblem, field: string): OfferError =>
  offerError(userError(problem.code, sentences[problem.code], field), 'reasons' in problem ? problem.reasons : null);

/** What a call of the kit ended with. */
export type Ended = { readonly kind: string } | { readonly kind: 'done'; readonly outcome: Payload };

/** The payload of a call, also of one that got no answer of its own. */
export const payloadOf = (result: Ended): Payload => {
  if ('outcome' in result) return result.outcome;
  return refused(offerError(callError(result) ?? userError('NOT_FOUND', sentences.NOT_FOUND)));
};

/** The id of an offer of the signed-in customer. */
export const ownOfferId = ({ viewer }: Pick<Context, 'viewer'>, offerId: string): string =>
  customerOfferId(viewer.customerId ?? '', offerId);
