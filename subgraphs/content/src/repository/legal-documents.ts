import { itemsOf, type StoreSession, type Stored, type TableSpec } from '@qsr/store';

/** One version of a legal text in one language; `series` is type and language. */
export interface LegalDocumentItem {
  readonly series: string;
  readonly effectiveFrom: string;
  readonly id: string;
  readonly type: 'TERMS' | 'PRIVACY_NOTICE' | 'LOYALTY_TERMS' | 'MARKETING_CONSENT';
  /** The version that consents refer to; `version` itself is the store's word for how often an item was written. */
  readonly edition: string;
  readonly locale: string;
  readonly title: string;
  readonly body: string;
}

export type StoredLegalDocument = Stored<LegalDocumentItem>;

export const legalDocumentsTable: TableSpec<LegalDocumentItem> = {
  name: 'legal-documents',
  key: { partition: 'series', sort: 'effectiveFrom' },
  indexes: { byId: { partition: 'id' } },
};

/** The partition of a text in one language. */
export const seriesOf = (type: string, locale: string): string => `${type}/${locale}`;

/** A text has a handful of versions in its life. */
const mostVersions = 100;

/** Access: all versions of a text in one language, newest first; by id. */
export const legalDocumentRepository = (session: StoreSession) => {
  const table = session.table(legalDocumentsTable);
  return {
    versions: async (type: string, locale: string): Promise<StoredLegalDocument[]> => {
      const partition = seriesOf(type, locale);
      const page = await table.query({ partition, order: 'descending', limit: mostVersions });
      return itemsOf(page);
    },
    byId: async (id: string): Promise<StoredLegalDocument | null> => {
      const page = await table.query({ index: 'byId', partition: id, limit: 1 });
      return page.entries[0]?.item ?? null;
    },
  };
};
