import type { Reference } from '@qsr/subgraph';
import type { Consent } from './domain/consent.ts';
import type { StoredAudienceExport } from './repository/audience-exports.ts';
import type { StoredPrivacyRequest } from './repository/privacy-requests.ts';
import type { StoredSegment } from './repository/segments.ts';

/** What stands behind each GraphQL type: `<Type>Mapper` is what a resolver hands on as `<Type>`. */
export type CustomerMapper = Reference;
export type ConsentMapper = Consent;
export type SegmentMapper = StoredSegment;
export type AudienceExportMapper = StoredAudienceExport;
export type PrivacyRequestMapper = StoredPrivacyRequest;
