import type { RequestScope } from './scope.ts';

/** `Query.me` of every subgraph: the id of the verified token alone, so that it needs no store and no other service. */
export const me = (_parent: unknown, _args: unknown, { viewer }: RequestScope): { readonly id: string } | null =>
  viewer.customerId === null ? null : { id: viewer.customerId };
