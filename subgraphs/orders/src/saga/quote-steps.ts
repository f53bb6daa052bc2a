import { update } from '@qsr/subgraph/writing';
import { requote } from '../commands/requote.ts';
import { cartRefusal } from '../domain/cart/claim.ts';
import { consumeQuote, reopenQuote, type QuoteClaim } from '../domain/quote-status.ts';
import type { Checkout, QuoteRefusal } from '../domain/saga/checkout.ts';
import { indexedCart, type CartItem } from '../repository/carts.ts';
import type { QuoteItem } from '../repository/quotes.ts';
import { happened, type Handled, type SagaParts } from './parts.ts';

const byId = (id: string) => ({ partition: id });

/** This one write decides between the checkout and whoever changes the cart, or checks out another quote of it. */
const closeCart = async (
  { id, cartId }: Checkout,
  quote: QuoteItem,
  { repositories }: SagaParts,
): Promise<QuoteRefusal | null> => {
  let refusal: QuoteRefusal | null = null;
  await update<CartItem>({
    table: repositories.carts.table,
    key: byId(cartId),
    step: (cart) => {
      refusal = cartRefusal(cart, quote, id);
      if (refusal !== null || cart.status === 'CHECKED_OUT') return null;
      return { state: indexedCart({ ...cart, status: 'CHECKED_OUT', checkedOutBy: id }), silently: true };
    },
  });
  return refusal;
};

const openCart = async ({ id, cartId }: Checkout, { repositories }: SagaParts): Promise<void> => {
  await update<CartItem>({
    table: repositories.carts.table,
    key: byId(cartId),
    step: (cart) =>
      cart.checkedOutBy === id
        ? { state: indexedCart({ ...cart, status: 'OPEN', checkedOutBy: undefined }), silently: true }
        : null,
  });
};

const consume = async ({ id, quoteId }: Checkout, { repositories, now }: SagaParts): Promise<QuoteClaim<QuoteItem>> => {
  let claim: QuoteClaim<QuoteItem> = { refused: 'QUOTE_EXPIRED' };
  await update<QuoteItem>({
    table: repositories.quotes.table,
    key: byId(quoteId),
    step: (quote) => {
      claim = consumeQuote<QuoteItem>(quote, id, now());
      return 'refused' in claim ? null : { state: claim.quote };
    },
  });
  return claim;
};

const reopen = async ({ id, quoteId }: Checkout, { repositories }: SagaParts): Promise<string> => {
  await update<QuoteItem>({
    table: repositories.quotes.table,
    key: byId(quoteId),
    step: (quote) => {
      const state = reopenQuote<QuoteItem>(quote, id);
      return state === null ? null : { state };
    },
  });
  return quoteId;
};

/**
 * Takes the quote for this checkout alone (I23), and closes the cart as the quote priced it. A quote whose cart cannot be
 * had is given back at once: it is as it was before.
 */
export const claimQuote = async (checkout: Checkout, parts: SagaParts): Promise<Handled> => {
  const claim = await consume(checkout, parts);
  if ('refused' in claim) return happened({ type: 'QUOTE_REFUSED', code: claim.refused });
  const refusal = await closeCart(checkout, claim.quote, parts);
  if (refusal === null) return happened({ type: 'QUOTE_CLAIMED' });
  await reopen(checkout, parts);
  return happened({ type: 'QUOTE_REFUSED', code: refusal });
};

const freshQuote = async ({ id, quoteId, failure }: Checkout, parts: SagaParts): Promise<string | null> => {
  const quote = await parts.repositories.quotes.table.get(byId(quoteId));
  if (quote === null) return null;
  const without = { offerIds: failure?.without ?? [], points: failure?.code === 'INSUFFICIENT_POINTS' };
  return (await requote({ quote, checkoutId: id, without }, parts))?.id ?? null;
};

/** Gives the guest a quote to go on with, and the cart back. */
export const restoreQuote = async (checkout: Checkout, parts: SagaParts): Promise<Handled> => {
  await openCart(checkout, parts);
  const quoteId =
    checkout.failure?.quote === 'REOPEN' ? await reopen(checkout, parts) : await freshQuote(checkout, parts);
  return happened({ type: 'QUOTE_RESTORED', quoteId });
};

/** A new price that cannot be had is not waited for: the guest asks for one. */
export const restoreOrGiveUp = async (checkout: Checkout, tries: number, parts: SagaParts): Promise<Handled> => {
  try {
    return await restoreQuote(checkout, parts);
  } catch (error) {
    if (checkout.failure?.quote === 'REOPEN' || tries < 3) throw error;
    parts.log.warn({ err: error, checkout: checkout.id }, 'no fresh quote for a checkout that failed');
    return happened({ type: 'QUOTE_RESTORED', quoteId: null });
  }
};
