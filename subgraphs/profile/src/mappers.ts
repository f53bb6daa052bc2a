import type { Reference } from '@qsr/subgraph';
import type { Consent } from './domain/consent.ts';
import type { StoredAudienceExport } from './repository/audience-exports.ts';
import type { StoredPrivacyRequest } from './repository/privacy-requests.ts';
import type { StoredSegment } from './repository/segments.ts';

/** What stands behind each GraphQL type: `<Type>Mapper` is what a resolver hands on as `<Type>`. */
export interface CustomerMapper extends Reference {
  /** Set in the one answer to a sign-up in which a caller without a token may read the new profile. */
  readonly isNew?: boolean;
}
export type ConsentMapper = Consent;
export type SegmentMapper = StoredSegment;
export type AudienceExportMapper = StoredAudienceExport;
export type PrivacyRequestMapper = StoredPrivacyRequest;
