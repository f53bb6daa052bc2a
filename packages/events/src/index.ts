export type {
  EventBus,
  Message,
  OutgoingMessage,
  PublishResult,
  Queue,
  QueueDepth,
  Subscription,
  Topology,
} from './bus.ts';
export type { EventContract } from './contracts/define.ts';
export { contracts, type EventData, type EventType } from './contracts/registry.ts';
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
export type { OutboxSource, Pending } from './outbox.ts';
