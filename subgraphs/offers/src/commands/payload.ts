import type { Json } from '@qsr/store';
import { callError, userError, type UserError } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import type { ActivationProblem } from '../domain/activation.ts';
import { customerOfferId } from '../domain/customer-offer.ts';
import type { IneligibilityReason } from '../domain/eligibility.ts';
import type { OfferErrorCode } from '../generated/resolvers.ts';

/** An expected refusal; `reasons` with NOT_ELIGIBLE and where a cap is what stands in the way. */
export interface OfferError extends UserError<OfferErrorCode> {
  readonly reasons: readonly IneligibilityReason[] | null;
}

/** What a mutation answers: which entity it is about, if it may be named, and why it was refused. */
export interface Payload {
  readonly id: string | null;
  readonly userErrors: readonly OfferError[];
}

/** What is remembered of an answer: which entity, and why not. */
export type Outcome = Payload & Json;

export const offerError = (
  error: UserError<OfferErrorCode>,
  reasons: readonly IneligibilityReason[] | null = null,
): OfferError => ({ ...error, reasons });

export const done = (id: string): Outcome => ({ id, userErrors: [] });

export const refused = (error: OfferError, id: string | null = null): Outcome =>
  ({ id, userErrors: [error] }) as unknown as Outcome;

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
export type Ended = { readonly kind: string } | { readonly kind: 'done'; readonly outcome: Outcome };

/** A payload without an entity. */
export const refusalOf = (error: OfferError): Payload => ({ id: null, userErrors: [error] });

/** The payload of a call, also of one that got no answer of its own. */
export const payloadOf = (result: Ended): Payload => {
  if ('outcome' in result) return result.outcome;
  return refusalOf(offerError(callError(result) ?? userError('NOT_FOUND', sentences.NOT_FOUND)));
};

/** The id of an offer of the signed-in customer. */
export const ownOfferId = ({ viewer }: Pick<Context, 'viewer'>, offerId: string): string =>
  customerOfferId(viewer.customerId ?? '', offerId);
