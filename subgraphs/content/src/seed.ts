import { loadConfig } from '@qsr/config';
import { createWorld } from '@qsr/seed';
import { load, runSeed, seedArguments } from '@qsr/subgraph/seeding';
import { environment } from './config.ts';
import { copiesTable } from './repository/copies.ts';
import { homeScreensTable } from './repository/home-screens.ts';
import { legalDocumentsTable } from './repository/legal-documents.ts';
import { pagesTable } from './repository/pages.ts';
import { tables } from './repository/index.ts';
import { copyItems, homeScreenItem, legalDocumentItem, pageItem } from './seed/items.ts';

const { CONTENT_STORE } = loadConfig('content seed', { CONTENT_STORE: environment.CONTENT_STORE });
const world = createWorld(seedArguments());
const { homeScreens, pages, legalDocuments } = world.content;

await runSeed({
  storeUrl: CONTENT_STORE,
  tables,
  total: 0,
  customers: [],
  catalogue: () => [
    load(homeScreensTable, homeScreens.map(homeScreenItem)),
    load(copiesTable, copyItems(world)),
    load(pagesTable, pages.map(pageItem)),
    load(legalDocumentsTable, legalDocuments.map(legalDocumentItem)),
  ],
  ofCustomers: () => [],
});
