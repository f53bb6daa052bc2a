import { createCache } from '@qsr/cache';
import { openBus } from '@qsr/events';
import { createLoyaltyClient, type LoyaltyClientOptions } from '@qsr/legacy';
import { openStore } from '@qsr/store';
import { createBackground, defineSubgraph } from '@qsr/subgraph';
import { createLogger, type Logger } from '@qsr/telemetry';
import { createContext } from './context.ts';
import { createMemberCodes } from './domain/member-codes.ts';
import { commands } from './internal/index.ts';
import { permissions } from './permissions.ts';
import { legacyPoints, type PointsPolicy } from './posting/parts.ts';
import { createPipeline } from './posting/pipeline.ts';
import { createBalances } from './repository/balances.ts';
import { createRepositories, tables } from './repository/index.ts';
import { resolvers } from './resolvers/index.ts';
import { createJobs, createWorkers } from './workers.ts';

/** What the loyalty subgraph is made with. */
export interface LoyaltyOptions {
  readonly storeUrl: string;
  readonly busUrl: string;
  readonly legacy: Omit<LoyaltyClientOptions, 'log' | 'now'>;
  /** Without it, balances are cached in this process only. */
  readonly redisUrl?: string | undefined;
  /** The first one signs. */
  readonly memberCodeSecrets: readonly string[];
  readonly policy: PointsPolicy;
  /** Pause between two rounds of an account, in ms; a day by default. */
  readonly roundEveryMs?: number;
  readonly log?: Logger;
  /** The clock of what all requests share; tests set it. */
  readonly now?: () => Date;
}

const dayMs = 86_400_000;

/** Opens the store and wires the parts; listens to nothing. Neither legacy system nor Redis nor bus need to be up. */
export const createLoyalty = async (options: LoyaltyOptions) => {
  const { storeUrl, busUrl, redisUrl, policy, now, log = createLogger('loyalty', 'silent') } = options;
  const store = await openStore(storeUrl);
  await store.ensureTables(tables);
  const bus = openBus(busUrl);
  const client = createLoyaltyClient({ ...options.legacy, log, ...(now && { now }) });
  const cache = createCache({ redisUrl, prefix: 'loyalty', log, ...(now && { now: () => now().getTime() }) });
  const balances = createBalances({ client, cache, store, log });
  const background = createBackground();
  const posting = {
    ...{ policy, log, random: Math.random, now: now ?? (() => new Date()) },
    repositories: createRepositories(store.session()),
    legacy: legacyPoints(client),
  };
  const pipeline = createPipeline(posting);
  const enrolling = {
    ...{ repositories: posting.repositories, now: posting.now, random: posting.random, client, log },
    roundEveryMs: options.roundEveryMs ?? dayMs,
    nudge: () => jobs.postEntries.nudge(),
  };
  const workerParts = { store, bus, posting, pipeline, enrolling, log };
  const jobs = createJobs(workerParts);
  const shared = {
    ...{ balances, client, policy, pipeline, enrolling, background: background.run },
    memberCodes: createMemberCodes(options.memberCodeSecrets),
    nudge: enrolling.nudge,
  };
  return defineSubgraph({
    name: 'loyalty',
    schema: new URL('../schema.graphql', import.meta.url),
    store,
    resolvers,
    permissions,
    commands,
    workers: createWorkers(workerParts, jobs),
    context: (scope, session) => createContext(scope, session, shared),
    close: async () => {
      await background.flush();
      bus.close();
      await client.close();
      await balances.flush();
      cache.close();
    },
  });
};
