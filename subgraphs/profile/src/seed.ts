import { loadConfig } from '@qsr/config';
import { createWorld } from '@qsr/seed';
import { load, runSeed, seedArguments } from '@qsr/subgraph/seeding';
import { environment } from './config.ts';
import { customersTable } from './repository/customers.ts';
import { segmentsTable } from './repository/segments.ts';
import { tables } from './repository/index.ts';
import { customerItem, segmentItem } from './seed/items.ts';

const { PROFILE_STORE } = loadConfig('profile seed', { PROFILE_STORE: environment.PROFILE_STORE });
const world = createWorld(seedArguments());

await runSeed({
  storeUrl: PROFILE_STORE,
  tables,
  total: world.customerCount,
  customers: world.customers(),
  catalogue: () => [load(segmentsTable, world.segments.map(segmentItem))],
  ofCustomers: (customers) => [load(customersTable, customers.map(customerItem))],
});
