import type { Metrics } from '@qsr/telemetry';
import type { EventBus } from './bus.ts';
import { backoffMs, systemClock, type Clock } from './clock.ts';
import type { EventType } from './contracts/registry.ts';
import { createDelivery } from './delivery.ts';
import type { EventEnvelope } from './envelope.ts';
import type { Inbox } from './inbox.ts';
import type { Log } from './log.ts';

/**
 * Acts on one event. It may run again after it succeeded, and beside itself, so that its effect must hang on the event's
 * business key. Aborting `signal` means that the time for this try is over. Throws `Later` to be asked again.
 */
export type Handler<T extends EventType> = (
  event: EventEnvelope<T>,
  context: { readonly signal: AbortSignal },
) => Promise<void>;

/** One handler for every type that the consumer hears of. */
export type Handlers = { readonly [T in EventType]?: Handler<T> };

/** What a consumer needs. Times in ms. */
export interface ConsumerOptions {
  /** As in the topology of the bus. */
  readonly name: string;
  readonly bus: EventBus;
  readonly handlers: Handlers;
  readonly inbox: Inbox;
  readonly log: Log;
  readonly metrics?: Metrics | undefined;
  /** Events handled at once. Default 10. */
  readonly concurrency?: number;
  readonly clock?: Clock;
  /** Longest wait for a message, which is also how long stopping may take. Default 1,000. */
  readonly waitMs?: number;
  /** Longest time for one try. Default 20,000. */
  readonly handlerMs?: number;
  /** Pause before the queue delivers again what failed so many receipts. Default: 5 s, doubled each time, up to 60 s. */
  readonly redeliverMs?: (receives: number) => number;
}

/** Reads one queue. Any number may run at a time. */
export interface Consumer {
  /** Handles what is there, ten messages at most; answers how many there were. Rejects when the bus does not answer. */
  runOnce(): Promise<number>;
  start(): void;
  /** Ends what is under way and takes nothing new. */
  stop(): Promise<void>;
}

const MAXIMUM_BATCH = 10;
const RETRY = { firstMs: 200, capMs: 10_000 };

const requireSameTypes = ({ name, bus, handlers }: ConsumerOptions): void => {
  const heard = [...(bus.topology[name] ?? [])].sort();
  const handled = Object.keys(handlers).sort();
  if (heard.join() !== handled.join()) {
    throw new TypeError(
      `consumer ${name} handles [${handled.join(', ')}] but hears of [${heard.join(', ')}]; see packages/events/src/topology.ts`,
    );
  }
};

/** Makes a consumer. Throws `TypeError` when its handlers are not for exactly the types that it hears of. */
export const createConsumer = (options: ConsumerOptions): Consumer => {
  requireSameTypes(options);
  const { name, bus, log, concurrency = 10, clock = systemClock, waitMs = 1_000 } = options;
  const stopping = new AbortController();
  const active = new Set<Promise<void>>();
  let loop: Promise<void> | undefined;

  const takeSome = async (longestMs: number): Promise<number> => {
    const subscription = await bus.subscription(name);
    const limit = Math.min(MAXIMUM_BATCH, concurrency - active.size);
    const messages = await subscription.queue.receive({ limit, waitMs: longestMs });
    const deliver = createDelivery(options, subscription);
    for (const message of messages) {
      const delivery = deliver(message).finally(() => active.delete(delivery));
      active.add(delivery);
    }
    return messages.length;
  };

  const repeat = async (): Promise<void> => {
    for (let failures = 0; !stopping.signal.aborted;) {
      try {
        if (active.size < concurrency) await takeSome(waitMs);
        else await Promise.race(active);
        failures = 0;
      } catch (error) {
        if (failures === 0) log.warn({ err: error, consumer: name }, 'the bus does not answer; trying again');
        await clock.sleep(backoffMs(clock, failures, RETRY), stopping.signal);
        failures += 1;
      }
    }
    await Promise.all(active);
  };

  return {
    runOnce: async () => {
      const count = await takeSome(0);
      await Promise.all(active);
      return count;
    },
    start: () => {
      loop ??= repeat();
    },
    stop: async () => {
      stopping.abort();
      await loop;
    },
  };
};
