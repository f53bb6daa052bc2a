import { loadConfig } from '@qsr/config';
import { runSubgraph } from '@qsr/subgraph';
import { environment } from './config.ts';
import { createOffers } from './server.ts';

const config = loadConfig('offers', environment);
await runSubgraph('offers', config, (log) =>
  createOffers({ storeUrl: config.OFFERS_STORE, busUrl: config.BUS_URL, log }),
);
