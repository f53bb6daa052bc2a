import type { StoreSession, TableSpec } from '@qsr/store';
import type { Edition } from '@qsr/subgraph/editions';

/** A copy of which editions of the program's terms there are; content owns the text. */
export interface PolicyItem {
  readonly type: 'LOYALTY_TERMS';
  readonly editions: readonly Edition[];
}

export const policiesTable: TableSpec<PolicyItem> = { name: 'loyalty-policies', key: { partition: 'type' } };

/** Access: by type. */
export const policyRepository = (session: StoreSession) => ({ table: session.table(policiesTable) });
