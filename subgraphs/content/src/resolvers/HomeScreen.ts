import type { HomeScreenResolvers } from '../generated/resolvers.ts';

export const HomeScreen: HomeScreenResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.homeScreens.load(id),
};
