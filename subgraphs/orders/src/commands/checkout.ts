import { randomUUID } from 'node:crypto';
import { createOnce, keyError, userError } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import { hasEnded, type Checkout } from '../domain/saga/checkout.ts';
import { quoteRefusals } from '../domain/saga/failures.ts';
import type { CheckoutInput } from '../generated/resolvers.ts';
import type { OrderMapper, QuoteMapper } from '../mappers.ts';
import type { StoredOrder } from '../repository/orders.ts';
import { awaitOrder } from './await-order.ts';
import { beginCheckout } from './begin-checkout.ts';
import { unanswered, type OrderError } from './cart-payload.ts';

/** What `checkout` answers. */
export interface CheckoutPayload {
  readonly order: OrderMapper | null;
  readonly quote: QuoteMapper | null;
  readonly userErrors: readonly OrderError[];
}

const refusal = (...userErrors: readonly OrderError[]): CheckoutPayload => ({ order: null, quote: null, userErrors });

const failureOf = ({ failure }: Checkout): readonly OrderError[] =>
  // Called off later, by somebody: the checkout itself went well.
  failure === null || failure.code === 'CANCELLED'
    ? []
    : [userError(failure.code, failure.message, ...(failure.code in quoteRefusals ? ['quoteId'] : []))];

/** How far a checkout got, read off its order: so a repetition answers the same, and more once there is more. */
const payloadOf = async (order: StoredOrder | null, { repositories }: Context): Promise<CheckoutPayload> => {
  if (order?.checkout === undefined) return { order, quote: null, userErrors: [] };
  const { checkout } = order;
  const quote =
    checkout.nextQuoteId === null ? null : await repositories.quotes.table.get({ partition: checkout.nextQuoteId });
  const userErrors = failureOf(checkout);
  return { order: userErrors.length > 0 && checkout.till === 'NONE' ? null : order, quote, userErrors };
};

/**
 * Pays a quote and places the order. The claim decides which order it is; how it went is known from the order itself, so
 * that twins and repetitions wait for the same saga and answer the same.
 */
export const checkout = async (input: CheckoutInput, context: Context): Promise<CheckoutPayload> => {
  const { viewer, claims, now, signal } = context;
  const call = { viewer, mutation: 'checkout', input };
  const keyFault = keyError(call);
  if (keyFault !== null) return refusal(keyFault);
  const holder = randomUUID();
  const effect = (ulid: string) => beginCheckout({ ulid, input, holder }, context);
  const result = await createOnce({ claims, call, now, signal, effect });
  if (result.kind !== 'done') return refusal(...unanswered(result));
  const { id, userErrors } = result.outcome;
  if (id === null) return refusal(...userErrors);
  const until = (order: StoredOrder): boolean => order.checkout === undefined || hasEnded(order.checkout);
  return payloadOf(await awaitOrder({ orderId: id, holder, until }, context), context);
};
