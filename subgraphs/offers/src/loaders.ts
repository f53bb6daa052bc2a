import { itemLoader, type ItemLoader } from '@qsr/subgraph';
import type { Repositories } from './repository/index.ts';
import type { OfferItem, StoredOffer } from './repository/offers.ts';

/** The released offers, read once a request by whoever asks first; then they are known by id as well. */
const releasedOffers = ({ offers }: Repositories, byId: ItemLoader<OfferItem>): (() => Promise<StoredOffer[]>) => {
  let reading: Promise<StoredOffer[]> | undefined;
  const read = async (): Promise<StoredOffer[]> => {
    const released = await offers.released();
    for (const offer of released) byId.prime(offer.id, offer);
    return released;
  };
  return () => (reading ??= read());
};

/** One loader an access pattern by key. */
export const createLoaders = (repositories: Repositories) => {
  const offers = itemLoader(repositories.offers.table);
  return {
    offers,
    releasedOffers: releasedOffers(repositories, offers),
    offerUsage: itemLoader(repositories.offerUsage.table),
    customerOffers: itemLoader(repositories.customerOffers.table),
    customerStandings: itemLoader(repositories.customerStandings.table),
    redemptions: itemLoader(repositories.redemptions.table),
    storeScopes: itemLoader(repositories.storeScopes.table),
    offerExports: itemLoader(repositories.offerExports.table),
  };
};

export type Loaders = ReturnType<typeof createLoaders>;
