import type { Owned } from '../ownership.ts';
import { problem, type Problem } from './problem.ts';

/** A cart that is a member's from now on, or why it is not. Whoever holds it without a token goes on holding it. */
export const attachedTo = <Cart extends Owned>(
  cart: Cart,
  customerId: string,
): { readonly state: Cart } | { readonly problem: Problem } => {
  if (cart.customerId === customerId) return { state: cart };
  if (cart.customerId !== undefined) {
    return {
      problem: problem('INVALID_INPUT', 'This cart is a member’s already. Begin a new one for another.', 'cartId'),
    };
  }
  return { state: { ...cart, customerId, heldByGuest: true } };
};
