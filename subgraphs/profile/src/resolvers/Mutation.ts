import { AppError } from '@qsr/errors';
import type { MutationResolvers } from '../generated/resolvers.ts';

const notBuiltYet = (): never => {
  throw new AppError('INTERNAL_SERVER_ERROR', 'not built yet');
};

export const Mutation: MutationResolvers = {
  signUp: notBuiltYet,
  updateProfile: notBuiltYet,
  recordConsents: notBuiltYet,
  updateCommunicationPreferences: notBuiltYet,
  setDoNotSellOrShare: notBuiltYet,
};
