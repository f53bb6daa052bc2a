import { itemsOf, type StoreSession, type Stored, type TableSpec } from '@qsr/store';
import type { PageRequest } from '@qsr/subgraph';

/** One test of a segment's rules. */
export interface SegmentConditionRecord {
  readonly fact: SegmentFact;
  readonly operator: 'IN' | 'NOT_IN' | 'AT_LEAST' | 'AT_MOST' | 'BETWEEN';
  readonly values: readonly string[];
}

type SegmentFact =
  | 'TIER'
  | 'HOME_STORE'
  | 'LOCALE'
  | 'BIRTHDAY_MONTH'
  | 'FAVOURITE_DAYPART'
  | 'OFFER_REDEEMED'
  | 'POINTS_AVAILABLE'
  | 'DAYS_SINCE_SIGN_UP'
  | 'DAYS_SINCE_LAST_ORDER'
  | 'ORDERS_IN_90_DAYS'
  | 'SPEND_MINOR_IN_90_DAYS';

/** An audience. `collection` is the same for all, so that the index lists them by code. */
export interface SegmentItem {
  readonly id: string;
  readonly collection: 'segments';
  readonly code: string;
  readonly name: string;
  readonly description: string | null;
  readonly rules: {
    readonly all: readonly SegmentConditionRecord[];
    readonly any: readonly SegmentConditionRecord[];
    readonly none: readonly SegmentConditionRecord[];
  };
}

export type StoredSegment = Stored<SegmentItem>;

export const segmentsTable: TableSpec<SegmentItem> = {
  name: 'segments',
  key: { partition: 'id' },
  indexes: { byCode: { partition: 'collection', sort: 'code' } },
};

/** Marketing defines dozens of segments; a filter looks at this many at most. */
const mostSegments = 1_000;

/** Access: by id; by code, a page at a time; all of them. */
export const segmentRepository = (session: StoreSession) => {
  const table = session.table(segmentsTable);
  const byCode = ({ limit, after }: PageRequest) =>
    table.query({ index: 'byCode', partition: 'segments', limit, after });
  return {
    table,
    byCode,
    all: async (): Promise<StoredSegment[]> => {
      const page = await byCode({ limit: mostSegments, after: undefined });
      return itemsOf(page);
    },
  };
};
