import { PublishBatchCommand } from '@aws-sdk/client-sns';
import type { EventBus, PublishResult } from '../bus.ts';
import { checkEvent, type EventEnvelope } from '../envelope.ts';
import type { Topology } from '../topology.ts';
import { batchesOf, type Entry } from './batches.ts';
import { createClients, type Clients } from './clients.ts';
import type { BusLocation } from './location.ts';
import { sqsQueue, toAttributes } from './queue.ts';
import { makeTopology, type MadeTopology } from './topology.ts';

/** Times in ms: `timeoutMs` limits each call, `visibilityMs` is how long what is received stays hidden. */
export interface SnsOptions {
  readonly topology: Topology;
  readonly timeoutMs: number;
  readonly visibilityMs: number;
}

const reasonOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
};

/** An entry of a batch, or why there is none. */
const entryOf = (event: EventEnvelope): Entry | PublishResult => {
  try {
    return { id: event.id, type: event.type, body: JSON.stringify(checkEvent(event)) };
  } catch (error) {
    return { id: event.id, published: false, reason: reasonOf(error) };
  }
};

const publishBatch = async ({ sns, send }: Clients, TopicArn: string, entries: readonly Entry[]) => {
  const command = new PublishBatchCommand({
    TopicArn,
    PublishBatchRequestEntries: entries.map(({ type, body }, index) => ({
      Id: String(index),
      Message: body,
      MessageAttributes: toAttributes({ type }),
    })),
  });
  const all = (reason: string): PublishResult[] => entries.map(({ id }) => ({ id, published: false, reason }));
  try {
    const { Successful = [], Failed = [] } = await send((abortSignal) => sns.send(command, { abortSignal }));
    const went = new Set(Successful.map(({ Id }) => Id));
    const why = new Map(Failed.map(({ Id, Code, Message }) => [Id, `${Code ?? ''}: ${Message ?? ''}`]));
    return entries.map(({ id }, index): PublishResult => {
      const key = String(index);
      return went.has(key) ? { id, published: true } : { id, published: false, reason: why.get(key) ?? 'no answer' };
    });
  } catch (error) {
    return all(reasonOf(error));
  }
};

/** Keeps what a run made until it is forgotten; a failed run is forgotten at once. Callers meanwhile share one run. */
const remembered = <T>(run: () => Promise<T>) => {
  let result: Promise<T> | undefined;
  const forget = (): void => {
    result = undefined;
  };
  const get = (): Promise<T> => {
    result ??= run().catch((error: unknown) => {
      forget();
      throw error;
    });
    return result;
  };
  return { get, forget };
};

/** A bus of SNS and SQS: one topic, and one queue with its dead letters for each consumer. */
export const snsBus = (location: BusLocation, { topology, timeoutMs, visibilityMs }: SnsOptions): EventBus => {
  const made = remembered<MadeTopology>(() => makeTopology(clients, location, topology));
  const clients = createClients(location, { timeoutMs, onMissing: made.forget });
  return {
    topology,
    visibilityMs,
    publish: async (events) => {
      const { topicArn } = await made.get();
      const checked = events.map(entryOf);
      const entries = checked.filter((entry) => 'body' in entry);
      const sent = batchesOf(entries).map((batch) => publishBatch(clients, topicArn, batch));
      const results = (await Promise.all(sent)).flat()[Symbol.iterator]();
      return checked.map((entry) => ('body' in entry ? (results.next().value as PublishResult) : entry));
    },
    subscription: async (consumer) => {
      const queues = (await made.get()).queues.get(consumer);
      if (queues === undefined) throw new TypeError(`${consumer} is no consumer of this bus; see its topology`);
      const name = `${location.prefix}-${consumer}`;
      return {
        queue: sqsQueue(clients, { name, url: queues.queue.url, hiddenMs: visibilityMs }),
        deadLetters: sqsQueue(clients, { name: `${name}-dlq`, url: queues.deadLetters.url, hiddenMs: visibilityMs }),
      };
    },
    ensure: async () => {
      await made.get();
    },
    close: () => clients.close(),
  };
};
