import type { AudienceExportResolvers } from '../generated/resolvers.ts';

export const AudienceExport: AudienceExportResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.audienceExports.load(id),
  segment: ({ segmentId }, _args, { loaders }) => loaders.segments.load(segmentId),
};
