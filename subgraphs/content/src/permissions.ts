import { everyone, withScope, type PermissionTree } from '@qsr/subgraph';

/** Content is made to be read by everyone; only what is not published yet is not. */
export const permissions: PermissionTree = {
  Query: {
    homeScreen: everyone,
    page: everyone,
    legalDocument: everyone,
    previewHomeScreen: withScope('content:preview'),
  },
  CallToAction: everyone,
  ContentPage: everyone,
  HeroBanner: everyone,
  HomeScreen: everyone,
  LabelPresentation: everyone,
  LegalDocument: everyone,
  LoyaltyPanel: everyone,
  LoyaltyReward: everyone,
  Media: everyone,
  MenuCategory: everyone,
  MenuHighlights: everyone,
  MenuItem: everyone,
  MenuItemPresentation: everyone,
  Modifier: everyone,
  ModifierGroup: everyone,
  NutritionFacts: everyone,
  Offer: everyone,
  OfferCarousel: everyone,
  OfferPresentation: everyone,
  RewardPresentation: everyone,
  Store: everyone,
  StorePresentation: everyone,
  TextPanel: everyone,
};
