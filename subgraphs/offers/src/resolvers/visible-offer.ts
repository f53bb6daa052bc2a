import { hasScope } from '@qsr/identity';
import type { Context } from '../context.ts';
import { offerStatus } from '../domain/offer.ts';
import type { StoredOffer } from '../repository/offers.ts';

/**
 * An offer by its id; null for an unknown one, and for one that does not run unless marketing asks. `CustomerOffer.offer`
 * does not come this way: a customer's wallet shows what they used even when it is over.
 */
export const visibleOffer = async (
  id: string,
  { loaders, viewer, now }: Pick<Context, 'loaders' | 'viewer' | 'now'>,
): Promise<StoredOffer | null> => {
  const offer = await loaders.offers.load(id);
  if (offer === null || hasScope(viewer, 'marketing:read')) return offer;
  return offerStatus(offer, now()) === 'LIVE' ? offer : null;
};
