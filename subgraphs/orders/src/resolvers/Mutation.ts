import { AppError } from '@qsr/errors';
import type { MutationResolvers } from '../generated/resolvers.ts';

const notBuiltYet = (): never => {
  throw new AppError('INTERNAL_SERVER_ERROR', 'not built yet');
};

export const Mutation: MutationResolvers = {
  createCart: notBuiltYet,
  addCartLine: notBuiltYet,
  updateCartLine: notBuiltYet,
  removeCartLine: notBuiltYet,
  selectCartBenefits: notBuiltYet,
  attachMember: notBuiltYet,
  createQuote: notBuiltYet,
  checkout: notBuiltYet,
  checkInOrder: notBuiltYet,
  cancelOrder: notBuiltYet,
  refundOrder: notBuiltYet,
  addPaymentMethod: notBuiltYet,
  removePaymentMethod: notBuiltYet,
};
