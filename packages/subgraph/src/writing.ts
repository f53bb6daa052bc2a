export { outboxIndex, withEvents, type Aggregate, type IdempotencyRecord } from './writing/aggregate.ts';
export { type MutationCall } from './writing/call.ts';
export { changeOnce, type Change, type Changed, type Decision } from './writing/change-once.ts';
export { claimsTable, createOnce, type ClaimItem, type Created, type Creation } from './writing/claims.ts';
export { derivedId, derivedUlid } from './writing/derived-id.ts';
export { inboxTable, storedInbox, type InboxItem } from './writing/inbox.ts';
export { outboxSource } from './writing/outbox-source.ts';
export { release, reserve, type Reservation, type Reserved } from './writing/reserve.ts';
export { update, type Step, type Update } from './writing/update.ts';
export {
  callError,
  inProgress,
  isPassing,
  keyError,
  keyReused,
  retryLater,
  userError,
  type UserError,
} from './writing/user-errors.ts';
