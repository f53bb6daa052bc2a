import { everyone, ownerOr, signedIn, withScope, type PermissionTree } from '@qsr/subgraph';
import type { CustomerMapper, PrivacyRequestMapper } from './mappers.ts';

const readAny = 'customer:read:any';

const marketing = withScope('marketing:read');

/**
 * The id alone says nothing; every other field is for the customer and for staff who may read any customer. Who has just
 * signed up belongs to whoever asked for it, in that answer.
 */
const customer = ownerOr<CustomerMapper>(readAny, ({ id, isNew }) => (isNew === true ? null : id));

const privacyRequest = ownerOr<PrivacyRequestMapper>(readAny, ({ customerId }) => customerId);

export const permissions: PermissionTree = {
  Query: {
    me: everyone,
    customer: withScope(readAny),
    segments: marketing,
    segment: marketing,
    previewSegment: marketing,
    audienceExport: withScope('marketing:export'),
    privacyRequest: everyone,
  },
  Mutation: {
    signUp: everyone,
    updateProfile: signedIn,
    recordConsents: signedIn,
    updateCommunicationPreferences: signedIn,
    setDoNotSellOrShare: signedIn,
  },
  Customer: { id: everyone, '*': customer },
  PrivacyRequest: { id: everyone, '*': privacyRequest },
  Segment: { id: everyone, members: withScope('marketing:members'), '*': marketing },
  SegmentMember: { contact: withScope('marketing:pii'), '*': withScope('marketing:members') },
  AudienceExport: withScope('marketing:export'),

  // Reached through the types above only.
  Birthday: everyone,
  CommunicationPreference: everyone,
  Consent: everyone,
  ConsentConnection: everyone,
  ConsentEdge: everyone,
  ContactEmail: everyone,
  ContactPhone: everyone,
  ExportManifest: everyone,
  PageInfo: everyone,
  PrivacyTask: everyone,
  SegmentCondition: everyone,
  SegmentConnection: everyone,
  SegmentEdge: everyone,
  SegmentMemberConnection: everyone,
  SegmentMemberEdge: everyone,
  SegmentPreview: everyone,
  SegmentRules: everyone,
  Store: everyone,

  // Outcomes of mutations; the entities in them have their own rules.
  ProfileUserError: everyone,
  RecordConsentsPayload: everyone,
  SignUpPayload: everyone,
  UpdateProfilePayload: everyone,
};
