import type { CustomerFact, World } from '@qsr/seed';
import { load, type Load } from '@qsr/subgraph/seeding';
import { cartsTable } from '../repository/carts.ts';
import { menuCategoriesTable } from '../repository/menu-categories.ts';
import { menuItemsTable } from '../repository/menu-items.ts';
import { modifierGroupsTable, modifiersTable } from '../repository/modifiers.ts';
import { ordersTable } from '../repository/orders.ts';
import { paymentProfilesTable } from '../repository/payment-profiles.ts';
import { quotesTable } from '../repository/quotes.ts';
import { refundPlacesTable } from '../repository/refund-places.ts';
import { storesTable } from '../repository/stores.ts';
import {
  cartItem,
  menuCategoryItem,
  menuItemItem,
  modifierGroupItem,
  modifierItem,
  orderItem,
  paymentProfileItems,
  quoteItem,
  refundPlaceItems,
  storeItem,
} from './items.ts';

/** Stores and menu. */
export const catalogue = ({ stores, menu }: World): readonly Load[] => [
  load(storesTable, stores.map(storeItem)),
  load(menuCategoriesTable, menu.categories.map(menuCategoryItem)),
  load(menuItemsTable, menu.items.map(menuItemItem)),
  load(modifierGroupsTable, menu.modifierGroups.map(modifierGroupItem)),
  load(
    modifiersTable,
    menu.modifierGroups.flatMap(({ modifiers }) => modifiers.map(modifierItem)),
  ),
];

/** What customers have in carts, quotes and orders, and where their cards are kept. */
export const ofCustomers = (customers: readonly CustomerFact[]): readonly Load[] => {
  const orders = customers.flatMap((customer) => customer.orders);
  return [
    load(
      cartsTable,
      customers.flatMap(({ cart }) => (cart === null ? [] : [cartItem(cart)])),
    ),
    load(
      quotesTable,
      customers.flatMap(({ quote, cart }) => (quote === null || cart === null ? [] : [quoteItem(quote, cart)])),
    ),
    load(ordersTable, orders.map(orderItem)),
    load(refundPlacesTable, orders.flatMap(refundPlaceItems)),
    load(paymentProfilesTable, customers.flatMap(paymentProfileItems)),
  ];
};
