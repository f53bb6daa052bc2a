import type { StoreSession } from '@qsr/store';
import { audienceExportRepository } from './audience-exports.ts';
import { customerRepository } from './customers.ts';
import { privacyRequestRepository } from './privacy-requests.ts';
import { segmentRepository } from './segments.ts';

/** The repositories of one request. */
export const createRepositories = (session: StoreSession) => ({
  customers: customerRepository(session),
  segments: segmentRepository(session),
  audienceExports: audienceExportRepository(session),
  privacyRequests: privacyRequestRepository(session),
});

export type Repositories = ReturnType<typeof createRepositories>;
