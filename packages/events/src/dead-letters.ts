import type { EventBus, Message, Queue } from './bus.ts';
import { readEventText, type EventEnvelope } from './envelope.ts';

/** An event that a consumer could not act on. */
export interface DeadLetter {
  /** Of the event; of the message when no event can be read out of it. */
  readonly id: string;
  readonly consumer: string;
  readonly type: string;
  readonly reason: string;
  /** RFC 3339 instant. */
  readonly failedAt: string;
  /** How often the consumer had received it. */
  readonly receives: number;
  /** Undefined when the body follows no contract. */
  readonly event: EventEnvelope | undefined;
  readonly body: string;
}

/** Which dead letters; all of them by default. */
export interface DeadLetterFilter {
  readonly consumer?: string | undefined;
  readonly id?: string | undefined;
}

/** Of a message that the queue itself gave up, nobody noted why. */
const UNNOTED = 'its consumer never came to an end with it';
const noted = ['reason', 'failedAt', 'receives', 'consumer', 'postponed'];

const eventOf = (body: string): EventEnvelope | undefined => {
  try {
    return readEventText(body);
  } catch {
    return undefined;
  }
};

const toDeadLetter = (consumer: string, message: Message): DeadLetter => {
  const { attributes, body } = message;
  const event = eventOf(body);
  return {
    id: event?.id ?? message.id,
    consumer,
    type: event?.type ?? attributes['type'] ?? 'unknown',
    reason: attributes['reason'] ?? UNNOTED,
    failedAt: attributes['failedAt'] ?? new Date(message.sentAt).toISOString(),
    receives: Number(attributes['receives'] ?? message.receives),
    event,
    body,
  };
};

/** Everything in a queue, hidden for as long as the work takes; what is still there afterwards is given back. */
const withAll = async <T>(queue: Queue, work: (messages: readonly Message[]) => Promise<T>): Promise<T> => {
  const held = new Map<string, Message>();
  try {
    for (;;) {
      const messages = await queue.receive({ limit: 10, waitMs: held.size === 0 ? 1_000 : 0 });
      const before = held.size;
      for (const message of messages) held.set(message.id, message);
      if (held.size === before) return await work([...held.values()]);
    }
  } finally {
    await Promise.allSettled([...held.values()].map((message) => queue.hide(message, 0)));
  }
};

/** Consumers that a filter names. Throws `TypeError` for one that is not there. */
const consumersOf = ({ topology }: EventBus, { consumer }: DeadLetterFilter): readonly string[] => {
  if (consumer === undefined) return Object.keys(topology);
  if (Object.hasOwn(topology, consumer)) return [consumer];
  throw new TypeError(`there is no consumer ${consumer}; there are ${Object.keys(topology).join(', ')}`);
};

/** The dead letters, those that failed first at the top. Throws `TypeError` for an unknown consumer. */
export const listDeadLetters = async (bus: EventBus, filter: DeadLetterFilter = {}): Promise<readonly DeadLetter[]> => {
  const lists = await Promise.all(
    consumersOf(bus, filter).map(async (consumer) => {
      const { deadLetters } = await bus.subscription(consumer);
      return withAll(deadLetters, (messages) =>
        Promise.resolve(messages.map((message) => toDeadLetter(consumer, message))),
      );
    }),
  );
  return lists
    .flat()
    .filter(({ id }) => filter.id === undefined || filter.id === id)
    .sort((a, b) => (a.failedAt < b.failedAt ? -1 : 1));
};

/** The dead letters with this id: one for each consumer that failed. Throws `TypeError` for an unknown consumer. */
export const showDeadLetter = (
  bus: EventBus,
  wanted: DeadLetterFilter & { readonly id: string },
): Promise<readonly DeadLetter[]> => listDeadLetters(bus, wanted);

/**
 * Gives dead letters back to their consumers, as they were: under their own id, so that an effect that is there already
 * is not repeated. Nobody else hears of them again. Answers which went; may be repeated after a crash.
 */
export const redrive = async (bus: EventBus, filter: DeadLetterFilter = {}): Promise<readonly DeadLetter[]> => {
  const lists = await Promise.all(
    consumersOf(bus, filter).map(async (consumer) => {
      const { queue, deadLetters } = await bus.subscription(consumer);
      return withAll(deadLetters, async (messages) => {
        const chosen = messages
          .map((message) => ({ message, letter: toDeadLetter(consumer, message) }))
          .filter(({ letter }) => filter.id === undefined || filter.id === letter.id);
        for (const { message } of chosen) {
          const attributes = Object.fromEntries(
            Object.entries(message.attributes).filter(([name]) => !noted.includes(name)),
          );
          await queue.send({ body: message.body, attributes });
          await deadLetters.delete(message);
        }
        return chosen.map(({ letter }) => letter);
      });
    }),
  );
  return lists.flat();
};
