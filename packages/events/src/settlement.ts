import type { Outcome } from './attempt.ts';
import type { Message, Subscription } from './bus.ts';
import { backoffMs, systemClock } from './clock.ts';
import { consumerMetrics } from './consumer-metrics.ts';
import type { ConsumerOptions } from './consumer.ts';
import type { EventEnvelope } from './envelope.ts';

/** Receipts after which a message goes to the dead letters. The queue itself does so, too, should no consumer get to it. */
export const MAXIMUM_RECEIVES = 8;

const redeliverMs = (receives: number): number => Math.min(60_000, 5_000 * 2 ** (receives - 1));
const POSTPONEMENT = { firstMs: 2_000, capMs: 20_000 };
const LONGEST_DELAY_MS = 900_000;

/** What becomes of a message once it is known how its delivery ended. */
export const createSettlement = (options: ConsumerOptions, { queue, deadLetters }: Subscription) => {
  const { name, log, clock = systemClock } = options;
  const metrics = consumerMetrics(options.metrics, name);

  const bury = async (message: Message, type: string, reason: string): Promise<void> => {
    const failedAt = clock.now().toISOString();
    const why = { reason, failedAt, receives: String(message.receives), consumer: name };
    await deadLetters.send({ body: message.body, attributes: { ...message.attributes, ...why } });
    await queue.delete(message);
    metrics.deadLetters(type);
    log.error({ consumer: name, type, message: message.id, reason }, 'an event went to the dead letters');
  };

  const acknowledge = async (message: Message, { type, time }: EventEnvelope): Promise<void> => {
    await queue.delete(message);
    metrics.handled(type);
    metrics.lag((clock.now().getTime() - Date.parse(time)) / 1_000, type);
  };

  /** As a new message: waiting for an outage to end must not use up the receipts that a message has. */
  const postpone = async (message: Message, { type, id }: EventEnvelope, ms?: number): Promise<void> => {
    const times = Number(message.attributes['postponed'] ?? 0);
    const delayMs = Math.min(LONGEST_DELAY_MS, ms ?? backoffMs(clock, times, POSTPONEMENT));
    const attributes = { ...message.attributes, postponed: String(times + 1) };
    await queue.send({ body: message.body, attributes, delayMs });
    await queue.delete(message);
    metrics.postponed(type);
    log.info({ consumer: name, type, event: id, delayMs }, 'an event was put off');
  };

  const retry = async (message: Message, { type, id }: EventEnvelope, reason: string): Promise<void> => {
    metrics.retries(type);
    log.warn({ consumer: name, type, event: id, reason }, 'an event failed and will be delivered again');
    await queue.hide(message, (options.redeliverMs ?? redeliverMs)(message.receives));
  };

  const settle = (message: Message, event: EventEnvelope, outcome: Outcome): Promise<void> => {
    switch (outcome.kind) {
      case 'done':
        return acknowledge(message, event);
      case 'later':
        return postpone(message, event, outcome.ms);
      case 'failed':
        return message.receives >= MAXIMUM_RECEIVES
          ? bury(message, event.type, outcome.reason)
          : retry(message, event, outcome.reason);
    }
  };

  return { bury, settle };
};
