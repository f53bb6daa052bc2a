import { audienceExportsTable } from './audience-exports.ts';
import { customersTable } from './customers.ts';
import { privacyRequestsTable } from './privacy-requests.ts';
import { segmentsTable } from './segments.ts';

/** Every table of this subgraph; created at start where missing. */
export const tables = [customersTable, segmentsTable, audienceExportsTable, privacyRequestsTable];
