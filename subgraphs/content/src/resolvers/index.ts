import type { ResolverMap } from '@qsr/subgraph';
import type {
  LoyaltyRewardResolvers,
  MenuCategoryResolvers,
  ModifierGroupResolvers,
  ModifierResolvers,
  OfferResolvers,
  StoreResolvers,
} from '../generated/resolvers.ts';
import { ContentPage } from './ContentPage.ts';
import { HomeScreen } from './HomeScreen.ts';
import { LegalDocument } from './LegalDocument.ts';
import { MenuItem } from './MenuItem.ts';
import { presented } from './presentation.ts';
import { Query } from './Query.ts';

const LoyaltyReward: LoyaltyRewardResolvers = presented('LoyaltyReward');
const MenuCategory: MenuCategoryResolvers = presented('MenuCategory');
const Modifier: ModifierResolvers = presented('Modifier');
const ModifierGroup: ModifierGroupResolvers = presented('ModifierGroup');
const Offer: OfferResolvers = presented('Offer');
const Store: StoreResolvers = presented('Store');

/** Every type with resolvers of its own; all other fields are read off the object that stands behind their type. */
export const resolvers: ResolverMap = {
  ContentPage,
  HomeScreen,
  LegalDocument,
  LoyaltyReward,
  MenuCategory,
  MenuItem,
  Modifier,
  ModifierGroup,
  Offer,
  Query,
  Store,
};
