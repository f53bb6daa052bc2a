import { callError, changeOnce, keyError } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import { problem, type Problem } from '../domain/cart/problem.ts';
import { isOpenTo } from '../domain/ownership.ts';
import { indexedCart, type CartItem, type StoredCart } from '../repository/carts.ts';
import { inTurn } from './in-turn.ts';
import { errorOf, noSuchCart, remembered, type CartPayload, type OrderError, type Outcome } from './cart-payload.ts';

/** A new state of a cart, or why it stays as it is. A passing problem does not stick to the key of the call. */
export type CartChange =
  { readonly state: CartItem } | { readonly problem: Problem } | { readonly passing: OrderError };

/** What all changes of a cart bring along. */
interface CartCall {
  readonly input: {
    readonly idempotencyKey: string;
    readonly cartId: string;
    readonly expectedVersion?: number | null | undefined;
  };
  readonly context: Context;
}

const refusal = (error: OrderError): CartPayload => ({ cart: null, userErrors: [error] });

/** What keeps a cart from any change; null when nothing does. */
const standing = ({ status, revision }: StoredCart, { expectedVersion }: CartCall['input']): Problem | null => {
  if (status !== 'OPEN') return problem('NOT_FOUND', 'This cart was checked out. Begin a new one.', 'cartId');
  if (expectedVersion == null || expectedVersion === revision) return null;
  return problem('VERSION_CONFLICT', 'The cart was changed meanwhile. Look at it again.', 'expectedVersion');
};

const judged = (change: CartChange, now: Date) => {
  if ('passing' in change) return { refused: remembered(null, change.passing), passing: true };
  if ('problem' in change) return { refused: remembered(null, errorOf(change.problem)) };
  return { state: indexedCart({ ...change.state, updatedAt: now.toISOString() }), outcome: remembered(null) };
};

/** Carries out a mutation of one cart, once; for whoever the cart is open to. `decide` may run again, and has no effects. */
export const changeCart = async (
  mutation: string,
  { input, context }: CartCall,
  decide: (cart: StoredCart) => CartChange | Promise<CartChange>,
): Promise<CartPayload> => {
  const { viewer, repositories, signal } = context;
  const call = { viewer, mutation, input };
  const keyFault = keyError(call);
  if (keyFault !== null) return refusal(keyFault);
  const now = context.now();
  const change = {
    table: repositories.carts.table,
    key: { partition: input.cartId },
    call,
    now,
    signal,
    decide: async (cart: StoredCart) => {
      // Nothing is written into the cart of somebody else, not even that a stranger was refused.
      if (!isOpenTo(cart, viewer.customerId)) return { refused: remembered(null, noSuchCart()), passing: true };
      const wrong = standing(cart, input);
      return judged(wrong === null ? await decide(cart) : { problem: wrong }, now);
    },
  };
  const result = await inTurn(input.cartId, () => changeOnce<CartItem, Outcome>(change));
  if (result.kind !== 'done') return refusal(callError(result) ?? noSuchCart());
  const { item, outcome, replayed } = result;
  // What was answered once is answered again; fields that the caller may not read any more have rules of their own.
  return { cart: replayed || isOpenTo(item, viewer.customerId) ? item : null, userErrors: outcome.userErrors };
};
