import { Later, type Handlers } from '@qsr/events';
import { setTier, welcome } from '../commands/keep-standing.ts';
import { reverseRedemptions } from '../commands/reverse-redemptions.ts';
import type { Work } from '../context.ts';

/** When to ask again whether a checkout has come to its end, in ms. */
const askAgainMs = 15_000;

const reverse = async (checkoutId: string, offerIds: readonly string[] | 'all', work: Work): Promise<void> => {
  const answer = await reverseRedemptions(checkoutId, offerIds, work);
  if (answer === 'not yet') throw new Later(askAgainMs, `${checkoutId} has not come to its end`);
};

/** What offers do when they hear of something. Each has its effect once, whatever the number and order of deliveries. */
export const createHandlers = (work: (signal: AbortSignal) => Work) =>
  ({
    'profile.customer.registered': ({ data }, { signal }) => welcome(data.customerId, work(signal)),
    'loyalty.account.enrolled': ({ data, time }, { signal }) =>
      setTier(data.customerId, { tierCode: data.tierCode, since: time }, work(signal)),
    'loyalty.tier.changed': ({ data, time }, { signal }) =>
      setTier(data.customerId, { tierCode: data.to, since: time }, work(signal)),
    'orders.order.refunded': ({ data }, { signal }) => reverse(data.checkoutId, data.offersReversed, work(signal)),
    'orders.order.cancelled': async ({ data }, { signal }) => {
      const own = work(signal);
      const found = await own.repositories.reservations.ofOrder(data.orderId);
      for (const { checkoutId } of found) await reverse(checkoutId, 'all', own);
    },
  }) satisfies Handlers;
