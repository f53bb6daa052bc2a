import { createWorld, type CustomerFact } from '@qsr/seed';
import { startSeeded } from '@qsr/testkit';
import { catalogue, ofCustomers } from '../src/seed/loads.ts';
import { createProfile } from '../src/server.ts';

export const world = createWorld({ anchor: '2026-03-01T00:00:00.000Z', customers: 20 });
export const customers: readonly CustomerFact[] = [...world.customers()];

export const ann = customers[0]!;
export const ben = customers[1]!;

/** A bus that nobody runs: none is needed to answer requests. */
const noBus = 'sns+http://127.0.0.1:1/test';

/** The subgraph over a store that holds the world. */
export const startProfile = (busUrl = noBus) =>
  startSeeded({
    create: (storeUrl) => createProfile({ storeUrl, busUrl }),
    loads: [...catalogue(world), ...ofCustomers(customers)],
    anchor: world.anchor,
  });
