import type { ResolverMap } from '@qsr/subgraph';
import { AudienceExport } from './AudienceExport.ts';
import { Customer } from './Customer.ts';
import { Mutation } from './Mutation.ts';
import { PrivacyRequest } from './PrivacyRequest.ts';
import { Query } from './Query.ts';
import { Segment } from './Segment.ts';

/** Every type with resolvers of its own; all other fields are read off the object that stands behind their type. */
export const resolvers: ResolverMap = {
  AudienceExport,
  Customer,
  Mutation,
  PrivacyRequest,
  Query,
  Segment,
};
