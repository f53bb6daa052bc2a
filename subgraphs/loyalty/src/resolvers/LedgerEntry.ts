import type { LedgerEntryResolvers } from '../generated/resolvers.ts';

export const LedgerEntry: LedgerEntryResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.ledgerEntries.load(id),
  order: ({ orderId }) => (orderId === null ? null : { id: orderId }),
  reversalOf: ({ reversalOf }, _args, { loaders }) =>
    reversalOf === null ? null : loaders.ledgerEntries.load(reversalOf),
};
