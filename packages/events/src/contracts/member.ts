import { accountId, customerId } from './fields.ts';

/** Whose points an event is about. */
export const member = { accountId, customerId };
