import type { StoreSession, TableSpec } from '@qsr/store';
import type { StoreScope } from '../domain/store-scope.ts';

/** A copy of the few facts of a store that offers judge by; orders owns them. */
export interface StoreScopeItem extends StoreScope {
  readonly id: string;
}

export const storeScopesTable: TableSpec<StoreScopeItem> = { name: 'store-scopes', key: { partition: 'id' } };

/** Access: by id of the store. */
export const storeScopeRepository = (session: StoreSession) => ({ table: session.table(storeScopesTable) });
