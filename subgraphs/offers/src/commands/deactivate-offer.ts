import { userError } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import { partsOfId } from '../domain/customer-offer.ts';
import { entryOf, withoutActivation } from '../domain/wallet.ts';
import type { DeactivateOfferInput } from '../generated/resolvers.ts';
import { withEntries } from '../repository/customer-offers.ts';
import { changeWallet, refusal } from './change-wallet.ts';
import { done, offerError, type Payload } from './payload.ts';

/** Takes an offer back out of the signed-in customer's wallet. What a checkout has reserved stays reserved. */
export const deactivateOffer = (input: DeactivateOfferInput, context: Context): Promise<Payload> =>
  changeWallet('deactivateOffer', { input, context }, (wallet) => {
    const parts = partsOfId(input.customerOfferId);
    const entry = parts?.customerId === wallet.customerId ? entryOf(wallet.entries, parts.offerId) : null;
    if (entry?.activatedAt == null || entry.revoked) {
      const error = userError('NOT_FOUND', 'This offer is not in your wallet.', 'customerOfferId');
      return Promise.resolve(refusal(offerError(error)));
    }
    const at = context.now().toISOString();
    return Promise.resolve({
      state: withEntries(wallet, withoutActivation(wallet.entries, entry.offerId), at),
      outcome: done(input.customerOfferId),
    });
  });
