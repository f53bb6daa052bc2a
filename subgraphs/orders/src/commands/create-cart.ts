import { guest } from '@qsr/identity';
import { createOnce, derivedId, keyError } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import { reorderedLines } from '../domain/cart/lines.ts';
import { newCartProblem, type WantedCart } from '../domain/cart/new-cart.ts';
import { problem, type Problem } from '../domain/cart/problem.ts';
import { placeAt, servingTime } from '../domain/cart/serving.ts';
import type { Line } from '../domain/lines.ts';
import { isOpenTo } from '../domain/ownership.ts';
import type { CreateCartInput, DeliveryAddressInput } from '../generated/resolvers.ts';
import { indexedCart, type CartItem } from '../repository/carts.ts';
import type { StoredStore } from '../repository/stores.ts';
import { errorOf, remembered, unanswered, type CartPayload, type Outcome } from './cart-payload.ts';
import { readMenu } from './read-menu.ts';

const addressOf = ({ line2, region, instructions, ...address }: DeliveryAddressInput) => ({
  ...address,
  line2: line2 ?? null,
  region: region ?? null,
  instructions: instructions ?? null,
});

const wantedOf = ({ handoffMode, requestedFor, deliveryAddress }: CreateCartInput): WantedCart => ({
  handoffMode,
  requestedFor: requestedFor == null ? null : new Date(requestedFor).toISOString(),
  // An address is personal data: where nothing is delivered, nobody keeps it.
  deliveryAddress: deliveryAddress == null || handoffMode !== 'DELIVERY' ? null : addressOf(deliveryAddress),
});

/** The new cart's id and when it is eaten. */
interface Beginning {
  readonly cartId: string;
  readonly store: StoredStore;
  readonly at: Date;
}

/** Lines of the caller's earlier order at today's prices, less what cannot be had now. */
const linesToBeginWith = async (
  orderId: string | null | undefined,
  { cartId, store, at }: Beginning,
  { loaders, viewer }: Context,
): Promise<{ readonly lines: readonly Line[] } | { readonly problem: Problem }> => {
  if (orderId == null) return { lines: [] };
  const order = await loaders.orders.load(orderId);
  if (order === null || !isOpenTo(order, viewer.customerId)) {
    return { problem: problem('NOT_FOUND', 'There is no such order.', 'reorderOf') };
  }
  const menu = await readMenu(
    order.lines.map(({ menuItemId }) => menuItemId),
    loaders,
  );
  const idOf = (position: number): string => derivedId('lin', cartId, orderId, String(position));
  return { lines: reorderedLines(order.lines, [menu, placeAt(store, at)], idOf) };
};

const newCart = async (id: string, input: CreateCartInput, context: Context): Promise<CartItem | Problem> => {
  const { loaders, viewer } = context;
  const now = context.now();
  const wanted = wantedOf(input);
  const store = await loaders.stores.load(input.storeId);
  if (store === null) return problem('NOT_FOUND', 'There is no such restaurant.', 'storeId');
  const wrong = newCartProblem(wanted, store, now);
  if (wrong !== null) return wrong;
  const at = servingTime(wanted.requestedFor, now);
  const begun = await linesToBeginWith(input.reorderOf, { cartId: id, store, at }, context);
  if ('problem' in begun) return begun.problem;
  return indexedCart({
    ...{ id, status: 'OPEN', revision: 1, customerId: viewer.customerId ?? undefined },
    ...{ storeId: store.id, currency: store.currency, channel: input.channel, ...wanted, lines: begun.lines },
    benefits: { offerIds: [], rewardIds: [], pointsToBurn: 0 },
    ...{ createdAt: now.toISOString(), updatedAt: now.toISOString() },
  });
};

/** Opens a cart: the signed-in customer's, or one that is reached by its id alone. */
export const createCart = async (input: CreateCartInput, context: Context): Promise<CartPayload> => {
  const { viewer, repositories, claims, now, signal } = context;
  const call = { viewer, mutation: 'createCart', input };
  // The id follows from the key, and is all that protects a cart that is no customer's.
  const keyFault = keyError(viewer.customerId === null ? { ...call, viewer: guest } : call);
  if (keyFault !== null) return { cart: null, userErrors: [keyFault] };
  const effect = async (ulid: string): Promise<Outcome> => {
    const id = `crt_${ulid}`;
    if ((await repositories.carts.table.get({ partition: id })) !== null) return remembered(id);
    const made = await newCart(id, input, context);
    if ('path' in made) return remembered(null, errorOf(made));
    // Taken: a twin that took over was quicker.
    await repositories.carts.table.create(made);
    return remembered(id);
  };
  const result = await createOnce({ claims, call, now, signal, effect });
  if (result.kind !== 'done') return { cart: null, userErrors: unanswered(result) };
  const { id, userErrors } = result.outcome;
  return { cart: id === null ? null : await repositories.carts.table.get({ partition: id }), userErrors };
};
