import type { PosChange, PosClient } from '@qsr/legacy';
import { createJob, type Job } from '@qsr/subgraph';
import { applyCheckoutEvent, applyPosStatus } from '../domain/order-changes.ts';
import type { Repositories } from '../repository/index.ts';
import type { OrderItem } from '../repository/orders.ts';
import { changeOrder } from '../saga/change-order.ts';
import type { SagaLog } from '../saga/parts.ts';

/** What the job needs. */
export interface PosFeedParts {
  readonly repositories: Repositories;
  readonly pos: PosClient;
  readonly log: SagaLog;
  readonly now: () => Date;
  /** Called when orders may have something to do now. */
  readonly onChange: () => void;
}

const feed = 'pos';
const everyMs = 500;
const batch = 100;

const applyChange = (order: OrderItem, { status, at, reason }: PosChange): OrderItem => {
  if (status === 'PENDING') return order;
  return status === 'REJECTED'
    ? applyCheckoutEvent(order, { type: 'ORDER_REJECTED', reason }, at)
    : applyPosStatus(order, status, at);
};

/**
 * Reads what restaurants tell of orders. A change that comes again changes nothing, and one that comes out of order is
 * not followed (I27); the cursor moves on last. Orders that somebody holds by hand, or that are not ours, are left alone.
 */
export const posFeedJob = ({ repositories, pos, log, now, onChange }: PosFeedParts): Job => {
  const apply = async (orderId: string, changes: readonly PosChange[]): Promise<void> => {
    await changeOrder(
      orderId,
      (order) => {
        if (order.heldByHand || order.checkout === undefined) return null;
        const after = changes.reduce<OrderItem>(applyChange, order);
        return after === order ? null : after;
      },
      { repositories, now },
    );
  };

  return createJob({
    name: 'pos feed',
    everyMs,
    log,
    run: async (signal) => {
      const { changes } = await pos.session({ signal }).changes(await repositories.cursors.read(feed), batch);
      const last = changes.at(-1);
      if (last === undefined) return 0;
      const byOrder = Map.groupBy(changes, ({ orderId }) => orderId);
      await Promise.all([...byOrder].map(([orderId, ofOrder]) => apply(orderId, ofOrder)));
      await repositories.cursors.advance(feed, last.sequence);
      onChange();
      return changes.length;
    },
  });
};
