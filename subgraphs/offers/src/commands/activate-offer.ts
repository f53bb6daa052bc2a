import type { Context } from '../context.ts';
import { activationProblem } from '../domain/activation.ts';
import { withActivation } from '../domain/wallet.ts';
import { offerActivated } from '../events/publish.ts';
import type { ActivateOfferInput } from '../generated/resolvers.ts';
import { withEntries } from '../repository/customer-offers.ts';
import { candidateOf, changeWallet, refusal } from './change-wallet.ts';
import { activationError, done, ownOfferId, type Payload } from './payload.ts';

/** Puts an offer into the signed-in customer's wallet. */
export const activateOffer = (input: ActivateOfferInput, context: Context): Promise<Payload> =>
  changeWallet('activateOffer', { input, context }, async (wallet) => {
    const { offerId } = input;
    const id = ownOfferId(context, offerId);
    const candidate = await candidateOf(wallet, offerId, context);
    if (candidate === null) return refusal(activationError({ code: 'NOT_FOUND' }, 'offerId'));
    const problem = activationProblem(candidate, { now: context.now(), claiming: false });
    if (problem !== null) return refusal(activationError(problem, 'offerId'), problem.code === 'NOT_FOUND' ? null : id);
    const at = context.now().toISOString();
    return {
      state: withEntries(wallet, withActivation(wallet.entries, offerId, { at, byCode: false }), at),
      events: [offerActivated(wallet, offerId, at)],
      outcome: done(id),
    };
  });
