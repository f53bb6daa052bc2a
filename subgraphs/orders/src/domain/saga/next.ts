import { needsPoints, type Checkout, type CheckoutStep, type Failure, type PaymentAttempt } from './checkout.ts';
import { commandsOf, type Command } from './command.ts';
import type { CheckoutEvent } from './event.ts';
import { failures } from './failures.ts';

const isForward = ({ step }: Checkout): boolean => step !== 'COMPENSATING' && step !== 'ENDED' && step !== 'COMMITTED';

/** What set it off is what the guest hears, whatever else goes wrong while it is undone. */
const fail = (checkout: Checkout, failure: Failure): Checkout => ({
  ...checkout,
  step: 'COMPENSATING',
  failure: checkout.failure ?? failure,
});

/** A failure of the way forward; while things are undone nothing fails any more. */
const failForward = (checkout: Checkout, failure: Failure): Checkout =>
  isForward(checkout) ? fail(checkout, failure) : checkout;

/** What a command answers may come when the order was called off meanwhile: then no step follows. */
const move = (checkout: Checkout, from: CheckoutStep, to: CheckoutStep): Checkout =>
  checkout.step === from ? { ...checkout, step: to } : checkout;

const withAttempt = (checkout: Checkout, attemptId: string, change: Partial<PaymentAttempt>): Checkout => ({
  ...checkout,
  attempts: checkout.attempts.map((attempt) => (attempt.id === attemptId ? { ...attempt, ...change } : attempt)),
});

/** An attempt that came to nothing. */
const unpaid = (checkout: Checkout, attemptId: string, [status, failure]: [PaymentAttempt['status'], Failure]) =>
  failForward(withAttempt(checkout, attemptId, { status, source: null }), failure);

/** The kitchen had begun before it heard of the failure; nothing has been undone yet, so all goes on. */
const goOn = (checkout: Checkout): Checkout =>
  checkout.step === 'COMPENSATING' && checkout.till === 'OPEN'
    ? { ...checkout, step: 'PAYMENT_AUTHORIZED', till: 'ACCEPTED', failure: null }
    : checkout;

type Transitions = {
  readonly [Type in CheckoutEvent['type']]: (
    checkout: Checkout,
    event: Extract<CheckoutEvent, { type: Type }>,
  ) => Checkout;
};

const transitions: Transitions = {
  QUOTE_CLAIMED: (checkout) => move({ ...checkout, quote: 'CLAIMED' }, 'STARTED', 'CLAIMED'),
  QUOTE_REFUSED: (checkout, { code }) => failForward(checkout, failures.quoteRefused(code)),
  OFFERS_RESERVED: (checkout) => {
    const reservation = checkout.reservation === 'OPEN' ? 'RESERVED' : checkout.reservation;
    return move({ ...checkout, reservation }, 'CLAIMED', 'OFFERS_RESERVED');
  },
  OFFERS_REFUSED: (checkout, { refusals }) =>
    failForward({ ...checkout, reservation: 'RELEASED' }, failures.offersRefused(refusals)),
  POINTS_HELD: (checkout) => {
    const hold = checkout.hold === 'OPEN' ? 'HELD' : checkout.hold;
    return move({ ...checkout, hold }, 'OFFERS_RESERVED', 'POINTS_HELD');
  },
  POINTS_REFUSED: (checkout, { missing }) =>
    failForward({ ...checkout, hold: 'RELEASED' }, missing ? failures.pointsMissing : failures.pointsSilent),
  // Not once the order is called off: then it must not be sent any more.
  PAYMENT_INTENDED: (checkout, { attemptId, at }) =>
    checkout.step === 'POINTS_HELD' ? withAttempt(checkout, attemptId, { status: 'SENT', sentAt: at }) : checkout,
  PAYMENT_APPROVED: (checkout, { attemptId, retref, maskedInstrument }) =>
    withAttempt(checkout, attemptId, { status: 'APPROVED', retref, maskedInstrument, source: null }),
  PAYMENT_DECLINED: (checkout, { attemptId, forNow }) =>
    unpaid(checkout, attemptId, ['DECLINED', forNow ? failures.declinedForNow : failures.declined]),
  PAYMENT_NOT_SENT: (checkout, { attemptId }) => unpaid(checkout, attemptId, ['NOT_SENT', failures.paymentSilent]),
  PAYMENT_ABANDONED: (checkout, { attemptId }) => unpaid(checkout, attemptId, ['ABANDONED', failures.paymentSilent]),
  ORDER_SUBMITTED: (checkout) => checkout,
  ORDER_ACCEPTED: (checkout) => (checkout.step === 'PAYMENT_AUTHORIZED' ? { ...checkout, till: 'ACCEPTED' } : checkout),
  ORDER_REJECTED: (checkout, { reason }) =>
    failForward({ ...checkout, till: 'ENDED' }, failures.refusedByStore(reason)),
  PAYMENT_CAPTURED: (checkout, { attemptId }) => withAttempt(checkout, attemptId, { status: 'CAPTURED' }),
  PAYMENT_VOIDED: (checkout, { attemptId }) => withAttempt(checkout, attemptId, { status: 'VOIDED' }),
  PAYMENT_ABSENT: (checkout, { attemptId }) => withAttempt(checkout, attemptId, { status: 'ABSENT' }),
  HOLD_CAPTURED: (checkout, { posted }) => ({ ...checkout, hold: 'CAPTURED', burned: checkout.burned || posted }),
  HOLD_RELEASED: (checkout) => ({ ...checkout, hold: 'RELEASED' }),
  OFFERS_COMMITTED: (checkout) =>
    checkout.reservation === 'RELEASED' ? checkout : { ...checkout, reservation: 'COMMITTED' },
  OFFERS_RELEASED: (checkout) => ({ ...checkout, reservation: 'RELEASED' }),
  POINTS_BURNED: (checkout) => ({ ...checkout, hold: 'CAPTURED', burned: true }),
  POINTS_ACCRUED: (checkout) => ({ ...checkout, accrued: true }),
  FAILED: (checkout, { failure }) => failForward(checkout, failure),
  CALLED_OFF: (checkout) =>
    checkout.step === 'ENDED' ? checkout : fail({ ...checkout, till: 'ENDED' }, failures.calledOff),
  POS_CANCELLED: (checkout) => ({ ...checkout, till: 'ENDED' }),
  POS_TOO_LATE: goOn,
  QUOTE_RESTORED: (checkout, { quoteId }) => ({ ...checkout, quote: 'RESTORED', nextQuoteId: quoteId }),
};

