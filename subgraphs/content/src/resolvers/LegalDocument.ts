import type { LegalDocumentResolvers } from '../generated/resolvers.ts';

export const LegalDocument: LegalDocumentResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.legalDocuments.load(id),
  version: ({ edition }) => edition,
};
