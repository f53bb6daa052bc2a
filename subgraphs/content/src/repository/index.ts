import type { StoreSession } from '@qsr/store';
import { copyRepository } from './copies.ts';
import { homeScreenRepository } from './home-screens.ts';
import { legalDocumentRepository } from './legal-documents.ts';
import { pageRepository } from './pages.ts';

/** The repositories of one request. */
export const createRepositories = (session: StoreSession) => ({
  homeScreens: homeScreenRepository(session),
  copies: copyRepository(session),
  pages: pageRepository(session),
  legalDocuments: legalDocumentRepository(session),
});

export type Repositories = ReturnType<typeof createRepositories>;
