import type { StoreSession } from '@qsr/store';
import { audienceExportRepository, audienceExportsTable } from './audience-exports.ts';
import { claimsTable } from '@qsr/subgraph/writing';
import { contactReservationRepository, contactReservationsTable } from './contact-reservations.ts';
import { customerRepository, customersTable } from './customers.ts';
import { policiesTable, policyRepository } from './policies.ts';
import { privacyRequestRepository, privacyRequestsTable } from './privacy-requests.ts';
import { segmentRepository, segmentsTable } from './segments.ts';

/** Every table of this subgraph; created at start where missing. */
export const tables = [
  customersTable,
  contactReservationsTable,
  policiesTable,
  segmentsTable,
  audienceExportsTable,
  privacyRequestsTable,
  claimsTable,
];

/** The repositories of one request. */
export const createRepositories = (session: StoreSession) => ({
  customers: customerRepository(session),
  contactReservations: contactReservationRepository(session),
  policies: policyRepository(session),
  segments: segmentRepository(session),
  audienceExports: audienceExportRepository(session),
  privacyRequests: privacyRequestRepository(session),
});

export type Repositories = ReturnType<typeof createRepositories>;
