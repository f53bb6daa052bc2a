import { pointsUnearned } from '../events/publish.ts';
import type { StoredLoyaltyAccount } from '../repository/accounts.ts';
import type { Repositories } from '../repository/index.ts';
import { memberAccount } from '../repository/members.ts';
import type { WaitingEventItem } from '../repository/waiting-events.ts';

/** What acting on the events of orders takes. `nudge` wakes the job that posts. */
export interface OrderEventParts {
  readonly repositories: Repositories;
  readonly now: () => Date;
  readonly nudge: () => void;
}

/**
 * The account that an order's event is about; null for a guest's, and for a customer's who is no member: then the
 * event is kept, in case the one that enrols them is still on its way, and nobody is left waiting for points until then.
 */
export const memberOrWaiting = async (
  { repositories, now }: OrderEventParts,
  event: WaitingEventItem['event'],
): Promise<StoredLoyaltyAccount | null> => {
  const { customerId } = event.data;
  if (customerId === null) return null;
  const account = await memberAccount(repositories, customerId);
  if (account !== null) return account;
  const isCompletion = event.type === 'orders.order.completed';
  const answers = isCompletion ? [pointsUnearned(event.data.orderId, customerId, now().toISOString())] : [];
  await repositories.waitingEvents.keep(customerId, { event, answers }, now());
  // Whoever enrolled them meanwhile may have looked for waiting events too early to see this one.
  return memberAccount(repositories, customerId);
};
