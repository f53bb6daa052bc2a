import { itemLoader } from '@qsr/subgraph';
import DataLoader from 'dataloader';
import type { Repositories } from './repository/index.ts';

/** By id over an index: only references from outside come this way, a handful a request. */
const eachById = <Item>(byId: (id: string) => Promise<Item | null>) =>
  new DataLoader<string, Item | null>((ids) =>
    Promise.all(ids.map((id) => byId(id).catch((error: unknown) => error as Error))),
  );

/** One loader an access pattern by key. */
export const createLoaders = ({ homeScreens, copies, pages, legalDocuments }: Repositories) => ({
  copies: itemLoader(copies.table),
  slots: itemLoader(homeScreens.table),
  homeScreens: eachById(homeScreens.byId),
  pages: eachById(pages.byId),
  legalDocuments: eachById(legalDocuments.byId),
});

export type Loaders = ReturnType<typeof createLoaders>;
