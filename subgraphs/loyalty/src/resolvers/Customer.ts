import { customerReference } from '@qsr/subgraph';
import type { CustomerResolvers } from '../generated/resolvers.ts';

export const Customer: CustomerResolvers = {
  __resolveReference: customerReference,
  loyaltyAccount: async ({ id }, _args, { loaders }) => {
    const enrolment = await loaders.enrolments.load(id);
    return enrolment === null ? null : loaders.accounts.load(enrolment.accountId);
  },
};
