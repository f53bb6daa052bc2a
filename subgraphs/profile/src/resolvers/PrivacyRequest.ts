import type { PrivacyRequestResolvers } from '../generated/resolvers.ts';

export const PrivacyRequest: PrivacyRequestResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.privacyRequests.load(id),
};
