import type { Context } from '../context.ts';
import { priceLine, type Choice, type PricedLine, type WantedLine } from '../domain/cart/line.ts';
import { placeAt, servingTime } from '../domain/cart/serving.ts';
import type { LineModifierInput } from '../generated/resolvers.ts';
import type { StoredCart } from '../repository/carts.ts';
import type { StoredStore } from '../repository/stores.ts';
import { readMenu } from './read-menu.ts';

/** The restaurant of something that was made for it. Throws when it is gone: restaurants are never taken away. */
export const storeOf = async (
  { storeId }: { readonly storeId: string },
  { loaders }: Pick<Context, 'loaders'>,
): Promise<StoredStore> => {
  const store = await loaders.stores.load(storeId);
  if (store === null) throw new Error(`the store ${storeId} is gone`);
  return store;
};

/** Choices as the client sent them. */
export const choicesOf = (modifiers: readonly LineModifierInput[]): readonly Choice[] =>
  modifiers.map(({ modifierId, quantity = 1 }) => ({ modifierId, quantity }));

/** A line at the prices of the menu that is served when the cart's food is wanted. */
export const priceWantedLine = async (
  cart: StoredCart,
  wanted: WantedLine,
  { loaders, now }: Pick<Context, 'loaders' | 'now'>,
): Promise<PricedLine> => {
  const [store, menu] = await Promise.all([storeOf(cart, { loaders }), readMenu([wanted.menuItemId], loaders)]);
  const place = placeAt(store, servingTime(cart.requestedFor, now()));
  return priceLine(wanted, menu.get(wanted.menuItemId), place);
};
