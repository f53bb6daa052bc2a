import { loadConfig } from '@qsr/config';
import { runSubgraph } from '@qsr/subgraph';
import { environment } from './config.ts';
import { createProfile } from './server.ts';

const config = loadConfig('profile', environment);
await runSubgraph('profile', config, (log) =>
  createProfile({ storeUrl: config.PROFILE_STORE, busUrl: config.BUS_URL, log }),
);
