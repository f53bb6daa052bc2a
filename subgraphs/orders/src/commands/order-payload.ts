import { callError, userError } from '@qsr/subgraph/writing';
import type { OrderMapper } from '../mappers.ts';
import type { OrderError } from './cart-payload.ts';

/** What mutations of an order answer. */
export interface OrderPayload {
  readonly order: OrderMapper | null;
  readonly userErrors: readonly OrderError[];
}

export const orderRefusal = (error: OrderError): OrderPayload => ({ order: null, userErrors: [error] });

/** Absent and another customer's look the same. */
export const noSuchOrder = (): OrderError => userError('NOT_FOUND', 'There is no such order.', 'orderId');

/** What a call is told that got no answer of its own. */
export const unansweredOrder = (result: { readonly kind: string }): OrderPayload =>
  orderRefusal(callError(result) ?? noSuchOrder());
