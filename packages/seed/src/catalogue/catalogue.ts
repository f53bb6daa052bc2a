import type { Id } from '../facts/common.ts';
import type { ContentFact } from '../facts/content.ts';
import type { ProgramFact, RewardFact } from '../facts/loyalty.ts';
import type { MenuFact } from '../facts/menu.ts';
import type { OfferFact } from '../facts/offers.ts';
import type { SegmentFact } from '../facts/segments.ts';
import type { StoreFact } from '../facts/stores.ts';
import { createHomeScreens } from './content/home-screens.ts';
import { createLegalDocuments } from './content/legal.ts';
import { createPages } from './content/pages.ts';
import { stableIds, type StableId } from './ids.ts';
import { createMenu } from './menu.ts';
import { createOffers } from './offers.ts';
import { program } from './program.ts';
import { createRewards } from './rewards.ts';
import { createSegments } from './segments.ts';
import { createStores } from './stores.ts';

/** Everything of the business that is not a customer's. */
export interface Catalogue {
  readonly seed: string;
  /** Milliseconds since 1970. */
  readonly anchor: number;
  readonly id: StableId;
  readonly stores: readonly StoreFact[];
  readonly menu: MenuFact;
  readonly offers: readonly OfferFact[];
  readonly segments: readonly SegmentFact[];
  readonly program: ProgramFact;
  readonly rewards: readonly RewardFact[];
  readonly content: ContentFact;
  readonly offerById: ReadonlyMap<Id, OfferFact>;
}

export const createCatalogue = (seed: string, anchor: number): Catalogue => {
  const id = stableIds(seed);
  const stores = createStores(id);
  const offers = createOffers(id, anchor);
  return {
    seed,
    anchor,
    id,
    stores,
    menu: createMenu(id, stores),
    offers,
    segments: createSegments(id, { stores, anchor }),
    program,
    rewards: createRewards(id),
    content: {
      homeScreens: createHomeScreens({ id, anchor, offers, stores }),
      pages: createPages(id, anchor),
      legalDocuments: createLegalDocuments(id, anchor),
    },
    offerById: new Map(offers.map((offer) => [offer.id, offer])),
  };
};
