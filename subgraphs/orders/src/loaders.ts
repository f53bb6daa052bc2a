import type { PaymentSession } from '@qsr/legacy';
import { itemLoader } from '@qsr/subgraph';
import DataLoader from 'dataloader';
import { paymentMethodOf, type PaymentMethod } from './domain/payment-methods.ts';
import type { Repositories } from './repository/index.ts';

/**
 * What customers saved in the vault: one batched read for their vault profiles, then the payment system's own batching.
 * A customer without a profile saved nothing; a profile that cannot be read fails its own customer alone.
 */
const paymentMethodLoader = ({ paymentProfiles }: Repositories, vault: PaymentSession) => {
  const profiles = itemLoader(paymentProfiles.table);
  return new DataLoader<string, readonly PaymentMethod[]>(async (customerIds) => {
    const found = await profiles.loadMany(customerIds);
    return Promise.all(
      found.map(async (profile) => {
        if (profile === null) return [];
        if (profile instanceof Error) return profile;
        const cards = await vault.paymentMethods.load(profile.profileId).catch((error: unknown) => error as Error);
        return cards instanceof Error ? cards : cards.map((card) => paymentMethodOf(profile.customerId, card));
      }),
    );
  });
};

/** One loader an access pattern by key. */
export const createLoaders = (repositories: Repositories, payments: PaymentSession) => ({
  stores: itemLoader(repositories.stores.table),
  menuCategories: itemLoader(repositories.menuCategories.table),
  menuItems: itemLoader(repositories.menuItems.table),
  modifierGroups: itemLoader(repositories.modifierGroups.table),
  modifiers: itemLoader(repositories.modifiers.table),
  carts: itemLoader(repositories.carts.table),
  quotes: itemLoader(repositories.quotes.table),
  orders: itemLoader(repositories.orders.table),
  refundPlaces: itemLoader(repositories.refundPlaces.table),
  paymentMethods: paymentMethodLoader(repositories, payments),
});

export type Loaders = ReturnType<typeof createLoaders>;
