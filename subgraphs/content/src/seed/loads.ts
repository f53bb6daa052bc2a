import type { World } from '@qsr/seed';
import { load, type Load } from '@qsr/subgraph/seeding';
import { copiesTable } from '../repository/copies.ts';
import { homeScreensTable } from '../repository/home-screens.ts';
import { legalDocumentsTable } from '../repository/legal-documents.ts';
import { pagesTable } from '../repository/pages.ts';
import { copyItems, homeScreenItem, legalDocumentItem, pageItem } from './items.ts';

/** Everything: content knows no customers. */
export const catalogue = (world: World): readonly Load[] => {
  const { homeScreens, pages, legalDocuments } = world.content;
  return [
    load(homeScreensTable, homeScreens.map(homeScreenItem)),
    load(copiesTable, copyItems(world)),
    load(pagesTable, pages.map(pageItem)),
    load(legalDocumentsTable, legalDocuments.map(legalDocumentItem)),
  ];
};
