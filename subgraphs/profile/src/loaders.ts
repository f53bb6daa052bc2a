import { itemLoader } from '@qsr/subgraph';
import type { Repositories } from './repository/index.ts';

/** One loader an access pattern by key. */
export const createLoaders = ({ customers, segments, audienceExports, privacyRequests }: Repositories) => ({
  customers: itemLoader(customers.table),
  segments: itemLoader(segments.table),
  audienceExports: itemLoader(audienceExports.table),
  privacyRequests: itemLoader(privacyRequests.table),
});

export type Loaders = ReturnType<typeof createLoaders>;
