import { localeCandidates } from '../domain/locale.ts';
import { legalVersion } from '../domain/legal-version.ts';
import { isPublished } from '../domain/page.ts';
import { slotCandidates, slotKey } from '../domain/slot.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { draftSlot } from '../repository/home-screens.ts';

export const Query: QueryResolvers = {
  homeScreen: async (_parent, { channel, locale, storeId }, { loaders }) => {
    const slots = slotCandidates({ channel, locale, storeId: storeId ?? null });
    const screens = await Promise.all(slots.map((slot) => loaders.slots.load(slot)));
    return screens.find((screen) => screen !== null) ?? null;
  },
  page: async (_parent, { slug, locale }, { repositories, now }) => {
    const pages = await repositories.pages.inLocales(slug, localeCandidates(locale));
    return pages.find((page) => page !== null && isPublished(page, now())) ?? null;
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
