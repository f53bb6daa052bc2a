import { cartsTable } from './carts.ts';
import { menuCategoriesTable } from './menu-categories.ts';
import { menuItemsTable } from './menu-items.ts';
import { modifierGroupsTable, modifiersTable } from './modifiers.ts';
import { ordersTable } from './orders.ts';
import { paymentProfilesTable } from './payment-profiles.ts';
import { quotesTable } from './quotes.ts';
import { refundPlacesTable } from './refund-places.ts';
import { storesTable } from './stores.ts';

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
];
