import { z } from 'zod';
import { command } from '../contract.ts';
import { amount, id, instant } from './common.ts';

const service = 'loyalty';

/** Ids that events carry on. */
const checkoutId = () => z.string().regex(/^chk_[\w-]{1,120}$/);
const orderId = () => z.string().regex(/^ord_[\w-]{1,120}$/);

const reward = z.discriminatedUnion('known', [
  z.object({
    known: z.literal(true),
    rewardId: id(),
    pointsCost: z.int().min(0),
    kind: z.enum(['FREE_ITEM', 'AMOUNT_OFF', 'PERCENT_OFF']),
    amountOff: amount().optional(),
    percentOffBps: z.int().optional(),
    menuItemId: id().optional(),
  }),
  z.object({ known: z.literal(false), rewardId: id() }),
]);

/**
 * What a member could pay with points. `available` is null while nobody can tell; `tenderRate` says how many points
 * are worth how much as money, and is null where points are no tender. Changes nothing.
 */
export const quotePoints = command({
  name: 'points-quotes',
  service,
  input: z.object({ customerId: id(), currency: z.string(), rewardIds: z.array(id()).max(50) }),
  output: z.object({
    enrolled: z.boolean(),
    available: z.int().nullable(),
    tenderRate: z.object({ points: z.int().min(1), amountMinor: z.int().min(1) }).nullable(),
    rewards: z.array(reward),
  }),
});

/**
 * Sets points aside for a checkout: `points` as a tender and the cost of `rewards`, which loyalty prices itself. They
 * count as held until captured, released, or 15 minutes have passed. `deferred`: the legacy system did not answer and
 * the last balance was good enough. POINTS_UNAVAILABLE also for a checkout that was released before.
 */
export const holdPoints = command({
  name: 'holds',
  service,
  input: z.object({
    checkoutId: checkoutId(),
    orderId: orderId(),
    customerId: id(),
    storeCode: z.string().min(1).max(32),
    points: z.int().min(0),
    rewardIds: z.array(id()).max(50),
  }),
  output: z.discriminatedUnion('outcome', [
    z.object({
      outcome: z.literal('HELD'),
      holdId: id(),
      points: z.int().min(1),
      expiresAt: instant(),
      deferred: z.boolean(),
    }),
    z.object({
      outcome: z.literal('REFUSED'),
      reason: z.enum(['INSUFFICIENT_POINTS', 'POINTS_UNAVAILABLE', 'NOT_ENROLLED', 'ACCOUNT_SUSPENDED']),
    }),
  ]),
});

const ofCheckout = z.object({ checkoutId: checkoutId(), customerId: id() });

/**
 * Burns what a checkout holds: the debit is entered at once, and `posted` tells whether the legacy system has it yet.
 * GONE: the hold was released before. One that ran out is burned all the same when the points are still there. What is
 * not posted yet ends with the event `loyalty.points.burned`, of 0 points should the legacy system refuse it for good.
 */
export const captureHold = command({
  name: 'holds/capture',
  service,
  input: ofCheckout,
  output: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('CAPTURED'), posted: z.boolean() }),
    z.object({ outcome: z.literal('GONE') }),
  ]),
});

/** Ends a hold. Also remembered for a checkout that held nothing yet: it then never will. */
export const releaseHold = command({
  name: 'holds/release',
  service,
  input: ofCheckout,
  output: z.object({ outcome: z.enum(['RELEASED', 'ALREADY_CAPTURED']) }),
});

/** Whose member code was scanned; null when it is forged or has run out. */
export const resolveMemberCode = command({
  name: 'member-codes/resolve',
  service,
  input: z.object({ memberCode: z.string().max(256) }),
  output: z.object({ customerId: id().nullable() }),
});
