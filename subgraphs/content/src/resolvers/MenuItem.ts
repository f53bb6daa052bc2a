import type { MenuItemResolvers } from '../generated/resolvers.ts';
import { copyOf, presented } from './presentation.ts';

export const MenuItem: MenuItemResolvers = {
  ...presented('MenuItem'),
  allergens: async (item, _args, context) => (await copyOf('MenuItem', item, context))?.food?.allergens ?? null,
  nutrition: async (item, _args, context) => (await copyOf('MenuItem', item, context))?.food?.nutrition ?? null,
};
