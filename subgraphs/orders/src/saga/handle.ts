import type { OrderCommand } from '../domain/work.ts';
import { capturePoints, commit, hold, release, releasePoints, reserve, type CheckedOut } from './benefit-steps.ts';
import type { Handled, Handling, SagaParts } from './parts.ts';
import { authorize, capture, inquire, sweep, voidAttempt } from './payment-steps.ts';
import { cancel, checkIn, submit } from './pos-steps.ts';
import { claimQuote, restoreOrGiveUp } from './quote-steps.ts';
import { inquireRefund, sendRefund } from './refund-steps.ts';

type Handlers = {
  readonly [Kind in OrderCommand['kind']]: (
    command: Extract<OrderCommand, { kind: Kind }>,
    handling: Handling & { readonly order: CheckedOut },
    parts: SagaParts,
  ) => Promise<Handled>;
};

const handlers: Handlers = {
  CLAIM_QUOTE: (_command, { order }, parts) => claimQuote(order.checkout, parts),
  RESERVE_OFFERS: (_command, { order }, parts) => reserve(order, parts),
  HOLD_POINTS: (_command, { order }, parts) => hold(order, parts),
  AUTHORIZE: ({ attempt }, handling, parts) => authorize(attempt, handling, parts),
  INQUIRE: ({ attempt }, _handling, parts) => inquire(attempt, parts),
  SUBMIT_ORDER: (_command, { order }, parts) => submit(order, parts),
  CAPTURE: ({ attempt }, handling, parts) => capture(attempt, handling, parts),
  CAPTURE_HOLD: (_command, { order }, parts) => capturePoints(order, parts),
  COMMIT_OFFERS: (_command, { order }, parts) => commit(order, parts),
  CANCEL_ORDER: (_command, { order }, parts) => cancel(order, parts),
  VOID: ({ attempt }, _handling, parts) => voidAttempt(attempt, parts),
  RELEASE_HOLD: (_command, { order }, parts) => releasePoints(order, parts),
  RELEASE_OFFERS: (_command, { order }, parts) => release(order, parts),
  RESTORE_QUOTE: (_command, { order }, parts) => restoreOrGiveUp(order.checkout, order.work?.tries ?? 0, parts),
  SWEEP: ({ attempt }, _handling, parts) => sweep(attempt, parts),
  CHECK_IN: ({ spot }, { order }, parts) => checkIn(order, spot, parts),
  REFUND: sendRefund,
  INQUIRE_REFUND: (command, _handling, parts) => inquireRefund(command, parts),
};

/** Carries out one command. What no system answered to is tried again; throws what is our own fault. */
export const handle = (command: OrderCommand, handling: Handling, parts: SagaParts): Promise<Handled> =>
  (handlers[command.kind] as (command: OrderCommand, handling: Handling, parts: SagaParts) => Promise<Handled>)(
    command,
    handling,
    parts,
  );
