import { randomUUID } from 'node:crypto';
import { update } from '@qsr/subgraph/writing';
import { after } from '@qsr/subgraph/instants';
import { applyOrderEvent, type OrderEvent } from '../domain/order-events.ts';
import { orderCommandsOf, pauseAfter } from '../domain/work.ts';
import type { OrderItem, StoredOrder } from '../repository/orders.ts';
import { prepared } from './change-order.ts';
import { handle } from './handle.ts';
import type { Handled, SagaParts } from './parts.ts';

/** Longer than any command takes; after it another driver takes over. */
export const leaseMs = 12_000;

/** Does what is to be done for orders in other systems, and writes down after each step how far it is. */
export interface Driver {
  /**
   * Goes on with an order until nothing is left to do now; answers the order as it is then, null when there is none. An
   * order that another driver has, or that is not due, is left alone; `holder` names a driver that has it already.
   */
  drive(orderId: string, holder?: string): Promise<StoredOrder | null>;
}

/** One order in the hands of one driver. */
const createHandling = (orderId: string, holder: string, parts: SagaParts) => {
  const { table } = parts.repositories.orders;
  let isMine = true;

  /** Changes the order while it is ours; null when it is not any more. */
  const write = async (change: (order: StoredOrder) => OrderItem): Promise<StoredOrder | null> => {
    const order = await update<OrderItem>({
      table,
      key: { partition: orderId },
      step: async (present) => {
        isMine = present.work?.holder === holder;
        return isMine ? prepared(present, change(present), parts) : null;
      },
    });
    return isMine ? order : null;
  };

  const held = (order: OrderItem): OrderItem =>
    orderCommandsOf(order).length === 0
      ? { ...order, work: undefined, workDue: undefined }
      : { ...order, work: { holder, tries: 0 }, workDue: after(parts.now(), leaseMs) };

  return {
    take: (): Promise<StoredOrder | null> =>
      update<OrderItem>({
        table,
        key: { partition: orderId },
        step: (order) => {
          const isDue = order.workDue !== undefined && order.workDue <= parts.now().toISOString();
          isMine = isDue || (order.work?.holder === holder && order.workDue !== undefined);
          if (!isDue) return null;
          const work = { holder, tries: order.work?.tries ?? 0 };
          return { state: { ...order, work, workDue: after(parts.now(), leaseMs) }, silently: true };
        },
      }),
    isMine: () => isMine,
    persist: (event: OrderEvent) =>
      write((order) => held(applyOrderEvent<OrderItem>(order, event, parts.now().toISOString()))),
    rest: (pauseMs: number | null) =>
      write((order) => {
        const tries = order.work?.tries ?? 0;
        const workDue = after(parts.now(), pauseMs ?? pauseAfter(tries));
        return { ...order, work: { holder: null, tries: tries + 1 }, workDue };
      }),
  };
};

/** The shortest of the pauses; null stands for the usual one. */
const shortest = (pauses: ReadonlyArray<number | null>, usual: number): number | null => {
  const least = Math.min(...pauses.map((pause) => pause ?? usual));
  return least === usual ? null : least;
};

/** Makes a driver over systems that outlive any request. */
export const createDriver = (parts: SagaParts): Driver => {
  const attempt = async (...[command, handling]: [Parameters<typeof handle>[0], Parameters<typeof handle>[1]]) => {
    try {
      return await handle(command, handling, parts);
    } catch (error) {
      parts.log.warn(
        { err: error, order: handling.order.id, command: command.key },
        'a step failed; it is tried again',
      );
      return { pauseMs: null } satisfies Handled;
    }
  };

  return {
    drive: async (orderId, holder = randomUUID()) => {
      const { take, persist, rest, isMine } = createHandling(orderId, holder, parts);
      const pauses = new Map<string, number | null>();
      let order = await take();
      while (order !== null && isMine()) {
        const command = orderCommandsOf(order).find(({ key }) => !pauses.has(key));
        if (command === undefined) break;
        const { event, pauseMs } = await attempt(command, { order, persist });
        if (pauseMs !== undefined) pauses.set(command.key, pauseMs);
        if (event !== undefined) order = await persist(event);
        else if (pauseMs === undefined) order = await parts.repositories.orders.table.get({ partition: orderId });
      }
      if (order === null || !isMine()) return parts.repositories.orders.table.get({ partition: orderId });
      if (orderCommandsOf(order).length === 0) return order;
      return rest(shortest([...pauses.values()], pauseAfter(order.work?.tries ?? 0)));
    },
  };
};
