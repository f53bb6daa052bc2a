import type { StoreSession } from '@qsr/store';
import { copiesTable, copyRepository } from './copies.ts';
import { homeScreenRepository, homeScreensTable } from './home-screens.ts';
import { legalDocumentRepository, legalDocumentsTable } from './legal-documents.ts';
import { pageRepository, pagesTable } from './pages.ts';

/** Every table of this subgraph; created at start where missing. */
export const tables = [homeScreensTable, copiesTable, pagesTable, legalDocumentsTable];

/** The repositories of one request. */
export const createRepositories = (session: StoreSession) => ({
  homeScreens: homeScreenRepository(session),
  copies: copyRepository(session),
  pages: pageRepository(session),
  legalDocuments: legalDocumentRepository(session),
});

export type Repositories = ReturnType<typeof createRepositories>;
