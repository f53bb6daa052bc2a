import type { Context } from '../context.ts';
import { withoutLine } from '../domain/cart/lines.ts';
import type { RemoveCartLineInput } from '../generated/resolvers.ts';
import type { CartPayload } from './cart-payload.ts';
import { changeCart } from './change-cart.ts';

/** Takes a line out of a cart. */
export const removeCartLine = (input: RemoveCartLineInput, context: Context): Promise<CartPayload> =>
  changeCart('removeCartLine', { input, context }, (cart) => {
    const changed = withoutLine(cart.lines, input.lineId);
    return 'problem' in changed ? changed : { state: { ...cart, lines: changed.lines } };
  });
