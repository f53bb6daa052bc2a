import { openBus } from '@qsr/events';
import { openStore } from '@qsr/store';
import { defineSubgraph } from '@qsr/subgraph';
import { createLogger, type Logger } from '@qsr/telemetry';
import { createContext, talliesOf } from './context.ts';
import { commands } from './internal/index.ts';
import { permissions } from './permissions.ts';
import { tables } from './repository/index.ts';
import { resolvers } from './resolvers/index.ts';
import { createWorkers } from './workers.ts';

/** What the offers subgraph is made with. `now` is the clock of its workers; requests have their server's. */
export interface OffersOptions {
  readonly storeUrl: string;
  readonly busUrl: string;
  readonly log?: Logger;
  readonly now?: () => Date;
}

/** Opens the store and wires the parts; listens to nothing. The bus does not need to be up. */
export const createOffers = async (options: OffersOptions) => {
  const { storeUrl, busUrl, log = createLogger('offers', 'silent'), now = () => new Date() } = options;
  const store = await openStore(storeUrl);
  await store.ensureTables(tables);
  const bus = openBus(busUrl);
  const tallies = talliesOf(store);
  return defineSubgraph({
    name: 'offers',
    schema: new URL('../schema.graphql', import.meta.url),
    store,
    resolvers,
    permissions,
    context: (scope, session) => createContext(scope, session, { tallies }),
    commands,
    workers: createWorkers({ store, bus, tallies, log, now }),
    close: () => {
      bus.close();
      return Promise.resolve();
    },
  });
};
