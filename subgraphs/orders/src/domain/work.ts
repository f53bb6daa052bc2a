import type { Order } from './order.ts';
import { refundCommandsOf, type RefundCommand } from './refunding.ts';
import { commandsOf, type Command } from './saga/command.ts';

/** Tells the restaurant that the guest is here. */
export interface CheckInCommand {
  readonly kind: 'CHECK_IN';
  readonly key: 'CHECK_IN';
  readonly spot: string | null;
}

export type OrderCommand = Command | RefundCommand | CheckInCommand;

const checkIns = ({ arrival }: Order): readonly CheckInCommand[] =>
  arrival === undefined || arrival.told ? [] : [{ kind: 'CHECK_IN', key: 'CHECK_IN', spot: arrival.spot }];

/** Everything that is to be done for an order in other systems. */
export const orderCommandsOf = (order: Order): readonly OrderCommand[] => [
  ...(order.checkout === undefined ? [] : commandsOf(order.checkout)),
  ...checkIns(order),
  ...refundCommandsOf(order),
];

const firstPauseMs = 200;
const longestPauseMs = 30_000;

/** How long to wait after so many rounds that left something to do, in ms. */
export const pauseAfter = (tries: number): number => Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(tries, 20));
