import { itemsOf, type Page, type StoreSession, type Stored, type TableSpec } from '@qsr/store';
import type { PageRequest } from '@qsr/subgraph';
import type { Aggregate } from '@qsr/subgraph/writing';
import type { Offer } from '../domain/offer.ts';

/** The offer aggregate: one item, keyed by id. `collection` is the same for all, so that an index lists them. */
export interface OfferItem extends Offer, Aggregate {
  readonly collection: 'offers';
  /** There while marketing has the offer released, so that customers' lists need not look at old ones and drafts. */
  readonly released?: 'released' | undefined;
}

export type StoredOffer = Stored<OfferItem>;

export const offersTable: TableSpec<OfferItem> = {
  name: 'offers',
  key: { partition: 'id' },
  indexes: {
    byCode: { partition: 'collection', sort: 'code' },
    releasedById: { partition: 'released', sort: 'id' },
  },
};

/** What the indexes go by follows from the offer: every write passes through here. */
export const indexedOffer = (offer: Offer): Omit<OfferItem, 'revision'> => ({
  ...offer,
  collection: 'offers',
  released: offer.status === 'LIVE' || offer.status === 'SCHEDULED' ? 'released' : undefined,
});

/** As many as one query may read. */
const pageSize = 1_000;

const everything = async (
  query: (page: PageRequest) => Promise<Page<OfferItem>>,
  after?: string,
): Promise<StoredOffer[]> => {
  const page = await query({ limit: pageSize, after });
  const items = itemsOf(page);
  return page.hasMore ? [...items, ...(await everything(query, page.entries.at(-1)?.cursor))] : items;
};

/** Access: by id; by code, a page at a time or all; all that are released, whether or not they run yet or still. */
export const offerRepository = (session: StoreSession) => {
  const table = session.table(offersTable);
  const listed =
    (index: string, partition: string) =>
    ({ limit, after }: PageRequest) =>
      table.query({ index, partition, limit, after });
  const byCode = listed('byCode', 'offers');
  return {
    table,
    byCode,
    all: (): Promise<StoredOffer[]> => everything(byCode),
    released: (): Promise<StoredOffer[]> => everything(listed('releasedById', 'released')),
  };
};
