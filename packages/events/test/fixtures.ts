import { randomUUID } from 'node:crypto';
import { createLogger } from '@qsr/telemetry';
import {
  newEvent,
  openBus,
  type Clock,
  type Consumer,
  type EventBus,
  type EventEnvelope,
  type Inbox,
  type OutboxSource,
  type Pending,
} from '../src/index.ts';

export const log = createLogger('events-test', 'silent');

/** Pauses cost nothing here. */
export const clock: Clock = { now: () => new Date(), sleep: () => Promise.resolve(), random: () => 0.5 };

/** One consumer that hears of completed orders alone. */
export const topology = { loyalty: ['orders.order.completed'] } as const;

/** A bus of its own name, so that tests share a server and nothing else. */
export const openTestBus = (url: string, options: Parameters<typeof openBus>[1] = {}): EventBus =>
  openBus(url.replace(/test$/, randomUUID().slice(0, 8)), { topology, ...options });

export const completed = (order: string, id: string = randomUUID()): EventEnvelope<'orders.order.completed'> =>
  newEvent(
    'orders.order.completed',
    {
      orderId: `ord_${order}`,
      number: '17',
      customerId: 'cus_1',
      storeId: 'sto_1',
      storeCode: 'S1',
      channel: 'APP',
      at: '2026-03-01T12:00:00Z',
      checkoutId: `chk_${order}`,
      currency: 'USD',
      accrualBase: 1_299,
      bonusPoints: [],
      multipliers: [],
    },
    { id, time: '2026-03-01T12:00:00Z', subject: `ord_${order}`, partitionKey: 'cus_1', correlationId: 'c' },
  );

export const cancelled = (order: string): EventEnvelope<'orders.order.cancelled'> =>
  newEvent(
    'orders.order.cancelled',
    {
      orderId: `ord_${order}`,
      number: '17',
      customerId: null,
      storeId: 'sto_1',
      storeCode: 'S1',
      channel: 'KIOSK',
      at: '2026-03-01T12:00:00Z',
    },
    {
      id: randomUUID(),
      time: '2026-03-01T12:00:00Z',
      subject: `ord_${order}`,
      partitionKey: `ord_${order}`,
      correlationId: 'c',
    },
  );

export const memoryInbox = (): Inbox & { readonly ids: Set<string> } => {
  const ids = new Set<string>();
  return {
    ids,
    seen: (consumer, id) => Promise.resolve(ids.has(`${consumer}/${id}`)),
    done: (consumer, id) => {
      ids.add(`${consumer}/${id}`);
      return Promise.resolve();
    },
  };
};

/** An outbox of aggregates that hold one event each. */
export const memoryOutbox = (
  events: readonly EventEnvelope[] = [],
): OutboxSource & { readonly left: EventEnvelope[] } => {
  const left = [...events];
  return {
    name: 'orders',
    left,
    pending: (limit) =>
      Promise.resolve(
        left.slice(0, limit).map((event): Pending => ({ key: event.id, events: [event], since: event.time })),
      ),
    published: (_pending, ids) => {
      for (const id of ids)
        left.splice(
          left.findIndex((event) => event.id === id),
          1,
        );
      return Promise.resolve();
    },
  };
};

/** Runs until a queue has nothing visible left. */
export const drain = async (consumer: Consumer): Promise<void> => {
  while ((await consumer.runOnce()) > 0);
};

/** What a queue holds, in sight or not. */
export const depths = async (bus: EventBus) => {
  const { queue, deadLetters } = await bus.subscription('loyalty');
  const [waiting, dead] = await Promise.all([queue.depth(), deadLetters.depth()]);
  return { inFlight: waiting.waiting + waiting.delayed + waiting.inFlight, dead: dead.waiting + dead.inFlight };
};
