import { localeCandidates } from '../domain/locale.ts';
import { legalVersion } from '../domain/legal-version.ts';
import { slotCandidates, slotKey } from '../domain/slot.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { draftSlot } from '../repository/home-screens.ts';

const isFound = <Item>(item: Item | Error | null): item is Item => item !== null && !(item instanceof Error);

export const Query: QueryResolvers = {
  homeScreen: async (_parent, { channel, locale, storeId }, { loaders }) => {
    const slots = slotCandidates({ channel, locale, storeId: storeId ?? null });
    const screens = await loaders.slots.loadMany(slots);
    const failure = screens.find((screen) => screen instanceof Error);
    if (failure !== undefined) throw failure;
    return screens.find(isFound) ?? null;
  },
  page: async (_parent, { slug, locale }, { repositories, now }) => {
    if (slug === '') return null;
    const pages = await repositories.pages.inLocales(slug, localeCandidates(locale));
    return pages.filter(isFound).find(({ publishedAt }) => Date.parse(publishedAt) <= now().getTime()) ?? null;
  },
  legalDocument: async (_parent, { type, locale, version }, { repositories, now }) => {
    for (const candidate of localeCandidates(locale)) {
      const versions = await repositories.legalDocuments.versions(type, candidate);
      const document = legalVersion(versions, version ?? null, now());
      if (document !== null) return document;
    }
    return null;
  },
  previewHomeScreen: (_parent, { channel, locale, revision }, { loaders }) =>
    loaders.slots.load(draftSlot(slotKey({ channel, locale, storeId: null }), revision)),
};
