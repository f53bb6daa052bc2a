import type { StoreSession, TableSpec } from '@qsr/store';
import type { Edition } from '@qsr/subgraph/editions';
import type { PolicyType } from '../domain/policy.ts';

/** A copy of which editions of a legal text there are; content owns the texts. */
export interface PolicyItem {
  readonly type: PolicyType;
  readonly editions: readonly Edition[];
}

export const policiesTable: TableSpec<PolicyItem> = { name: 'policies', key: { partition: 'type' } };

/** Access: by type. */
export const policyRepository = (session: StoreSession) => ({ table: session.table(policiesTable) });
