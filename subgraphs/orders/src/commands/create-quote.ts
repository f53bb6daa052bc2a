import { createOnce, derivedId, keyError, update } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import { problem, type Problem } from '../domain/cart/problem.ts';
import { tipProblem, type QuoteBasis } from '../domain/cart/quote.ts';
import type { Line } from '../domain/lines.ts';
import { isOpenTo } from '../domain/ownership.ts';
import type { CreateQuoteInput } from '../generated/resolvers.ts';
import type { QuoteMapper } from '../mappers.ts';
import { indexedCart, type CartItem, type StoredCart } from '../repository/carts.ts';
import type { QuoteItem } from '../repository/quotes.ts';
import { errorOf, noSuchCart, remembered, unanswered, type OrderError, type Outcome } from './cart-payload.ts';
import { makeQuote } from './make-quote.ts';

/** What `createQuote` answers. */
export interface QuotePayload {
  readonly quote: QuoteMapper | null;
  readonly userErrors: readonly OrderError[];
}

const cartProblem = (
  { status, revision, lines, currency }: StoredCart,
  { cartVersion, tip }: CreateQuoteInput,
): Problem | null => {
  if (status !== 'OPEN') return problem('NOT_FOUND', 'This cart was checked out. Begin a new one.', 'cartId');
  if (cartVersion !== revision) {
    return problem('VERSION_CONFLICT', 'The cart was changed meanwhile. Look at it again.', 'cartVersion');
  }
  if (lines.length === 0) return problem('INVALID_INPUT', 'The cart is empty.', 'cartId');
  return tip == null ? null : tipProblem(tip, currency);
};

const basisOf = (cart: StoredCart, tip: number): QuoteBasis => {
  const { id, revision, customerId, heldByGuest, storeId, currency, channel, handoffMode } = cart;
  const { requestedFor, deliveryAddress, lines, benefits } = cart;
  return {
    ...{ cartId: id, cartVersion: revision, customerId, heldByGuest, storeId, currency, channel, handoffMode },
    ...{ requestedFor, deliveryAddress, lines, benefits, tip },
  };
};

/**
 * Shows the new prices in the cart too, and keeps it as long as the quote. Not a change that anybody made: the version
 * stays, and so the quote stays good. When the cart moved on in between, it is left alone.
 */
const refresh = async (
  { id, revision }: StoredCart,
  lines: readonly Line[],
  { repositories, signal, now }: Context,
): Promise<void> => {
  const updatedAt = now().toISOString();
  await update<CartItem>({
    table: repositories.carts.table,
    key: { partition: id },
    signal,
    step: (cart) =>
      cart.revision === revision ? { state: indexedCart({ ...cart, lines, updatedAt }), silently: true } : null,
  });
};

const unitPrices = (lines: readonly Line[]): string =>
  JSON.stringify(lines.map(({ unitPrice, modifiers }) => [unitPrice, modifiers.map(({ priceDelta }) => priceDelta)]));

const isStale = (cart: StoredCart, { lines, keptUntil = '' }: QuoteItem): boolean =>
  unitPrices(lines) !== unitPrices(cart.lines) || (cart.keptUntil !== undefined && cart.keptUntil < keptUntil);

const quoteCart = async (ulid: string, input: CreateQuoteInput, context: Context): Promise<Outcome> => {
  const { repositories, viewer } = context;
  // A weak key of a customer must not make the quote of a guest's cart easy to guess: the cart's id is not.
  const id = derivedId('qte', ulid, input.cartId);
  if ((await repositories.quotes.table.get({ partition: id })) !== null) return remembered(id);
  const cart = await repositories.carts.table.get({ partition: input.cartId });
  if (cart === null || !isOpenTo(cart, viewer.customerId)) return remembered(null, noSuchCart());
  const wrong = cartProblem(cart, input);
  if (wrong !== null) return remembered(null, errorOf(wrong));
  const made = await makeQuote({ id, basis: basisOf(cart, input.tip?.amountMinor ?? 0) }, context);
  if ('problem' in made) return remembered(null, errorOf(made.problem));
  if (isStale(cart, made.quote)) await refresh(cart, made.quote.lines, context);
  return remembered(id);
};

/** Prices a cart and freezes that for a while. */
export const createQuote = async (input: CreateQuoteInput, context: Context): Promise<QuotePayload> => {
  const { viewer, repositories, claims, now, signal } = context;
  const call = { viewer, mutation: 'createQuote', input };
  const keyFault = keyError(call);
  if (keyFault !== null) return { quote: null, userErrors: [keyFault] };
  const result = await createOnce({ claims, call, now, signal, effect: (ulid) => quoteCart(ulid, input, context) });
  if (result.kind !== 'done') return { quote: null, userErrors: unanswered(result) };
  const { id, userErrors } = result.outcome;
  return { quote: id === null ? null : await repositories.quotes.table.get({ partition: id }), userErrors };
};
