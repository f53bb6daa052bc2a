import type { OfferEffectResolvers } from '../generated/resolvers.ts';

export const OfferEffect: OfferEffectResolvers = {
  menuItems: ({ menuItemIds }) => menuItemIds?.map((id) => ({ id })) ?? null,
};
