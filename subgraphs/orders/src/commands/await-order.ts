import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { orderCommandsOf } from '../domain/work.ts';
import type { StoredOrder } from '../repository/orders.ts';

/** How long before the request's deadline the answer is given, in ms: it has a way to go. */
const marginMs = 1_500;
const pollMs = 150;

/** An order that a request waits for. */
export interface Awaited {
  readonly orderId: string;
  /** The driver that has it already. */
  readonly holder?: string;
  /** Default: when nothing is left to do. */
  readonly until?: (order: StoredOrder) => boolean;
}

const isQuiet = (order: StoredOrder): boolean => orderCommandsOf(order).length === 0;

/**
 * Goes on with an order, alone or with whoever else does, until it is as awaited or the request has to be answered; then
 * it goes on without the request. Answers the order as it is.
 */
export const awaitOrder = async (
  { orderId, holder, until = isQuiet }: Awaited,
  { driver, remainingMs, repositories }: Pick<Context, 'driver' | 'remainingMs' | 'repositories'>,
): Promise<StoredOrder | null> => {
  const answered = new AbortController();
  const follow = async (): Promise<void> => {
    let order = await driver.drive(orderId, holder);
    while (order !== null && !until(order) && !answered.signal.aborted) {
      await sleep(pollMs);
      order = await driver.drive(orderId);
    }
  };
  const timeLimit = sleep(Math.max(0, remainingMs() - marginMs), undefined, { signal: answered.signal });
  // What a driver could not write is for the next one: the order says how far it got.
  await Promise.race([follow().catch(() => undefined), timeLimit.catch(() => undefined)]);
  answered.abort();
  return repositories.orders.table.get({ partition: orderId });
};