const apply = (checkout: Checkout, event: CheckoutEvent): Checkout =>
  (transitions[event.type] as (checkout: Checkout, event: CheckoutEvent) => Checkout)(checkout, event);

const passOffers = (checkout: Checkout): Checkout | null => {
  if (checkout.reservation === 'OPEN') return null;
  return checkout.offers.length > 0 && checkout.reservation === 'NONE'
    ? { ...checkout, reservation: 'OPEN' }
    : { ...checkout, step: 'OFFERS_RESERVED' };
};

const passPoints = (checkout: Checkout): Checkout | null => {
  if (checkout.hold === 'OPEN') return null;
  return needsPoints(checkout) && checkout.hold === 'NONE'
    ? { ...checkout, hold: 'OPEN' }
    : { ...checkout, step: 'POINTS_HELD' };
};

/** Steps in which there is nothing to do are passed at once. */
const pass = (checkout: Checkout): Checkout | null => {
  switch (checkout.step) {
    case 'CLAIMED':
      return passOffers(checkout);
    case 'OFFERS_RESERVED':
      return passPoints(checkout);
    case 'POINTS_HELD':
      return checkout.attempts.every(({ status }) => status === 'APPROVED')
        ? { ...checkout, step: 'PAYMENT_AUTHORIZED', till: 'OPEN' }
        : null;
    case 'PAYMENT_AUTHORIZED':
      return checkout.till === 'ACCEPTED' ? { ...checkout, step: 'POS_ACCEPTED' } : null;
    case 'POS_ACCEPTED':
      return commandsOf(checkout).length === 0 ? { ...checkout, step: 'COMMITTED' } : null;
    case 'COMPENSATING':
      return commandsOf(checkout).length === 0 ? { ...checkout, step: 'ENDED' } : null;
    case 'STARTED':
    case 'COMMITTED':
    case 'ENDED':
      return null;
  }
};

const settle = (checkout: Checkout): Checkout => {
  const passed = pass(checkout);
  return passed === null ? checkout : settle(passed);
};

/** What a checkout is after an event, and what is to be done then; the commands do not depend on each other. */
export const next = (
  checkout: Checkout,
  event: CheckoutEvent,
): { readonly checkout: Checkout; readonly commands: readonly Command[] } => {
  const state = settle(apply(checkout, event));
  return { checkout: state, commands: commandsOf(state) };
};
