import type { Acknowledged } from '../customer.ts';
import type { Journey } from '../journey.ts';
import type { Operation } from '../operations.ts';

/** A call that was acknowledged as done, by whom, and which ids its answer named. */
export interface Promised extends Acknowledged {
  readonly customerId: string | null;
  readonly ids: readonly string[];
}

/** What was acknowledged and not refused. */
export const promisesOf = (
  acknowledged: readonly Acknowledged[],
  journeys: readonly Journey[],
): readonly Promised[] => {
  const customers = new Map(journeys.map(({ index, customerId }) => [index, customerId]));
  return acknowledged.flatMap((call) => {
    const { ids, refused = [] } = JSON.parse(call.said) as { ids: string[]; refused?: string[] };
    return refused.length > 0 ? [] : [{ ...call, ids, customerId: customers.get(call.checkout) ?? null }];
  });
};

/** Ids that answers of one operation named. */
export const idsOf = (promises: readonly Promised[], operation: Operation): ReadonlySet<string> =>
  new Set(promises.filter((promise) => promise.operation === operation).flatMap(({ ids }) => ids));
