import { loadConfig } from '@qsr/config';
import { runSubgraph } from '@qsr/subgraph';
import { environment } from './config.ts';
import { createContent } from './server.ts';

const config = loadConfig('content', environment);
await runSubgraph('content', config, () => createContent({ storeUrl: config.CONTENT_STORE }));
