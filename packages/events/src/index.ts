export type { EventBus, Message, OutgoingMessage, PublishResult, Queue, QueueDepth, Subscription } from './bus.ts';
export { systemClock, type Clock } from './clock.ts';
export { createConsumer, type Consumer, type ConsumerOptions, type Handler, type Handlers } from './consumer.ts';
export type { EventContract } from './contracts/define.ts';
export { contracts, type EventData, type EventType } from './contracts/registry.ts';
export { listDeadLetters, redrive, showDeadLetter, type DeadLetter, type DeadLetterFilter } from './dead-letters.ts';
export {
  checkEvent,
  newEvent,
  PoisonError,
  readEvent,
  readEventText,
  type EventDetails,
  type EventEnvelope,
} from './envelope.ts';
export type { Inbox } from './inbox.ts';
export { Later } from './later.ts';
export type { Log } from './log.ts';
export { openBus, type BusOptions } from './open.ts';
export type { OutboxSource, Pending } from './outbox.ts';
export { createRelay, type Relay, type RelayOptions } from './relay.ts';
export { topology, type Topology } from './topology.ts';
