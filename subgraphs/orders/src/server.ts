import { readFile } from 'node:fs/promises';
import { createPaymentClient, type Log, type PaymentClientOptions } from '@qsr/legacy';
import { openStore } from '@qsr/store';
import { defineSubgraph } from '@qsr/subgraph';
import { createContext } from './context.ts';
import { permissions } from './permissions.ts';
import { tables } from './repository/tables.ts';
import { resolvers } from './resolvers/index.ts';

/** What the orders subgraph is made with. */
export interface OrdersOptions {
  readonly storeUrl: string;
  readonly legacy: PaymentClientOptions;
  readonly log?: Log;
}

/** Opens the store and wires the parts; listens to nothing. The legacy system does not need to be up. */
export const createOrders = async ({ storeUrl, legacy, log }: OrdersOptions) => {
  const [typeDefs, store] = await Promise.all([
    readFile(new URL('../schema.graphql', import.meta.url), 'utf8'),
    openStore(storeUrl),
  ]);
  await store.ensureTables(tables);
  const payments = createPaymentClient(log === undefined ? legacy : { ...legacy, log });
  return defineSubgraph({
    name: 'orders',
    typeDefs,
    resolvers,
    permissions,
    context: (scope) => createContext(scope, { store, payments }),
    ready: () => store.ping(),
    close: async () => {
      await Promise.all([payments.close(), store.close()]);
    },
  });
};
