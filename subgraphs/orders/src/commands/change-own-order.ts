import { changeOnce, keyError } from '@qsr/subgraph/writing';
import type { Json } from '@qsr/store';
import type { Context } from '../context.ts';
import { isOpenTo } from '../domain/ownership.ts';
import type { OrderItem, StoredOrder } from '../repository/orders.ts';
import { prepared, withWorkDue } from '../saga/change-order.ts';
import type { OrderError } from './cart-payload.ts';
import { noSuchOrder, orderRefusal, unansweredOrder, type OrderPayload } from './order-payload.ts';

/** A new state of an order, or why it stays as it is. A passing error does not stick to the key of the call. */
export type OrderChange =
  { readonly state: OrderItem; readonly made?: string } | { readonly error: OrderError; readonly passing?: boolean };

/** What is remembered of a call; `made`: the part of the order that it brought into being. */
type Outcome = { readonly made: string | null; readonly userErrors: readonly OrderError[] } & Json;

/** What all mutations of an order bring along. */
export interface OrderCall {
  readonly mutation: string;
  readonly input: { readonly idempotencyKey: string; readonly orderId: string };
  readonly context: Context;
  /** Default: whoever the order is open to. */
  readonly mayChange?: (order: StoredOrder) => boolean;
}

/** A payload, and what the call made, also when it is repeated. */
export type ChangedOrder = OrderPayload & { readonly made: string | null };

const refused = (...userErrors: readonly OrderError[]): Outcome => ({ made: null, userErrors });

/** Carries out a mutation of one order, once. `decide` may run again; what it does elsewhere is idempotent. */
export const changeOwnOrder = async (
  { mutation, input, context, mayChange }: OrderCall,
  decide: (order: StoredOrder) => OrderChange | Promise<OrderChange>,
): Promise<ChangedOrder> => {
  const { viewer, repositories, signal } = context;
  const call = { viewer, mutation, input };
  const keyFault = keyError(call);
  if (keyFault !== null) return { ...orderRefusal(keyFault), made: null };
  const isAllowed = mayChange ?? ((order: StoredOrder) => isOpenTo(order, viewer.customerId));
  const result = await changeOnce<OrderItem, Outcome>({
    table: repositories.orders.table,
    key: { partition: input.orderId },
    call,
    now: context.now(),
    signal,
    decide: async (order) => {
      // Nothing is written into the order of somebody else, not even that a stranger was refused.
      if (!isAllowed(order)) return { refused: refused(noSuchOrder()), passing: true };
      const change = await decide(order);
      if ('error' in change) return { refused: refused(change.error), passing: change.passing === true };
      const outcome = { made: change.made ?? null, userErrors: [] } as Outcome;
      return { ...(await prepared(order, withWorkDue(change.state, context.now()), context)), outcome };
    },
  });
  if (result.kind !== 'done') return { ...unansweredOrder(result), made: null };
  const { item, outcome } = result;
  return { order: isAllowed(item) ? item : null, userErrors: outcome.userErrors, made: outcome.made };
};
