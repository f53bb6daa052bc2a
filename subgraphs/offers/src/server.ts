import { readFile } from 'node:fs/promises';
import { openStore } from '@qsr/store';
import { defineSubgraph } from '@qsr/subgraph';
import { createContext } from './context.ts';
import { permissions } from './permissions.ts';
import { tables } from './repository/tables.ts';
import { resolvers } from './resolvers/index.ts';

/** Opens the store and wires the parts; listens to nothing. */
export const createOffers = async ({ storeUrl }: { readonly storeUrl: string }) => {
  const [typeDefs, store] = await Promise.all([
    readFile(new URL('../schema.graphql', import.meta.url), 'utf8'),
    openStore(storeUrl),
  ]);
  await store.ensureTables(tables);
  return defineSubgraph({
    name: 'offers',
    typeDefs,
    resolvers,
    permissions,
    context: (scope) => createContext(scope, store),
    ready: () => store.ping(),
    close: () => store.close(),
  });
};
