import { derivedId, derivedUlid, userError } from '@qsr/subgraph/writing';
import { localTime } from '@qsr/subgraph/local-time';
import { after } from '@qsr/subgraph/instants';
import type { Context } from '../context.ts';
import { cartRefusal } from '../domain/cart/claim.ts';
import { serves, servingTime } from '../domain/cart/serving.ts';
import { contactProblem, type Contact } from '../domain/checkout/contact.ts';
import { newOrder } from '../domain/checkout/new-order.ts';
import { judgeTenders, type CardTender } from '../domain/checkout/tenders.ts';
import { isOpenTo } from '../domain/ownership.ts';
import { quoteStatusAt } from '../domain/quote-status.ts';
import type { PaymentAttempt, QuoteRefusal } from '../domain/saga/checkout.ts';
import { quoteRefusals } from '../domain/saga/failures.ts';
import type { CheckoutInput } from '../generated/resolvers.ts';
import type { StoredCart } from '../repository/carts.ts';
import { indexedOrder } from '../repository/orders.ts';
import type { StoredQuote } from '../repository/quotes.ts';
import type { StoredStore } from '../repository/stores.ts';
import { leaseMs } from '../saga/driver.ts';
import { remembered, type OrderError, type Outcome } from './cart-payload.ts';

/** One checkout: its input, the part of ids that follows from its key, and the driver that will have it. */
export interface Beginning {
  readonly ulid: string;
  readonly input: CheckoutInput;
  readonly holder: string;
}

/** What a checkout is judged by. */
interface Found {
  readonly quote: StoredQuote;
  readonly cart: StoredCart | null;
  readonly store: StoredStore | null;
}

const contactOf = ({ contact }: CheckoutInput): Contact | null =>
  contact == null ? null : { name: contact.name.trim(), phone: contact.phone.trim() };

/** What of it changes until the checkout has the quote, the driver finds out. */
const quoteRefusal = (quote: StoredQuote, cart: StoredCart | null, now: Date): QuoteRefusal | null => {
  const status = quoteStatusAt(quote, now);
  if (status !== 'OPEN') return `QUOTE_${status}`;
  return cart === null ? null : cartRefusal(cart, quote, '');
};

const obstacleOf = (
  input: CheckoutInput,
  { quote, store, cart }: Found,
  { viewer, now }: Context,
): OrderError | null => {
  const refusal = quoteRefusal(quote, cart, now());
  if (refusal !== null) return userError(refusal, quoteRefusals[refusal], 'quoteId');
  const isGuest = viewer.customerId === null;
  const contact = contactProblem(contactOf(input), { handoffMode: quote.handoffMode, isGuest });
  if (contact !== null) return userError('INVALID_INPUT', contact.message, ...contact.path);
  if (store !== null && serves(store, quote.handoffMode, servingTime(quote.requestedFor, now()))) return null;
  return userError('STORE_CLOSED', 'The restaurant takes no orders for this time.', 'quoteId');
};

/** Cards of the vault are charged by the profile of their owner. */
const attemptsOf = async (
  tenders: readonly CardTender[],
  checkoutId: string,
  { repositories, viewer }: Context,
): Promise<readonly PaymentAttempt[]> => {
  const usesVault = tenders.some(({ card }) => 'accountId' in card);
  const profile = usesVault
    ? await repositories.paymentProfiles.table.get({ partition: viewer.customerId ?? '' })
    : null;
  return tenders.map(({ type, amount, card }, place) => ({
    id: derivedId('pay', checkoutId, String(place)),
    tenderId: derivedId('tnd', checkoutId, String(place)),
    ...{ type, amount },
    source: 'token' in card ? card : { profileId: profile?.profileId ?? '0', accountId: card.accountId },
    ...{ status: 'PLANNED' as const, retref: null, maskedInstrument: null, sentAt: null },
  }));
};

const create = async (
  { ulid, input, holder }: Beginning,
  found: { readonly quote: StoredQuote; readonly store: StoredStore; readonly tenders: readonly CardTender[] },
  context: Context,
): Promise<string> => {
  const { quote, store, tenders } = found;
  const now = context.now();
  const checkoutId = `chk_${ulid}`;
  const { appliedOffers, pointsToBurn, pointsTender, rewardIds, rewardPoints, bonusPoints, multipliers } = quote;
  const order = newOrder(quote, {
    id: `ord_${ulid}`,
    contact: contactOf(input),
    businessDate: localTime(store.timeZone, now).date,
    checkout: {
      ...{ id: checkoutId, quoteId: quote.id, cartId: quote.cartId, storeCode: store.code },
      ...{ startedAt: now.toISOString(), offers: appliedOffers, bonusPoints, multipliers },
      points: { toBurn: pointsToBurn, amount: pointsTender, rewardIds, rewardPoints },
      attempts: await attemptsOf(tenders, checkoutId, context),
    },
  });
  const workDue = after(now, leaseMs);
  const item = indexedOrder({ ...order, revision: 1, work: { holder, tries: 0 }, workDue });
  await context.repositories.orders.table.create(item);
  return order.id;
};

/**
 * Writes the order that a checkout begins with, or says why there can be none. From then on it is for its driver to claim
 * the quote and all that follows: a crash in between loses nothing and takes nothing.
 */
export const beginCheckout = async (beginning: Beginning, context: Context): Promise<Outcome> => {
  const { ulid: claim, input } = beginning;
  const { repositories, viewer } = context;
  // A weak key of a customer must not make the order of a guest's quote easy to guess: the quote's id is not.
  const ulid = derivedUlid(claim, input.quoteId);
  const known = await repositories.orders.table.get({ partition: `ord_${ulid}` });
  if (known !== null) return remembered(known.id);
  const quote = await repositories.quotes.table.get({ partition: input.quoteId });
  if (quote === null || !isOpenTo(quote, viewer.customerId)) {
    return remembered(null, userError('NOT_FOUND', 'There is no such quote.', 'quoteId'));
  }
  const { amountDue, currency, cartId } = quote;
  const [store, cart] = await Promise.all([
    repositories.stores.table.get({ partition: quote.storeId }),
    repositories.carts.table.get({ partition: cartId }),
  ]);
  const obstacle = obstacleOf(input, { quote, store, cart }, context);
  if (obstacle !== null || store === null) return remembered(null, ...(obstacle === null ? [] : [obstacle]));
  const judged = judgeTenders(input.tenders, { amountDue, currency, customerId: viewer.customerId });
  if ('problem' in judged) {
    const { code, message, path } = judged.problem;
    return remembered(null, userError(code, message, ...path));
  }
  return remembered(await create({ ...beginning, ulid }, { quote, store, tenders: judged.tenders }, context));
};
