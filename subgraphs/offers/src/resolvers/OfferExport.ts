import type { OfferExportResolvers } from '../generated/resolvers.ts';

export const OfferExport: OfferExportResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.offerExports.load(id),
};
