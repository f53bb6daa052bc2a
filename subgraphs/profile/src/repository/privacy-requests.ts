import { itemsOf, type StoreSession, type Stored, type TableSpec } from '@qsr/store';

type Status = 'RECEIVED' | 'VERIFYING' | 'IN_PROGRESS' | 'COMPLETED' | 'REJECTED' | 'CANCELLED' | 'FAILED';

/** A request for access or erasure, with the task of each owner of data. */
export interface PrivacyRequestItem {
  readonly id: string;
  readonly customerId: string;
  readonly type: 'ACCESS' | 'ERASURE';
  readonly status: Status;
  readonly tasks: ReadonlyArray<{
    readonly owner: string;
    readonly status: Status;
    readonly completedAt: string | null;
    readonly note: string | null;
  }>;
  readonly requestedAt: string;
  readonly dueAt: string;
  readonly completedAt: string | null;
}

export type StoredPrivacyRequest = Stored<PrivacyRequestItem>;

export const privacyRequestsTable: TableSpec<PrivacyRequestItem> = {
  name: 'privacy-requests',
  key: { partition: 'id' },
  indexes: { byCustomer: { partition: 'customerId', sort: 'requestedAt' } },
};

/** A customer makes a handful of requests in a lifetime; more than this is not listed. */
const mostOfOneCustomer = 50;

/** Access: by id; those of a customer, newest first. */
export const privacyRequestRepository = (session: StoreSession) => {
  const table = session.table(privacyRequestsTable);
  return {
    table,
    ofCustomer: async (customerId: string): Promise<StoredPrivacyRequest[]> => {
      const page = await table.query({
        index: 'byCustomer',
        partition: customerId,
        order: 'descending',
        limit: mostOfOneCustomer,
      });
      return itemsOf(page);
    },
  };
};
