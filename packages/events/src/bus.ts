import type { EventEnvelope } from './envelope.ts';
import type { Topology } from './topology.ts';

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

/** A message to be sent to one queue. */
export interface OutgoingMessage {
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Nobody sees it for so long, in ms, up to 15 minutes. */
  readonly delayMs?: number;
}

/** How many messages a queue holds. The transport may say somewhat too many or too few. */
export interface QueueDepth {
  readonly waiting: number;
  /** Sent with a delay that is not over. */
  readonly delayed: number;
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

/** How events travel: everything published reaches the queue of every consumer that hears of its type. */
export interface EventBus {
  /** Who hears of what here. */
  readonly topology: Topology;
  /** How long a received message stays hidden from other receivers, in ms. */
  readonly visibilityMs: number;
  /**
   * In the order of the events; an event against its contract is not published. Makes missing queues first, since what
   * is published to no queue is lost, and rejects when it could not.
   */
  publish(events: readonly EventEnvelope[]): Promise<readonly PublishResult[]>;
  /** Makes missing queues first. Throws `TypeError` for a consumer that is not in the topology. */
  subscription(consumer: string): Promise<Subscription>;
  /** Makes what the topology needs, once; safe from many processes. Every other method does so by itself. */
  ensure(): Promise<void>;
  close(): void;
}
