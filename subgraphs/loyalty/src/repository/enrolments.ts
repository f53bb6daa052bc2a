import type { StoreSession, TableSpec } from '@qsr/store';

/**
 * A customer's one place in a program. As an item with a key of its own, and not an index of the accounts, it is unique
 * by its creation and is read for many customers at once.
 */
export interface EnrolmentItem {
  readonly customerId: string;
  readonly programCode: string;
  readonly accountId: string;
}

export const enrolmentsTable: TableSpec<EnrolmentItem> = {
  name: 'loyalty-enrolments',
  key: { partition: 'customerId', sort: 'programCode' },
};

/** Access: by customer and program. */
export const enrolmentRepository = (session: StoreSession) => ({ table: session.table(enrolmentsTable) });
