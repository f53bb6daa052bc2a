import { resolveMemberCode } from '@qsr/commands';
import { derivedId, retryLater } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import { attachedTo } from '../domain/cart/member.ts';
import { problem } from '../domain/cart/problem.ts';
import type { AttachMemberInput } from '../generated/resolvers.ts';
import { ask, asking } from './ask.ts';
import type { CartPayload } from './cart-payload.ts';
import { changeCart } from './change-cart.ts';

const longestCode = 256;

/** Makes a guest's cart that of the member whose code was scanned. Whoever began it goes on with it by its id. */
export const attachMember = (input: AttachMemberInput, context: Context): Promise<CartPayload> =>
  changeCart('attachMember', { input, context }, async (cart) => {
    const { memberCode } = input;
    const unreadable = problem(
      'INVALID_INPUT',
      'This member code is not valid, or not any more. Scan a new one.',
      'memberCode',
    );
    if (memberCode.length > longestCode) return { problem: unreadable };
    const sending = asking(derivedId('member', cart.id, input.idempotencyKey), context.signal);
    const answer = await ask(context.commands.loyalty.send(resolveMemberCode, { memberCode }, sending));
    if (answer === 'silent') {
      return {
        passing: retryLater('POINTS_UNAVAILABLE', 'Member codes cannot be read just now. Try again, or go on without.'),
      };
    }
    if (answer.customerId === null) return { problem: unreadable };
    return attachedTo(cart, answer.customerId);
  });
