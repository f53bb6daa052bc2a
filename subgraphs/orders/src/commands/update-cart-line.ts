import type { Context } from '../context.ts';
import { noSuchLine, withLineChanged } from '../domain/cart/lines.ts';
import type { Problem } from '../domain/cart/problem.ts';
import type { UpdateCartLineInput } from '../generated/resolvers.ts';
import type { CartPayload } from './cart-payload.ts';
import { changeCart } from './change-cart.ts';
import { choicesOf, priceWantedLine } from './price-wanted-line.ts';

/** A problem with what stays as it was is one of the line. */
const ofLine = (problem: Problem, hasChoices: boolean): Problem =>
  problem.path[0] === 'menuItemId' || (problem.path[0] === 'modifiers' && !hasChoices)
    ? { ...problem, path: ['lineId'] }
    : problem;

/** Changes pieces and choices of a line, at the price of the moment. */
export const updateCartLine = (input: UpdateCartLineInput, context: Context): Promise<CartPayload> =>
  changeCart('updateCartLine', { input, context }, async (cart) => {
    const { lineId: id, quantity } = input;
    const line = cart.lines.find((candidate) => candidate.id === id);
    if (line === undefined) return { problem: noSuchLine() };
    const choices = choicesOf(input.modifiers ?? line.modifiers);
    const wanted = { id, menuItemId: line.menuItemId, quantity, choices };
    const changed = withLineChanged(cart.lines, await priceWantedLine(cart, wanted, context));
    return 'problem' in changed
      ? { problem: ofLine(changed.problem, input.modifiers != null) }
      : { state: { ...cart, lines: changed.lines } };
  });
