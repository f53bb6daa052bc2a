import { z } from 'zod';
import { command } from '../contract.ts';
import { amount, channel, handoffMode, id, instant } from './common.ts';

const service = 'offers';

/** Why an offer cannot be used, as far as offers can tell: what the check itself decides is for orders. */
const refusalReason = z.enum([
  'NOT_STARTED',
  'ENDED',
  'WRONG_CHANNEL',
  'WRONG_STORE',
  'WRONG_DAYPART',
  'WRONG_HANDOFF',
  'NOT_ACTIVATED',
  'NOT_IN_AUDIENCE',
  'TIER_TOO_LOW',
  'CUSTOMER_CAP_REACHED',
  'TOTAL_CAP_REACHED',
  'BUDGET_EXHAUSTED',
  'LOYALTY_REQUIRED',
  'WRONG_CURRENCY',
]);

const effect = z.object({
  scope: z.enum(['ITEM', 'MULTI_ITEM', 'SUBTOTAL', 'SERVICE_CHARGE', 'LOYALTY']),
  amountOff: amount().optional(),
  percentOffBps: z.int().optional(),
  fixedPrice: amount().optional(),
  bonusPoints: z.int().optional(),
  pointsMultiplierPercent: z.int().optional(),
  menuItemIds: z.array(id()).optional(),
  buyQuantity: z.int().optional(),
  getQuantity: z.int().optional(),
  maxDiscount: amount().optional(),
});

const usable = z.object({
  offerId: id(),
  eligible: z.literal(true),
  kind: z.enum([
    'AMOUNT_OFF',
    'PERCENT_OFF',
    'FREE_ITEM',
    'BOGO',
    'BUNDLE_PRICE',
    'BONUS_POINTS',
    'POINTS_MULTIPLIER',
    'FREE_DELIVERY',
  ]),
  effect,
  stacking: z.object({
    mode: z.enum(['STACKABLE', 'EXCLUSIVE']),
    exclusivityGroup: z.string().nullable(),
    priority: z.int(),
  }),
  minimumSubtotal: amount().nullable(),
  /** How often it may be used on one check. */
  perCheck: z.int().min(1),
});

const refused = z.object({ offerId: id(), eligible: z.literal(false), reason: refusalReason });

/** What an offer would do to a check, or why it would do nothing. */
const evaluation = z.discriminatedUnion('eligible', [usable, refused]);

/** Which of the offers a customer may use there and then. One answer an offer, in the order asked. Changes nothing. */
export const evaluateOffers = command({
  name: 'evaluations',
  service,
  input: z.object({
    customerId: id().nullable(),
    storeId: id(),
    channel: channel(),
    handoffMode: handoffMode(),
    at: instant(),
    offerIds: z.array(id()).max(50),
  }),
  output: z.object({ offers: z.array(evaluation) }),
});

const refusals = z.array(z.object({ offerId: id(), reason: refusalReason }));

/**
 * Takes the capacity of offers for a checkout until it commits, releases, or 15 minutes have passed. All of them or
 * none. The same checkout gets the same answer again.
 */
export const reserveOffers = command({
  name: 'reservations',
  service,
  input: z.object({
    checkoutId: id(),
    orderId: id(),
    customerId: id().nullable(),
    storeId: id(),
    storeCode: z.string(),
    channel: channel(),
    offers: z.array(z.object({ offerId: id(), discount: amount(), uses: z.int().min(1) })).max(50),
  }),
  output: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('RESERVED'), expiresAt: instant() }),
    z.object({ outcome: z.literal('REFUSED'), refusals }),
  ]),
});

const ofCheckout = z.object({ checkoutId: id() });

/** Makes the reservation of a checkout final. One that ran out is taken again, or refused: caps are never passed. */
export const commitOffers = command({
  name: 'reservations/commit',
  service,
  input: ofCheckout,
  output: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('COMMITTED') }),
    z.object({ outcome: z.literal('REFUSED'), refusals }),
  ]),
});

/** Gives the capacity back. Also remembered for a checkout that reserved nothing yet: it then never will. */
export const releaseOffers = command({
  name: 'reservations/release',
  service,
  input: ofCheckout,
  output: z.object({ outcome: z.enum(['RELEASED', 'ALREADY_COMMITTED']) }),
});

export type OfferEvaluation = z.output<typeof evaluation>;
export type OfferRefusalReason = z.output<typeof refusalReason>;
