import type { StoreSession } from '@qsr/store';
import { cartRepository } from './carts.ts';
import { menuCategoryRepository } from './menu-categories.ts';
import { menuItemRepository } from './menu-items.ts';
import { modifierGroupRepository, modifierRepository } from './modifiers.ts';
import { orderRepository } from './orders.ts';
import { paymentProfileRepository } from './payment-profiles.ts';
import { quoteRepository } from './quotes.ts';
import { refundPlaceRepository } from './refund-places.ts';
import { storeRepository } from './stores.ts';

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
});

export type Repositories = ReturnType<typeof createRepositories>;
