import type { StoreSession, Stored, TableSpec } from '@qsr/store';

/** A picture; width and height in pixels. */
export interface MediaRecord {
  readonly url: string;
  readonly alt: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** One module, told apart by the name of its GraphQL type. */
export type ModuleRecord =
  | {
      readonly __typename: 'HeroBanner';
      readonly id: string;
      readonly title: string;
      readonly subtitle: string | null;
      readonly image: MediaRecord | null;
      readonly callToAction: { readonly label: string; readonly deepLink: string } | null;
    }
  | {
      readonly __typename: 'OfferCarousel';
      readonly id: string;
      readonly title: string;
      readonly offers: ReadonlyArray<{ readonly id: string }>;
    }
  | {
      readonly __typename: 'MenuHighlights';
      readonly id: string;
      readonly title: string;
      readonly items: ReadonlyArray<{ readonly id: string }>;
    }
  | { readonly __typename: 'LoyaltyPanel'; readonly id: string; readonly title: string; readonly guestTitle: string }
  | { readonly __typename: 'TextPanel'; readonly id: string; readonly title: string | null; readonly body: string };

/** What fills one slot. Published screens are found by their slot; a draft's slot ends with its revision. */
export interface HomeScreenItem {
  readonly slot: string;
  readonly id: string;
  readonly locale: string;
  readonly publishedAt: string | null;
  readonly modules: readonly ModuleRecord[];
}

export type StoredHomeScreen = Stored<HomeScreenItem>;

export const homeScreensTable: TableSpec<HomeScreenItem> = {
  name: 'home-screens',
  key: { partition: 'slot' },
  indexes: { byId: { partition: 'id', sort: 'slot' } },
};

/** Where a draft is kept. */
export const draftSlot = (slot: string, revision: string): string => `${slot}#${revision}`;

/** Access: several slots at once; by id. */
export const homeScreenRepository = (session: StoreSession) => {
  const table = session.table(homeScreensTable);
  return {
    table,
    byId: async (id: string): Promise<StoredHomeScreen | null> => {
      const page = await table.query({ index: 'byId', partition: id, limit: 10 });
      return page.entries.find(({ item }) => item.publishedAt !== null)?.item ?? null;
    },
  };
};
