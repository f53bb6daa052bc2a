import { loadConfig } from '@qsr/config';
import { createWorld } from '@qsr/seed';
import { runSeed, seedArguments } from '@qsr/subgraph/seeding';
import { environment } from './config.ts';
import { tables } from './repository/index.ts';
import { catalogue, ofCustomers } from './seed/loads.ts';

const { PROFILE_STORE } = loadConfig('profile seed', { PROFILE_STORE: environment.PROFILE_STORE });
const world = createWorld(seedArguments());

await runSeed({
  storeUrl: PROFILE_STORE,
  tables,
  total: world.customerCount,
  customers: world.customers(),
  catalogue: () => catalogue(world),
  ofCustomers,
});
