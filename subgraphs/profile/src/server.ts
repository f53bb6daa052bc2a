import { openBus } from '@qsr/events';
import { openStore } from '@qsr/store';
import { defineSubgraph } from '@qsr/subgraph';
import { createLogger, type Logger } from '@qsr/telemetry';
import { createContext } from './context.ts';
import { permissions } from './permissions.ts';
import { tables } from './repository/index.ts';
import { resolvers } from './resolvers/index.ts';
import { createWorkers } from './workers.ts';

/** What the profile subgraph is made with. */
export interface ProfileOptions {
  readonly storeUrl: string;
  readonly busUrl: string;
  readonly log?: Logger;
}

/** Opens the store and wires the parts; listens to nothing. The bus does not need to be up. */
export const createProfile = async ({ storeUrl, busUrl, log = createLogger('profile', 'silent') }: ProfileOptions) => {
  const store = await openStore(storeUrl);
  await store.ensureTables(tables);
  const bus = openBus(busUrl);
  return defineSubgraph({
    name: 'profile',
    schema: new URL('../schema.graphql', import.meta.url),
    store,
    resolvers,
    permissions,
    context: createContext,
    workers: createWorkers({ store, bus, log }),
    close: () => {
      bus.close();
      return Promise.resolve();
    },
  });
};
