import { createCache } from '@qsr/cache';
import { createLoyaltyClient, type Log, type LoyaltyClientOptions } from '@qsr/legacy';
import { openStore } from '@qsr/store';
import { defineSubgraph } from '@qsr/subgraph';
import { createContext } from './context.ts';
import { createMemberCodes } from './domain/member-codes.ts';
import { permissions } from './permissions.ts';
import { createBalances } from './repository/balances.ts';
import { tables } from './repository/index.ts';
import { resolvers } from './resolvers/index.ts';

/** What the loyalty subgraph is made with. */
export interface LoyaltyOptions {
  readonly storeUrl: string;
  readonly legacy: Omit<LoyaltyClientOptions, 'log' | 'now'>;
  /** Without it, balances are cached in this process only. */
  readonly redisUrl?: string | undefined;
  /** The first one signs. */
  readonly memberCodeSecrets: readonly string[];
  readonly log?: Log;
  /** The clock of what all requests share; tests set it. */
  readonly now?: () => Date;
}

/** Opens the store and wires the parts; listens to nothing. Neither the legacy system nor Redis need to be up. */
export const createLoyalty = async ({ storeUrl, legacy, redisUrl, memberCodeSecrets, log, now }: LoyaltyOptions) => {
  const logging = log && { log };
  const store = await openStore(storeUrl);
  await store.ensureTables(tables);
  const client = createLoyaltyClient({ ...legacy, ...logging, ...(now && { now }) });
  const cache = createCache({ redisUrl, prefix: 'loyalty', ...logging, ...(now && { now: () => now().getTime() }) });
  const balances = createBalances({ client, cache, store, ...logging });
  const memberCodes = createMemberCodes(memberCodeSecrets);
  return defineSubgraph({
    name: 'loyalty',
    schema: new URL('../schema.graphql', import.meta.url),
    store,
    resolvers,
    permissions,
    context: (scope, session) => createContext(scope, session, { balances, memberCodes }),
    close: async () => {
      await client.close();
      await balances.flush();
      cache.close();
    },
  });
};
