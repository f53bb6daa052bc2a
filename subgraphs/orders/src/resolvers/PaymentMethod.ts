import { ownerOfPaymentMethod } from '../domain/payment-methods.ts';
import type { PaymentMethodResolvers } from '../generated/resolvers.ts';

export const PaymentMethod: PaymentMethodResolvers = {
  __resolveReference: async ({ id }, { loaders }) => {
    const owner = ownerOfPaymentMethod(id);
    const methods = owner === null ? [] : await loaders.paymentMethods.load(owner);
    return methods.find((method) => method.id === id) ?? null;
  },
};
