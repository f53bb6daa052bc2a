import { createCommandClient } from '@qsr/commands';
import { openBus } from '@qsr/events';
import { createPaymentClient, createPosClient, type PaymentClientOptions, type PosClientOptions } from '@qsr/legacy';
import { openStore } from '@qsr/store';
import { defineSubgraph } from '@qsr/subgraph';
import { createLogger, type Logger } from '@qsr/telemetry';
import { createContext, type Commands } from './context.ts';
import { permissions } from './permissions.ts';
import { tables } from './repository/index.ts';
import { resolvers } from './resolvers/index.ts';
import { createDrivers } from './saga/drivers.ts';
import type { Limits } from './saga/parts.ts';
import { createWorkers } from './workers.ts';

/** What the orders subgraph is made with. */
export interface OrdersOptions {
  readonly storeUrl: string;
  readonly busUrl: string;
  readonly legacy: PaymentClientOptions;
  /** Base URLs of the services that are commanded; the first secret signs. */
  readonly commands: { readonly offersUrl: string; readonly loyaltyUrl: string; readonly secrets: readonly string[] };
  readonly pos: PosClientOptions;
  readonly limits?: Partial<Limits>;
  readonly log?: Logger;
  readonly now?: () => Date;
}

const defaultLimits: Limits = { paymentHorizonMs: 30_000, checkoutMs: 600_000 };

const commandsOf = ({ offersUrl, loyaltyUrl, secrets }: OrdersOptions['commands']): Commands => ({
  offers: createCommandClient({ url: offersUrl, service: 'offers', caller: 'orders', secrets }),
  loyalty: createCommandClient({ url: loyaltyUrl, service: 'loyalty', caller: 'orders', secrets }),
});

/** Opens the store and wires the parts; listens to nothing. None of the other systems needs to be up. */
export const createOrders = async (options: OrdersOptions) => {
  const { storeUrl, log = createLogger('orders', 'silent'), now = () => new Date() } = options;
  const store = await openStore(storeUrl);
  await store.ensureTables(tables);
  const bus = openBus(options.busUrl);
  const payments = createPaymentClient({ ...options.legacy, log });
  const commands = commandsOf(options.commands);
  const pos = createPosClient({ ...options.pos, log });
  const limits = { ...defaultLimits, ...options.limits };
  const systems = { store, payments, commands, pos, limits, log, now };
  const drivers = createDrivers(systems);
  return defineSubgraph({
    name: 'orders',
    schema: new URL('../schema.graphql', import.meta.url),
    store,
    resolvers,
    permissions,
    context: (scope, session) => createContext(scope, session, { payments, commands, pos, drivers }),
    workers: createWorkers({ ...systems, bus, drivers }),
    close: async () => {
      await drivers.idle();
      bus.close();
      await Promise.all([payments.close(), commands.offers.close(), commands.loyalty.close(), pos.close()]);
    },
  });
};
