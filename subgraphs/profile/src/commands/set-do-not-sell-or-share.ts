import type { Context } from '../context.ts';
import type { SetDoNotSellOrShareInput } from '../generated/resolvers.ts';
import { changeCustomer } from './change-customer.ts';
import type { Payload } from './payload.ts';

/** Opts the signed-in customer out of the sale and sharing of their data, or in again. */
export const setDoNotSellOrShare = (input: SetDoNotSellOrShareInput, context: Context): Promise<Payload> =>
  changeCustomer('setDoNotSellOrShare', { input, context }, (customer) => ({
    state: { ...customer, doNotSellOrShare: input.optedOut },
  }));
