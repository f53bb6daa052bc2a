import { me } from '@qsr/subgraph';
import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  me,
  loyaltyProgram: (_parent, { code }, { loaders }) => loaders.programs.load(code),
  loyaltyAccount: (_parent, { id }, { loaders }) => loaders.accounts.load(id),
};
