import { isServedIn } from '@qsr/subgraph/dayparts';
import type { MenuResolvers } from '../generated/resolvers.ts';

export const Menu: MenuResolvers = {
  store: ({ storeId }) => ({ id: storeId }),
  categories: async ({ currency, daypart }, _args, { loaders, repositories }) => {
    const categories = await repositories.menuCategories.inMenuOrder();
    const itemIds = categories.flatMap((category) => category.itemIds);
    const items = await Promise.all(itemIds.map((id) => loaders.menuItems.load(id)));
    const served = new Set(
      items.flatMap((item) => (item !== null && isServedIn(item.dayparts, daypart) ? [item.id] : [])),
    );
    return categories
      .map((category) => ({ ...category, currency, itemIds: category.itemIds.filter((id) => served.has(id)) }))
      .filter((category) => category.itemIds.length > 0);
  },
};
