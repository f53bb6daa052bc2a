import { addCartLine } from '../commands/add-cart-line.ts';
import { addPaymentMethod } from '../commands/add-payment-method.ts';
import { attachMember } from '../commands/attach-member.ts';
import { cancelOrder } from '../commands/cancel-order.ts';
import { checkInOrder } from '../commands/check-in-order.ts';
import { checkout } from '../commands/checkout.ts';
import { createCart } from '../commands/create-cart.ts';
import { createQuote } from '../commands/create-quote.ts';
import { refundOrder } from '../commands/refund-order.ts';
import { removeCartLine } from '../commands/remove-cart-line.ts';
import { removePaymentMethod } from '../commands/remove-payment-method.ts';
import { selectCartBenefits } from '../commands/select-cart-benefits.ts';
import { updateCartLine } from '../commands/update-cart-line.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';

export const Mutation: MutationResolvers = {
  createCart: (_parent, { input }, context) => createCart(input, context),
  addCartLine: (_parent, { input }, context) => addCartLine(input, context),
  updateCartLine: (_parent, { input }, context) => updateCartLine(input, context),
  removeCartLine: (_parent, { input }, context) => removeCartLine(input, context),
  selectCartBenefits: (_parent, { input }, context) => selectCartBenefits(input, context),
  attachMember: (_parent, { input }, context) => attachMember(input, context),
  createQuote: (_parent, { input }, context) => createQuote(input, context),
  checkout: (_parent, { input }, context) => checkout(input, context),
  checkInOrder: (_parent, { input }, context) => checkInOrder(input, context),
  cancelOrder: (_parent, { input }, context) => cancelOrder(input, context),
  refundOrder: (_parent, { input }, context) => refundOrder(input, context),
  addPaymentMethod: (_parent, { input }, context) => addPaymentMethod(input, context),
  removePaymentMethod: (_parent, { input }, context) => removePaymentMethod(input, context),
};
