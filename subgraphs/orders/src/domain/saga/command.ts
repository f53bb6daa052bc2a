import type { Checkout, PaymentAttempt } from './checkout.ts';

type SimpleKind =
  | 'CLAIM_QUOTE'
  | 'RESERVE_OFFERS'
  | 'HOLD_POINTS'
  | 'SUBMIT_ORDER'
  | 'CAPTURE_HOLD'
  | 'COMMIT_OFFERS'
  | 'CANCEL_ORDER'
  | 'RELEASE_HOLD'
  | 'RELEASE_OFFERS'
  | 'RESTORE_QUOTE';

type PayingKind = 'AUTHORIZE' | 'INQUIRE' | 'CAPTURE' | 'VOID' | 'SWEEP';

/** Something to do in another system. `key` names it within its order. */
export type Command = { readonly key: string } & (
  { readonly kind: SimpleKind } | { readonly kind: PayingKind; readonly attempt: PaymentAttempt }
);

const simple = (kind: SimpleKind): Command => ({ kind, key: kind });
const paying = (kind: PayingKind, attempt: PaymentAttempt): Command => ({
  kind,
  attempt,
  key: `${kind}:${attempt.id}`,
});

const ofStatus = ({ attempts }: Checkout, status: PaymentAttempt['status']): readonly PaymentAttempt[] =>
  attempts.filter((attempt) => attempt.status === status);

const sweeps = (checkout: Checkout): readonly Command[] =>
  ofStatus(checkout, 'ABANDONED').map((attempt) => paying('SWEEP', attempt));

/** One card after the other: the second is not charged when the first is declined. */
const authorization = ({ attempts }: Checkout): readonly Command[] => {
  const open = attempts.find(({ status }) => status !== 'APPROVED');
  if (open === undefined) return [];
  return [paying(open.status === 'SENT' ? 'INQUIRE' : 'AUTHORIZE', open)];
};

const commits = (checkout: Checkout): readonly Command[] => [
  ...ofStatus(checkout, 'APPROVED').map((attempt) => paying('CAPTURE', attempt)),
  ...(checkout.hold === 'HELD' ? [simple('CAPTURE_HOLD')] : []),
  ...(checkout.reservation === 'RESERVED' ? [simple('COMMIT_OFFERS')] : []),
];

/** The restaurant first: when it is too late there, nothing is undone. The quote last: it may be paid again at once. */
const compensations = (checkout: Checkout): readonly Command[] => {
  const { till, hold, reservation, quote, failure } = checkout;
  if (till === 'OPEN' || till === 'ACCEPTED') return [simple('CANCEL_ORDER')];
  const undone = [
    ...ofStatus(checkout, 'SENT').map((attempt) => paying('INQUIRE', attempt)),
    ...ofStatus(checkout, 'APPROVED').map((attempt) => paying('VOID', attempt)),
    ...(hold === 'OPEN' || hold === 'HELD' ? [simple('RELEASE_HOLD')] : []),
    ...(reservation === 'OPEN' || reservation === 'RESERVED' ? [simple('RELEASE_OFFERS')] : []),
  ];
  if (undone.length > 0) return undone;
  return quote === 'CLAIMED' && failure?.quote !== 'KEEP' ? [simple('RESTORE_QUOTE')] : [];
};

/** What is to be done next; several commands do not depend on each other. None: the checkout is where it goes. */
export const commandsOf = (checkout: Checkout): readonly Command[] => {
  switch (checkout.step) {
    case 'STARTED':
      return [simple('CLAIM_QUOTE')];
    case 'CLAIMED':
      return [simple('RESERVE_OFFERS')];
    case 'OFFERS_RESERVED':
      return [simple('HOLD_POINTS')];
    case 'POINTS_HELD':
      return authorization(checkout);
    case 'PAYMENT_AUTHORIZED':
      return [simple('SUBMIT_ORDER')];
    case 'POS_ACCEPTED':
      return commits(checkout);
    case 'COMPENSATING':
      return compensations(checkout);
    case 'COMMITTED':
    case 'ENDED':
      return sweeps(checkout);
  }
};
