import type { Context } from '../context.ts';
import { problem } from '../domain/cart/problem.ts';
import { selectionOf } from '../domain/cart/selection.ts';
import type { SelectCartBenefitsInput } from '../generated/resolvers.ts';
import type { CartPayload } from './cart-payload.ts';
import { changeCart } from './change-cart.ts';

/**
 * Says which benefits to use on a cart. Benefits are somebody's, so a guest's cart becomes that of the customer who
 * selects them; on a member's cart that a kiosk holds only the member does.
 */
export const selectCartBenefits = (input: SelectCartBenefitsInput, context: Context): Promise<CartPayload> =>
  changeCart('selectCartBenefits', { input, context }, (cart) => {
    const customerId = context.viewer.customerId ?? undefined;
    if (cart.customerId !== undefined && cart.customerId !== customerId) {
      return { problem: problem('NOT_FOUND', 'This cart is a member’s, who alone chooses its benefits.', 'cartId') };
    }
    const { offerIds, rewardIds, pointsToBurn = 0 } = input;
    const selected = selectionOf({ offerIds, rewardIds, pointsToBurn });
    return 'problem' in selected ? selected : { state: { ...cart, customerId, benefits: selected.benefits } };
  });
