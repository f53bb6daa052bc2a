import type { PaymentSession } from '@qsr/legacy';
import { eachLoader, itemLoader } from '@qsr/subgraph';
import { paymentMethodOf, type PaymentMethod } from './domain/payment-methods.ts';
import type { Repositories } from './repository/index.ts';

/**
 * What customers saved in the vault: one batched read for their vault profiles, then the payment system's own batching.
 * A customer without a profile saved nothing.
 */
const paymentMethodLoader = ({ paymentProfiles }: Repositories, vault: PaymentSession) => {
  const profiles = itemLoader(paymentProfiles.table);
  return eachLoader(async (customerId): Promise<readonly PaymentMethod[]> => {
    const profile = await profiles.load(customerId);
    if (profile?.profileId == null) return [];
    const cards = await vault.paymentMethods.load(profile.profileId);
    return cards.map((card) => paymentMethodOf(customerId, card));
  });
};

/** One loader an access pattern by key. */
export const createLoaders = (repositories: Repositories, vault: PaymentSession) => ({
  stores: itemLoader(repositories.stores.table),
  menuCategories: itemLoader(repositories.menuCategories.table),
  menuItems: itemLoader(repositories.menuItems.table),
  modifierGroups: itemLoader(repositories.modifierGroups.table),
  modifiers: itemLoader(repositories.modifiers.table),
  carts: itemLoader(repositories.carts.table),
  quotes: itemLoader(repositories.quotes.table),
  orders: itemLoader(repositories.orders.table),
  refundPlaces: itemLoader(repositories.refundPlaces.table),
  paymentMethods: paymentMethodLoader(repositories, vault),
});

export type Loaders = ReturnType<typeof createLoaders>;
