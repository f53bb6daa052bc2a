import type { OrderRow } from './orders.ts';
import type { OrderStatus } from './statuses.ts';
import type { PosSystem } from './system.ts';

interface Step {
  readonly from: OrderStatus;
  readonly to: OrderStatus;
  /** How long it takes, in hundredths of the whole way. Along either way they add up to 90: the rest is for ticks. */
  readonly share: number;
  readonly only?: (order: OrderRow) => boolean;
}

const isDelivery = ({ handoffMode }: OrderRow): boolean => handoffMode === 'DELIVERY';

const steps: readonly Step[] = [
  { from: 'PENDING', to: 'ACCEPTED', share: 0 },
  { from: 'ACCEPTED', to: 'IN_PREPARATION', share: 20 },
  { from: 'IN_PREPARATION', to: 'READY', share: 40 },
  { from: 'READY', to: 'OUT_FOR_DELIVERY', share: 15, only: isDelivery },
  { from: 'READY', to: 'COMPLETED', share: 30, only: (order) => !isDelivery(order) },
  { from: 'OUT_FOR_DELIVERY', to: 'COMPLETED', share: 15 },
];

/** How often to look, so that five steps are late by less than what is left of the whole way. */
export const tickMs = (automaticMs: number): number => Math.max(1, Math.floor(automaticMs / 100));

/**
 * Moves on every order whose time has come; answers how many. Times are read from the book, so that a restart in the
 * middle changes nothing.
 */
export const advance = ({ book, orders, now }: PosSystem, automaticMs: number): number => {
  const at = now();
  const due = steps.flatMap(({ from, to, share, only }) => {
    const until = new Date(at.getTime() - (share * automaticMs) / 100).toISOString();
    return orders
      .standing(from, until)
      .filter((order) => only?.(order) ?? true)
      .map(({ orderId }) => ({ orderId, to }));
  });
  if (due.length === 0) return 0;
  book.transaction(() => {
    for (const { orderId, to } of due) orders.setStatus(orderId, { status: to, at: at.toISOString(), reason: null });
  });
  return due.length;
};
