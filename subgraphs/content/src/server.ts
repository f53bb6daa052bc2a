import { openStore } from '@qsr/store';
import { defineSubgraph } from '@qsr/subgraph';
import { createContext } from './context.ts';
import { permissions } from './permissions.ts';
import { tables } from './repository/index.ts';
import { resolvers } from './resolvers/index.ts';

/** Opens the store and wires the parts; listens to nothing. */
export const createContent = async ({ storeUrl }: { readonly storeUrl: string }) => {
  const store = await openStore(storeUrl);
  await store.ensureTables(tables);
  return defineSubgraph({
    name: 'content',
    schema: new URL('../schema.graphql', import.meta.url),
    store,
    resolvers,
    permissions,
    context: createContext,
  });
};
