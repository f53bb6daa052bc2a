import { captureHold, commitOffers, holdPoints, releaseHold, releaseOffers, reserveOffers } from '@qsr/commands';
import { ask } from '../commands/ask.ts';
import type { Checkout } from '../domain/saga/checkout.ts';
import { failures } from '../domain/saga/failures.ts';
import type { StoredOrder } from '../repository/orders.ts';
import { happened, later, type Handled, type SagaParts } from './parts.ts';

/** An order that has a checkout. */
export type CheckedOut = StoredOrder & { readonly checkout: Checkout };

/** After so many rounds the guest has waited long enough for somebody who does not answer. */
const mostTries = 4;

const isPatienceOver = ({ work }: StoredOrder): boolean => (work?.tries ?? 0) >= mostTries;

const keyOf = ({ id }: Checkout, step: string) => ({ key: `${id}:${step}` });

export const reserve = async (order: CheckedOut, { commands }: SagaParts): Promise<Handled> => {
  const { checkout, currency } = order;
  const answer = await ask(
    commands.offers.send(
      reserveOffers,
      {
        ...{ checkoutId: checkout.id, orderId: order.id, customerId: order.customerId ?? null },
        ...{ storeId: order.storeId, storeCode: checkout.storeCode, channel: order.channel },
        offers: checkout.offers.map(({ offerId, discount, uses }) => ({
          offerId,
          discount: { amountMinor: discount, currency },
          uses,
        })),
      },
      keyOf(checkout, 'reserve'),
    ),
  );
  if (answer === 'silent') {
    return isPatienceOver(order) ? happened({ type: 'FAILED', failure: failures.offersSilent }) : later();
  }
  return answer.outcome === 'RESERVED'
    ? happened({ type: 'OFFERS_RESERVED' })
    : happened({ type: 'OFFERS_REFUSED', refusals: answer.refusals });
};

export const hold = async (order: CheckedOut, { commands }: SagaParts): Promise<Handled> => {
  const { checkout, customerId } = order;
  if (customerId === undefined) return happened({ type: 'POINTS_REFUSED', missing: true });
  const answer = await ask(
    commands.loyalty.send(
      holdPoints,
      {
        ...{ checkoutId: checkout.id, orderId: order.id, customerId, storeCode: checkout.storeCode },
        ...{ points: checkout.points.toBurn, rewardIds: [...checkout.points.rewardIds] },
      },
      keyOf(checkout, 'hold'),
    ),
  );
  if (answer === 'silent') {
    return isPatienceOver(order) ? happened({ type: 'FAILED', failure: failures.pointsSilent }) : later();
  }
  return answer.outcome === 'HELD'
    ? happened({ type: 'POINTS_HELD' })
    : happened({ type: 'POINTS_REFUSED', missing: answer.reason !== 'POINTS_UNAVAILABLE' });
};

const ofMember = ({ checkout, customerId = '' }: CheckedOut) => ({ checkoutId: checkout.id, customerId });

export const capturePoints = async (order: CheckedOut, { commands, log }: SagaParts): Promise<Handled> => {
  const answer = await ask(
    commands.loyalty.send(captureHold, ofMember(order), keyOf(order.checkout, 'capture-points')),
  );
  if (answer === 'silent') return later();
  if (answer.outcome === 'CAPTURED') return happened({ type: 'HOLD_CAPTURED', posted: answer.posted });
  // I28: what the guest was promised stays, also when the points for it are gone.
  log.error({ order: order.id }, 'points of an accepted order were no longer held; the order keeps what they paid');
  return happened({ type: 'HOLD_CAPTURED', posted: true });
};

export const releasePoints = async (order: CheckedOut, { commands }: SagaParts): Promise<Handled> => {
  const answer = await ask(
    commands.loyalty.send(releaseHold, ofMember(order), keyOf(order.checkout, 'release-points')),
  );
  if (answer === 'silent') return later();
  return answer.outcome === 'RELEASED'
    ? happened({ type: 'HOLD_RELEASED' })
    : happened({ type: 'HOLD_CAPTURED', posted: true });
};

export const commit = async ({ id, checkout }: CheckedOut, { commands, log }: SagaParts): Promise<Handled> => {
  const answer = await ask(commands.offers.send(commitOffers, { checkoutId: checkout.id }, keyOf(checkout, 'commit')));
  if (answer === 'silent') return later();
  if (answer.outcome === 'REFUSED') {
    // I28: the reservation ran out and others took the offer; the guest keeps it all the same.
    log.error({ order: id, refusals: answer.refusals }, 'offers of an accepted order could not be committed');
  }
  return happened({ type: 'OFFERS_COMMITTED' });
};

export const release = async ({ checkout }: CheckedOut, { commands }: SagaParts): Promise<Handled> => {
  const answer = await ask(
    commands.offers.send(releaseOffers, { checkoutId: checkout.id }, keyOf(checkout, 'release')),
  );
  if (answer === 'silent') return later();
  return happened({ type: answer.outcome === 'RELEASED' ? 'OFFERS_RELEASED' : 'OFFERS_COMMITTED' });
};
