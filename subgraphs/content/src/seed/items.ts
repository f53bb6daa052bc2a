import type { ContentPageFact, HomeModuleFact, HomeScreenFact, LegalDocumentFact, World } from '@qsr/seed';
import { slotKey } from '../domain/slot.ts';
import type { CopyItem } from '../repository/copies.ts';
import { draftSlot, type HomeScreenItem, type ModuleRecord } from '../repository/home-screens.ts';
import { seriesOf, type LegalDocumentItem } from '../repository/legal-documents.ts';
import type { PageItem } from '../repository/pages.ts';

const asReference = (id: string) => ({ id });

const moduleRecord = (module: HomeModuleFact): ModuleRecord => {
  const { id } = module;
  switch (module.type) {
    case 'HERO_BANNER': {
      const { title, subtitle, image, callToAction } = module;
      return { __typename: 'HeroBanner', id, title, subtitle, image, callToAction };
    }
    case 'OFFER_CAROUSEL':
      return { __typename: 'OfferCarousel', id, title: module.title, offers: module.offerIds.map(asReference) };
    case 'MENU_HIGHLIGHTS':
      return { __typename: 'MenuHighlights', id, title: module.title, items: module.itemIds.map(asReference) };
    case 'LOYALTY_PANEL':
      return { __typename: 'LoyaltyPanel', id, title: module.title, guestTitle: module.guestTitle };
    case 'TEXT_PANEL':
      return { __typename: 'TextPanel', id, title: module.title, body: module.body };
  }
};

/** A screen as it is stored. */
export const homeScreenItem = ({ id, revision, modules, ...screen }: HomeScreenFact): HomeScreenItem => {
  const slot = slotKey(screen);
  return {
    slot: screen.publishedAt === null ? draftSlot(slot, revision) : slot,
    id,
    locale: screen.locale,
    publishedAt: screen.publishedAt,
    modules: modules.map(moduleRecord),
  };
};

/** A page as it is stored. */
export const pageItem = (page: ContentPageFact): PageItem => page;

/** A version of a legal text as it is stored. */
export const legalDocumentItem = ({ version, ...document }: LegalDocumentFact): LegalDocumentItem => ({
  ...document,
  edition: version,
  series: seriesOf(document.type, document.locale),
});

/** The copy of everything that the business sells or promises. */
export const copyItems = ({ offers, rewards, menu, stores }: World): CopyItem[] => {
  const groups = menu.modifierGroups;
  return [
    ...offers.map(({ id, copy }): CopyItem => ({ id, kind: 'Offer', copy })),
    ...rewards.map(({ id, copy }): CopyItem => ({ id, kind: 'LoyaltyReward', copy })),
    ...menu.items.map(({ id, copy, allergens, nutrition }): CopyItem => ({
      id,
      kind: 'MenuItem',
      copy,
      food: { allergens, nutrition },
    })),
    ...stores.map(({ id, copy }): CopyItem => ({ id, kind: 'Store', copy })),
    ...menu.categories.map(({ id, copy }): CopyItem => ({ id, kind: 'MenuCategory', copy })),
    ...groups.map(({ id, copy }): CopyItem => ({ id, kind: 'ModifierGroup', copy })),
    ...groups.flatMap(({ modifiers }) => modifiers.map(({ id, copy }): CopyItem => ({ id, kind: 'Modifier', copy }))),
  ];
};
