import { createPaymentClient, type Log, type PaymentClientOptions } from '@qsr/legacy';
import { openStore } from '@qsr/store';
import { defineSubgraph } from '@qsr/subgraph';
import { createContext } from './context.ts';
import { permissions } from './permissions.ts';
import { tables } from './repository/index.ts';
import { resolvers } from './resolvers/index.ts';

/** What the orders subgraph is made with. */
export interface OrdersOptions {
  readonly storeUrl: string;
  readonly legacy: PaymentClientOptions;
  readonly log?: Log;
}

/** Opens the store and wires the parts; listens to nothing. The legacy system does not need to be up. */
export const createOrders = async ({ storeUrl, legacy, log }: OrdersOptions) => {
  const store = await openStore(storeUrl);
  await store.ensureTables(tables);
  const payments = createPaymentClient({ ...legacy, ...(log && { log }) });
  return defineSubgraph({
    name: 'orders',
    schema: new URL('../schema.graphql', import.meta.url),
    store,
    resolvers,
    permissions,
    context: (scope, session) => createContext(scope, session, { payments }),
    close: () => payments.close(),
  });
};
