import { createWorld } from '@qsr/seed';
import { startSeeded } from '@qsr/testkit';
import { catalogue } from '../src/seed/loads.ts';
import { createContent } from '../src/server.ts';

export const world = createWorld({ anchor: '2026-03-01T00:00:00.000Z', customers: 1 });

/** The subgraph over a store that holds the world. */
export const startContent = () =>
  startSeeded({
    create: (storeUrl) => createContent({ storeUrl }),
    loads: catalogue(world),
    anchor: world.anchor,
  });
