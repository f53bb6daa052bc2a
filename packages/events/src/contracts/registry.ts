import type { z } from 'zod';
import { loyaltyAccountEnrolled } from './loyalty.account.enrolled.ts';
import { loyaltyPointsAccrued } from './loyalty.points.accrued.ts';
import { loyaltyPointsAdjusted } from './loyalty.points.adjusted.ts';
import { loyaltyPointsBurned } from './loyalty.points.burned.ts';
import { loyaltyPointsExpired } from './loyalty.points.expired.ts';
import { loyaltyPointsExpiring } from './loyalty.points.expiring.ts';
import { loyaltyPointsHeld } from './loyalty.points.held.ts';
import { loyaltyPointsReversed } from './loyalty.points.reversed.ts';
import { loyaltyPointsUnearned } from './loyalty.points.unearned.ts';
import { loyaltyReconciliationMismatch } from './loyalty.reconciliation.mismatch.ts';
import { loyaltyTierChanged } from './loyalty.tier.changed.ts';
import { offersOfferActivated } from './offers.offer.activated.ts';
import { offersRedemptionCommitted } from './offers.redemption.committed.ts';
import { offersRedemptionReleased } from './offers.redemption.released.ts';
import { offersRedemptionReserved } from './offers.redemption.reserved.ts';
import { offersRedemptionReversed } from './offers.redemption.reversed.ts';
import { ordersOrderAccepted } from './orders.order.accepted.ts';
import { ordersOrderCancelled } from './orders.order.cancelled.ts';
import { ordersOrderCompleted } from './orders.order.completed.ts';
import { ordersOrderPlaced } from './orders.order.placed.ts';
import { ordersOrderReady } from './orders.order.ready.ts';
import { ordersOrderRefunded } from './orders.order.refunded.ts';
import { ordersOrderRejected } from './orders.order.rejected.ts';
import { ordersPaymentAuthorized } from './orders.payment.authorized.ts';
import { ordersQuoteCreated } from './orders.quote.created.ts';
import { profileConsentRecorded } from './profile.consent.recorded.ts';
import { profileCustomerRegistered } from './profile.customer.registered.ts';

/** Every event there is, by its type. `docs/events.md` is generated from this. */
export const contracts = {
  [profileCustomerRegistered.type]: profileCustomerRegistered,
  [profileConsentRecorded.type]: profileConsentRecorded,
  [offersOfferActivated.type]: offersOfferActivated,
  [offersRedemptionReserved.type]: offersRedemptionReserved,
  [offersRedemptionCommitted.type]: offersRedemptionCommitted,
  [offersRedemptionReleased.type]: offersRedemptionReleased,
  [offersRedemptionReversed.type]: offersRedemptionReversed,
  [ordersQuoteCreated.type]: ordersQuoteCreated,
  [ordersOrderPlaced.type]: ordersOrderPlaced,
  [ordersOrderAccepted.type]: ordersOrderAccepted,
  [ordersOrderReady.type]: ordersOrderReady,
  [ordersOrderCompleted.type]: ordersOrderCompleted,
  [ordersOrderCancelled.type]: ordersOrderCancelled,
  [ordersOrderRejected.type]: ordersOrderRejected,
  [ordersOrderRefunded.type]: ordersOrderRefunded,
  [ordersPaymentAuthorized.type]: ordersPaymentAuthorized,
  [loyaltyAccountEnrolled.type]: loyaltyAccountEnrolled,
  [loyaltyPointsHeld.type]: loyaltyPointsHeld,
  [loyaltyPointsBurned.type]: loyaltyPointsBurned,
  [loyaltyPointsAccrued.type]: loyaltyPointsAccrued,
  [loyaltyPointsUnearned.type]: loyaltyPointsUnearned,
  [loyaltyPointsReversed.type]: loyaltyPointsReversed,
  [loyaltyPointsAdjusted.type]: loyaltyPointsAdjusted,
  [loyaltyPointsExpiring.type]: loyaltyPointsExpiring,
  [loyaltyPointsExpired.type]: loyaltyPointsExpired,
  [loyaltyTierChanged.type]: loyaltyTierChanged,
  [loyaltyReconciliationMismatch.type]: loyaltyReconciliationMismatch,
} as const;

/** The type of an event, for example `orders.order.completed`. */
export type EventType = keyof typeof contracts;

/** What an event of this type says. */
export type EventData<T extends EventType> = z.infer<(typeof contracts)[T]['data']>;
