import type { StoreSession } from '@qsr/store';
import { claimsTable, inboxTable } from '@qsr/subgraph/writing';
import { cartRepository, cartsTable } from './carts.ts';
import { cursorRepository, cursorsTable } from './cursors.ts';
import { menuCategoriesTable, menuCategoryRepository } from './menu-categories.ts';
import { menuItemRepository, menuItemsTable } from './menu-items.ts';
import { modifierGroupRepository, modifierGroupsTable, modifierRepository, modifiersTable } from './modifiers.ts';
import { orderRepository, ordersTable } from './orders.ts';
import { paymentProfileRepository, paymentProfilesTable } from './payment-profiles.ts';
import { quoteRepository, quotesTable } from './quotes.ts';
import { refundPlaceRepository, refundPlacesTable } from './refund-places.ts';
import { storeRepository, storesTable } from './stores.ts';

/** Every table of this subgraph; created at start where missing. */
export const tables = [
  storesTable,
  menuCategoriesTable,
  menuItemsTable,
  modifierGroupsTable,
  modifiersTable,
  cartsTable,
  quotesTable,
  ordersTable,
  refundPlacesTable,
  paymentProfilesTable,
  cursorsTable,
  claimsTable,
  inboxTable,
];

/** The repositories of one request. */
export const createRepositories = (session: StoreSession) => ({
  stores: storeRepository(session),
  menuCategories: menuCategoryRepository(session),
  menuItems: menuItemRepository(session),
  modifierGroups: modifierGroupRepository(session),
  modifiers: modifierRepository(session),
  carts: cartRepository(session),
  quotes: quoteRepository(session),
  orders: orderRepository(session),
  refundPlaces: refundPlaceRepository(session),
  paymentProfiles: paymentProfileRepository(session),
  cursors: cursorRepository(session),
});

export type Repositories = ReturnType<typeof createRepositories>;
