import type { Answer } from './client.ts';
import type { Customer } from './customer.ts';
import type { Intention, Market } from './intentions.ts';

/** A quote as the steps hand it on. */
interface OfferedQuote {
  readonly id: string;
  readonly amountDue: { readonly amountMinor: number; readonly currency: string };
}

/** How a checkout ended for the customer. `lastRefusal` is null when the order was placed at once. */
export interface Journey {
  readonly index: number;
  readonly customerId: string | null;
  readonly orderId: string | null;
  readonly amountMinor: number;
  readonly lastRefusal: string | null;
}

/** Refusals after which the customer pays the quote of the answer, once more. */
const worthAnother = new Set([
  'PAYMENT_DECLINED',
  'PAYMENT_UNAVAILABLE',
  'OFFER_CAP_REACHED',
  'OFFER_UNAVAILABLE',
  'INSUFFICIENT_POINTS',
  'POINTS_UNAVAILABLE',
  'PRICE_CHANGED',
]);
const mostAttempts = 4;

const fillCart = async (
  customer: Customer,
  { storeId }: Market,
  { lines, offerIds, rewardIds, points }: Intention,
): Promise<{ id: string; version: number } | null> => {
  const opened = await customer.call('createCart', 'cart', { storeId, channel: 'APP', handoffMode: 'PICKUP' });
  let cart = opened?.payload.cart;
  for (const [at, line] of lines.entries()) {
    if (cart == null) return null;
    const added = await customer.call('addCartLine', `line ${at}`, { cartId: cart.id, ...line });
    cart = added?.payload.cart;
  }
  if (cart == null || offerIds.length + rewardIds.length + points === 0) return cart ?? null;
  const selected = await customer.call('selectCartBenefits', 'benefits', {
    cartId: cart.id,
    offerIds,
    rewardIds,
    pointsToBurn: points,
  });
  return selected?.payload.cart ?? null;
};

const card = (amountMinor: number, currency: string, paymentToken: string) => ({
  type: 'CARD',
  amount: { amountMinor, currency },
  paymentToken,
});

/** One card, or two that share: the first one is the intended one, the second one is always good. */
const tendersOf = ({ amountDue: { amountMinor, currency } }: OfferedQuote, token: string, split: boolean) => {
  if (amountMinor === 0) return [];
  if (!split || amountMinor < 2) return [card(amountMinor, currency, token)];
  const first = Math.floor(amountMinor / 2);
  return [card(first, currency, token), card(amountMinor - first, currency, 'tok_approved')];
};

const pay = async (customer: Customer, quote: OfferedQuote, intention: Intention): Promise<Journey> => {
  const { index, customerId, paymentToken, split } = intention;
  let offered = quote;
  let lastRefusal: string | null = null;
  let answer: Answer | null = null;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const token = attempt === 0 ? paymentToken : 'tok_approved';
    const tenders = tendersOf(offered, token, split);
    answer = await customer.call('checkout', `checkout ${attempt}`, { quoteId: offered.id, tenders });
    const [refusal] = answer?.refusals ?? [];
    if (refusal === undefined) break;
    lastRefusal = refusal.code;
    if (!worthAnother.has(refusal.code) || answer?.payload.quote == null) break;
    offered = answer.payload.quote;
  }
  const orderId = answer?.payload.order?.id ?? null;
  return { index, customerId, orderId, amountMinor: offered.amountDue.amountMinor, lastRefusal };
};

/** From an empty cart to an order, or to a refusal that the customer accepts. */
export const goShopping = async (customer: Customer, market: Market, intention: Intention): Promise<Journey> => {
  const { index, customerId, tipMinor } = intention;
  const nothing: Journey = { index, customerId, orderId: null, amountMinor: 0, lastRefusal: 'NO_CART' };
  const cart = await fillCart(customer, market, intention);
  if (cart === null) return nothing;
  const tip = tipMinor === 0 ? {} : { tip: { amountMinor: tipMinor, currency: 'USD' } };
  const priced = await customer.call('createQuote', 'quote', { cartId: cart.id, cartVersion: cart.version, ...tip });
  const quote = priced?.payload.quote;
  if (quote == null) return { ...nothing, lastRefusal: priced?.refusals[0]?.code ?? 'NO_QUOTE' };
  return pay(customer, quote, intention);
};
