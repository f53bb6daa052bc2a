import { eachLoader, itemLoader } from '@qsr/subgraph';
import type { Repositories } from './repository/index.ts';

/** One loader an access pattern by key; only references from outside come by the ids that are indexes. */
export const createLoaders = ({ homeScreens, copies, pages, legalDocuments }: Repositories) => ({
  copies: itemLoader(copies.table),
  slots: itemLoader(homeScreens.table),
  homeScreens: eachLoader(homeScreens.byId),
  pages: eachLoader(pages.byId),
  legalDocuments: eachLoader(legalDocuments.byId),
});

export type Loaders = ReturnType<typeof createLoaders>;
