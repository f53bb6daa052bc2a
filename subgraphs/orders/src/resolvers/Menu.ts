import { isServedIn } from '@qsr/subgraph/dayparts';
import type { MenuResolvers } from '../generated/resolvers.ts';

export const Menu: MenuResolvers = {
  store: ({ storeId }) => ({ id: storeId }),
  categories: async ({ currency, daypart }, _args, { loaders, repositories }) => {
    const categories = await repositories.menuCategories.inMenuOrder();
    const items = await loaders.menuItems.loadMany(categories.flatMap(({ itemIds }) => itemIds));
    const served = new Set(
      items.flatMap((item) => {
        if (item instanceof Error) throw item;
        return item !== null && isServedIn(item.dayparts, daypart) ? [item.id] : [];
      }),
    );
    return categories
      .map((category) => ({ ...category, currency, itemIds: category.itemIds.filter((id) => served.has(id)) }))
      .filter(({ itemIds }) => itemIds.length > 0);
  },
};
