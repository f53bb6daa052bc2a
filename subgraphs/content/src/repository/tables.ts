import { copiesTable } from './copies.ts';
import { homeScreensTable } from './home-screens.ts';
import { legalDocumentsTable } from './legal-documents.ts';
import { pagesTable } from './pages.ts';

/** Every table of this subgraph; created at start where missing. */
export const tables = [homeScreensTable, copiesTable, pagesTable, legalDocumentsTable];
