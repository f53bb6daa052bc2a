import { itemsOf, type StoreSession, type Stored, type TableSpec } from '@qsr/store';
import type { HandoffMode } from '@qsr/subgraph/channels';
import type { DaypartRange } from '@qsr/subgraph/dayparts';
import type { GeoPoint } from '../domain/distance.ts';
import type { OpeningHours } from '../domain/opening-hours.ts';

/** A restaurant at work. `collection` is the same for all, so that the index lists them. */
export interface StoreItem {
  readonly id: string;
  readonly collection: 'stores';
  /** Shared with the tills and the legacy loyalty system. */
  readonly code: string;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly currency: string;
  readonly address: StoreAddressRecord;
  readonly position: GeoPoint;
  readonly hours: readonly OpeningHours[];
  readonly dayparts: readonly DaypartRange[];
  readonly handoffModes: readonly HandoffMode[];
  /** Groups that offers refer to, for example `airport`. */
  readonly groupCodes: readonly string[];
  /** Basis points of the discounted subtotal. */
  readonly taxRateBps: number;
  /** True where menu prices include the tax. */
  readonly taxesIncluded: boolean;
  /** Basis points of the subtotal, charged for DELIVERY. */
  readonly serviceChargeBps: number;
  /** The switch a manager turns; opening hours come on top. */
  readonly acceptingOrders: boolean;
  readonly estimatedReadyMinutes: number;
}

/** A postal address; `country` is ISO 3166-1 alpha-2. */
export interface StoreAddressRecord {
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly region: string | null;
  readonly postalCode: string;
  readonly country: string;
}

export type StoredStore = Stored<StoreItem>;

export const storesTable: TableSpec<StoreItem> = {
  name: 'stores',
  key: { partition: 'id' },
  indexes: { byCode: { partition: 'collection', sort: 'code' } },
};

/** A chain of more stores than this needs an index by place. */
const mostStores = 1_000;

/** Access: by id; all of them. */
export const storeRepository = (session: StoreSession) => {
  const table = session.table(storesTable);
  return {
    table,
    all: async (): Promise<StoredStore[]> => {
      const page = await table.query({ index: 'byCode', partition: 'stores', limit: mostStores });
      return itemsOf(page);
    },
  };
};
