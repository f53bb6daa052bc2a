import type { Reference } from '@qsr/subgraph';
import type { StoredHomeScreen } from './repository/home-screens.ts';
import type { StoredLegalDocument } from './repository/legal-documents.ts';
import type { StoredPage } from './repository/pages.ts';

/** What stands behind each GraphQL type: `<Type>Mapper` is what a resolver hands on as `<Type>`. */
export type HomeScreenMapper = StoredHomeScreen;
export type ContentPageMapper = StoredPage;
export type LegalDocumentMapper = StoredLegalDocument;
export type OfferMapper = Reference;
export type LoyaltyRewardMapper = Reference;
export type MenuItemMapper = Reference;
export type StoreMapper = Reference;
export type MenuCategoryMapper = Reference;
export type ModifierGroupMapper = Reference;
export type ModifierMapper = Reference;
