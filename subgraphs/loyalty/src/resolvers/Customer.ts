import type { CustomerResolvers } from '../generated/resolvers.ts';

export const Customer: CustomerResolvers = {
  // Whether there is such a customer is for profile to say.
  __resolveReference: ({ id }) => ({ id }),
  loyaltyAccount: async ({ id }, _args, { loaders }) => {
    const enrolment = await loaders.enrolments.load(id);
    return enrolment === null ? null : loaders.accounts.load(enrolment.accountId);
  },
};
