import type { EventType } from './contracts/registry.ts';
import type { EventEnvelope } from './envelope.ts';

/** Whether the bus took an event. One that it did not take is published again later. */
export interface PublishResult {
  readonly id: string;
  readonly published: boolean;
  /** Why not, for a log. */
  readonly reason?: string;
}

/** A message as it was received: held for this receiver until its visibility timeout ends. */
export interface Message {
  /** The transport's own. */
  readonly id: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** How often it was received, this time included. */
  readonly receives: number;
  /** When it came into the queue, in ms since 1970. */
  readonly sentAt: number;
  /** Opaque; good for this receipt alone. */
  readonly receipt: string;
}

/** What becomes of a message. */
export interface OutgoingMessage {
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** How many messages a queue holds. The transport may say somewhat too many or too few. */
export interface QueueDepth {
  readonly waiting: number;
  /** Received, and neither deleted nor visible again. */
  readonly inFlight: number;
}

/** One queue. Every method throws `AppError` `DOWNSTREAM_TIMEOUT` or `DOWNSTREAM_UNAVAILABLE`. */
export interface Queue {
  readonly name: string;
  /** Up to 10 messages; waits up to `waitMs` (whole seconds, 20 s at most) for the first. */
  receive(options: {
    readonly limit: number;
    readonly waitMs: number;
    readonly signal?: AbortSignal;
  }): Promise<readonly Message[]>;
  delete(message: Message): Promise<void>;
  /** Keeps it from other receivers for so long from now, in whole seconds up to 12 hours; 0 gives it back at once. */
  hide(message: Message, forMs: number): Promise<void>;
  send(message: OutgoingMessage): Promise<void>;
  depth(): Promise<QueueDepth>;
}

/** The queue of a consumer and the one of its dead letters. */
export interface Subscription {
  readonly queue: Queue;
  readonly deadLetters: Queue;
}

/** Which consumer hears of which events. */
export interface Topology {
  readonly [consumer: string]: readonly EventType[];
}

/** How events travel: everything published reaches the queue of every consumer that subscribed to its type. */
export interface EventBus {
  /** In the order of the events; rejects only when it cannot be told what was published, so that all are to be repeated. */
  publish(events: readonly EventEnvelope[]): Promise<readonly PublishResult[]>;
  /** The queue of a consumer, which `ensure` made. */
  subscription(consumer: string): Promise<Subscription>;
  /** Every consumer that has a queue, whoever made it. */
  consumers(): Promise<readonly string[]>;
  /** Makes what is missing and lets each consumer hear of exactly these types; safe from many processes at once. */
  ensure(topology: Topology): Promise<void>;
  close(): void;
}
