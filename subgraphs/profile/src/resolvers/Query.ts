import { pageRequest, me, storeConnection, listConnection } from '@qsr/subgraph';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { segmentsMatching } from '../domain/segment-filter.ts';

export const Query: QueryResolvers = {
  me,
  customer: async (_parent, { id }, { loaders }) => loaders.customers.load(id),
  segments: async (_parent, args, { repositories }) => {
    const where = 'Query.segments';
    const page = pageRequest(args, { where, initial: 20, maximum: 100 });
    if (args.filter == null) return storeConnection(await repositories.segments.byCode(page), page);
    const segments = segmentsMatching(await repositories.segments.all(), args.filter);
    const list = `segments ${JSON.stringify(args.filter)}`;
    return listConnection(segments, page, { where, list, keyOf: ({ code }) => code });
  },
  segment: (_parent, { id }, { loaders }) => loaders.segments.load(id),
  previewSegment: () => null,
  audienceExport: (_parent, { id }, { loaders }) => loaders.audienceExports.load(id),
  privacyRequest: async (_parent, { id }, { loaders, viewer }) => {
    const request = await loaders.privacyRequests.load(id);
    return request?.customerId === viewer.customerId ? request : null;
  },
};
