import type { Reference } from './fields.ts';
import { canBeCustomerId } from './ids.ts';
import type { RequestScope } from './scope.ts';

/** `Query.me` of every subgraph: the id of the verified token alone, so that it needs no store and no other service. */
export const me = (_parent: unknown, _args: unknown, { viewer }: RequestScope): Reference | null =>
  viewer.customerId === null ? null : { id: viewer.customerId };

/**
 * `Customer.__resolveReference` of every subgraph but profile, which keeps the customers: here whoever could be one is,
 * so that nothing needs to be read.
 */
export const customerReference = ({ id }: Reference): Reference | null => (canBeCustomerId(id) ? { id } : null);
