import type { EventEnvelope } from '@qsr/events';
import type { Stored } from '@qsr/store';
import { changeOnce, keyError } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import type { CustomerItem } from '../repository/customers.ts';
import { done, payloadOf, refusal, refused, type Payload, type ProfileError } from './payload.ts';

/** A new state of the signed-in customer with its events, or why there is none. */
export type Change =
  { readonly state: CustomerItem; readonly events?: readonly EventEnvelope[] } | { readonly error: ProfileError };

/** Carries out a mutation on the signed-in customer's own profile, once. `decide` has no effects. */
export const changeCustomer = async (
  mutation: string,
  { input, context }: { readonly input: { readonly idempotencyKey: string }; readonly context: Context },
  decide: (customer: Stored<CustomerItem>) => Change | Promise<Change>,
): Promise<Payload> => {
  const { viewer, repositories, now, signal } = context;
  const call = { viewer, mutation, input };
  const keyFault = keyError(call);
  if (keyFault !== null) return refusal(keyFault);
  const result = await changeOnce({
    table: repositories.customers.table,
    key: { partition: viewer.customerId ?? '' },
    call,
    now: now(),
    signal,
    decide: async (customer) => {
      const change = await decide(customer);
      return 'error' in change ? { refused: refused(change.error) } : { ...change, outcome: done(customer.id) };
    },
  });
  return payloadOf(result);
};
