import { isPublished } from '../domain/page.ts';
import type { ContentPageResolvers } from '../generated/resolvers.ts';

export const ContentPage: ContentPageResolvers = {
  __resolveReference: async ({ id }, { loaders, now }) => {
    const page = await loaders.pages.load(id);
    return page !== null && isPublished(page, now()) ? page : null;
  },
};
