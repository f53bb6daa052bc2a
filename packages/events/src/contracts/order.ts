import { channel, customerId, instant, name, orderId, storeId } from './fields.ts';

/** What every event of an order says; `at` is when its status changed. Guests have no customer id. */
export const order = {
  orderId,
  number: name,
  customerId: customerId.nullable(),
  storeId,
  storeCode: name,
  channel,
  at: instant,
};
