import { update } from '@qsr/subgraph/writing';
import { requote } from '../commands/requote.ts';
import { consumeQuote, reopenQuote } from '../domain/quote-status.ts';
import type { Checkout } from '../domain/saga/checkout.ts';
import { indexedCart, type CartItem } from '../repository/carts.ts';
import type { QuoteItem } from '../repository/quotes.ts';
import { happened, type Handled, type SagaParts } from './parts.ts';

const byId = (id: string) => ({ partition: id });

const setCart = async (
  { id, cartId }: Checkout,
  status: CartItem['status'],
  { repositories }: SagaParts,
): Promise<void> => {
  await update<CartItem>({
    table: repositories.carts.table,
    key: byId(cartId),
    step: (cart) => {
      if (cart.status === status || (status === 'OPEN' && cart.checkedOutBy !== id)) return null;
      const checkedOutBy = status === 'OPEN' ? undefined : id;
      return { state: indexedCart({ ...cart, status, checkedOutBy }), silently: true };
    },
  });
};

/** Takes the quote for this checkout alone (I23), and closes the cart. */
export const claimQuote = async (checkout: Checkout, parts: SagaParts): Promise<Handled> => {
  let refused: 'QUOTE_CONSUMED' | 'QUOTE_EXPIRED' | undefined;
  await update<QuoteItem>({
    table: parts.repositories.quotes.table,
    key: byId(checkout.quoteId),
    step: (quote) => {
      const claim = consumeQuote<QuoteItem>(quote, checkout.id, parts.now());
      refused = 'refused' in claim ? claim.refused : undefined;
      return 'refused' in claim ? null : { state: claim.quote };
    },
  });
  if (refused !== undefined) return happened({ type: 'QUOTE_REFUSED', code: refused });
  await setCart(checkout, 'CHECKED_OUT', parts);
  return happened({ type: 'QUOTE_CLAIMED' });
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

const freshQuote = async ({ id, quoteId, failure }: Checkout, parts: SagaParts): Promise<string | null> => {
  const quote = await parts.repositories.quotes.table.get(byId(quoteId));
  if (quote === null) return null;
  const without = { offerIds: failure?.without ?? [], points: failure?.code === 'INSUFFICIENT_POINTS' };
  return (await requote({ quote, checkoutId: id, without }, parts))?.id ?? null;
};

/** Gives the guest a quote to go on with, and the cart back. */
export const restoreQuote = async (checkout: Checkout, parts: SagaParts): Promise<Handled> => {
  await setCart(checkout, 'OPEN', parts);
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
