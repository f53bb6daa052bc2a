import { attempt, reasonOf, type Outcome } from './attempt.ts';
import type { Message, Queue, Subscription } from './bus.ts';
import { systemClock } from './clock.ts';
import { consumerMetrics } from './consumer-metrics.ts';
import type { ConsumerOptions, Handler } from './consumer.ts';
import { readEventText, type EventEnvelope } from './envelope.ts';
import { createSettlement } from './settlement.ts';

/** An event out of a message, or why there is none. */
type Read = { readonly event: EventEnvelope } | { readonly poison: string };

const read = ({ body }: Message): Read => {
  try {
    return { event: readEventText(body) };
  } catch (error) {
    return { poison: reasonOf(error) };
  }
};

/** Nobody else may get a message while it is worked on, however long that takes. */
const whileHidden = async (queue: Queue, held: { message: Message; ms: number }, work: () => Promise<void>) => {
  const timer = setInterval(
    () => {
      // Should it fail, the message comes twice, and the inbox knows it.
      queue.hide(held.message, held.ms).catch(() => undefined);
    },
    Math.max(1_000, held.ms / 2),
  );
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
};

/** What a consumer does with a message it received. Never rejects: what could not be settled is delivered again. */
export const createDelivery = (options: ConsumerOptions, subscription: Subscription) => {
  const { name, bus, handlers, inbox, log, clock = systemClock, handlerMs = 20_000 } = options;
  const { queue } = subscription;
  const metrics = consumerMetrics(options.metrics, name);
  const { bury, settle } = createSettlement(options, subscription);

  /** The effect, then the record of it, then the acknowledgement: a crash in between costs a repetition, never an event. */
  const handle = (event: EventEnvelope, handler: Handler<never>): Promise<Outcome> =>
    attempt(
      async (signal) => {
        await handler(event as never, { signal });
        await inbox.done(name, event.id, clock.now().toISOString());
      },
      { clock, timeoutMs: handlerMs, onRetry: () => metrics.retries(event.type) },
    );

  const deliver = async (message: Message): Promise<void> => {
    const found = read(message);
    if ('poison' in found) return bury(message, 'unknown', found.poison);
    const { event } = found;
    const handler = handlers[event.type] as Handler<never> | undefined;
    if (handler === undefined) return bury(message, event.type, `no handler for ${event.type}`);
    return whileHidden(queue, { message, ms: bus.visibilityMs }, async () => {
      if (await inbox.seen(name, event.id)) {
        metrics.duplicates(event.type);
        await queue.delete(message);
      } else {
        await settle(message, event, await handle(event, handler));
      }
    });
  };

  return (message: Message): Promise<void> =>
    deliver(message).catch((error: unknown) => {
      log.warn({ err: error, consumer: name, message: message.id }, 'a message could not be settled; it comes again');
    });
};
