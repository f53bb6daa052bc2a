import { derivedId } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import { withLine } from '../domain/cart/lines.ts';
import type { AddCartLineInput } from '../generated/resolvers.ts';
import type { CartPayload } from './cart-payload.ts';
import { changeCart } from './change-cart.ts';
import { choicesOf, priceWantedLine } from './price-wanted-line.ts';

/** Puts an item into a cart, at the price of the moment. */
export const addCartLine = (input: AddCartLineInput, context: Context): Promise<CartPayload> =>
  changeCart('addCartLine', { input, context }, async (cart) => {
    const { menuItemId, quantity } = input;
    // Every change moves the revision, and adds one line at most.
    const id = derivedId('lin', cart.id, String(cart.revision));
    const added = await priceWantedLine(
      cart,
      { id, menuItemId, quantity, choices: choicesOf(input.modifiers ?? []) },
      context,
    );
    const changed = withLine(cart.lines, added);
    return 'problem' in changed ? changed : { state: { ...cart, lines: changed.lines } };
  });
