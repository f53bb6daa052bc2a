import { pageRequest, storeConnection } from '@qsr/subgraph';
import type { LoyaltyProgramResolvers } from '../generated/resolvers.ts';

export const LoyaltyProgram: LoyaltyProgramResolvers = {
  __resolveReference: ({ code }, { loaders }) => loaders.programs.load(code),
  rewards: async ({ code }, args, { repositories }) => {
    const page = pageRequest(args, { where: 'LoyaltyProgram.rewards', initial: 20, maximum: 100 });
    return storeConnection(await repositories.rewards.page(code, page), page);
  },
};
