import type { EventType } from './contracts/registry.ts';

/** Which consumer hears of which events. */
export interface Topology {
  readonly [consumer: string]: readonly EventType[];
}

/**
 * Who hears of what in this product. It stands here and not with the consumers, because a relay makes every queue before
 * it publishes: an event that is published while a queue does not exist yet is lost for its consumer.
 */
export const topology = {
  loyalty: ['profile.customer.registered', 'orders.order.completed', 'orders.order.refunded'],
  orders: ['loyalty.points.accrued', 'loyalty.points.unearned', 'loyalty.points.burned', 'offers.redemption.committed'],
  offers: [
    'profile.customer.registered',
    'orders.order.refunded',
    'orders.order.cancelled',
    'loyalty.account.enrolled',
    'loyalty.tier.changed',
  ],
} as const satisfies Topology;
