import type { StoreSession, Stored, TableSpec } from '@qsr/store';

/** A job that writes the contactable members of a segment into a file. */
export interface AudienceExportItem {
  readonly id: string;
  readonly status: 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'EXPIRED';
  readonly segmentId: string;
  readonly purpose: 'MARKETING' | 'PERSONALIZATION' | 'ANALYTICS' | 'THIRD_PARTY_SHARING';
  readonly channel: 'EMAIL' | 'SMS' | 'PUSH';
}

export type StoredAudienceExport = Stored<AudienceExportItem>;

export const audienceExportsTable: TableSpec<AudienceExportItem> = {
  name: 'audience-exports',
  key: { partition: 'id' },
};

/** Access: by id. */
export const audienceExportRepository = (session: StoreSession) => ({ table: session.table(audienceExportsTable) });
