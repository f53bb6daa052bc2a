import type { MenuCategoryResolvers } from '../generated/resolvers.ts';

export const MenuCategory: MenuCategoryResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.menuCategories.load(id),
  items: ({ itemIds, currency }) => itemIds.map((id) => ({ id, currency })),
};
