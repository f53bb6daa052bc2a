import type { StoreSession, Stored, TableSpec } from '@qsr/store';

/** A page in one language. */
export interface PageItem {
  readonly slug: string;
  readonly locale: string;
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly publishedAt: string;
}

export type StoredPage = Stored<PageItem>;

export const pagesTable: TableSpec<PageItem> = {
  name: 'pages',
  key: { partition: 'slug', sort: 'locale' },
  indexes: { byId: { partition: 'id' } },
};

/** Access: a slug in several languages at once; by id. */
export const pageRepository = (session: StoreSession) => {
  const table = session.table(pagesTable);
  return {
    inLocales: (slug: string, locales: readonly string[]) =>
      table.getMany(locales.map((locale) => ({ partition: slug, sort: locale }))),
    byId: async (id: string): Promise<StoredPage | null> => {
      const page = await table.query({ index: 'byId', partition: id, limit: 1 });
      return page.entries[0]?.item ?? null;
    },
  };
};
