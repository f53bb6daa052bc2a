import { loadConfig } from '@qsr/config';
import { createWorld } from '@qsr/seed';
import { runSeed, seedArguments } from '@qsr/subgraph/seeding';
import { environment } from './config.ts';
import { tables } from './repository/index.ts';
import { catalogue } from './seed/loads.ts';

const { CONTENT_STORE } = loadConfig('content seed', { CONTENT_STORE: environment.CONTENT_STORE });
const world = createWorld(seedArguments());

await runSeed({
  storeUrl: CONTENT_STORE,
  tables,
  total: 0,
  customers: [],
  catalogue: () => catalogue(world),
  ofCustomers: () => [],
});
