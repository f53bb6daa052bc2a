import { storedFields } from '@qsr/subgraph';
import type { Context } from '../context.ts';
import type { MenuItemResolvers } from '../generated/resolvers.ts';
import type { MenuItemMapper } from '../mappers.ts';
import { money } from './amounts.ts';

const stored = storedFields(({ loaders }: Context) => loaders.menuItems);

export const MenuItem: MenuItemResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.menuItems.load(id),
  plu: stored((item) => item.plu),
  price: async ({ id }, { storeId }, { loaders }) => {
    const [item, store] = await Promise.all([loaders.menuItems.load(id), loaders.stores.load(storeId)]);
    const price = store === null ? undefined : item?.prices[store.currency];
    return store === null || price === undefined ? null : money(price, store.currency);
  },
  available: async ({ id }, { storeId }, { loaders }) => {
    const [item, store] = await Promise.all([loaders.menuItems.load(id), loaders.stores.load(storeId)]);
    return item === null || store === null ? null : !item.unavailableStoreIds.includes(storeId);
  },
  dayparts: stored((item) => item.dayparts),
  modifierGroups: stored((item, _context, { currency }: MenuItemMapper) =>
    item.modifierGroupIds.map((id) => ({ id, currency })),
  ),
};
