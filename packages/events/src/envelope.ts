import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { contracts, type EventData, type EventType } from './contracts/registry.ts';

/** CloudEvents 1.0 in JSON, with the extensions partitioning, correlation and distributed tracing. */
interface Envelope<T extends EventType> {
  readonly specversion: '1.0';
  /** Never reused. Consumers tell deliveries of one event from another by it. */
  readonly id: string;
  /** The producer, for example `/subgraphs/orders`. */
  readonly source: string;
  readonly type: T;
  /** Id of the aggregate that it happened to. */
  readonly subject: string;
  /** RFC 3339 instant at which it happened. */
  readonly time: string;
  /** Names the contract and its version. */
  readonly dataschema: string;
  readonly datacontenttype: 'application/json';
  /** Customer id, or the order's for a guest. Order of delivery is promised by nobody. */
  readonly partitionkey: string;
  /** The same for everything that one request set in motion. */
  readonly correlationid: string;
  /** Id of the event that made this one happen. */
  readonly causationid?: string;
  readonly traceparent?: string;
  readonly data: EventData<T>;
}

/** One event of a type; of any type without an argument, to be narrowed by its `type`. */
export type EventEnvelope<T extends EventType = EventType> = { [Type in T]: Envelope<Type> }[T];

/** What the producer knows of an event besides its data; see the members of the envelope. */
export interface EventDetails {
  readonly id: string;
  readonly time: string;
  readonly subject: string;
  readonly partitionKey: string;
  readonly correlationId: string;
  readonly causationId?: string | undefined;
  readonly traceparent?: string | undefined;
}

/** An event that no producer of ours can have meant. `reason` says what is wrong with it, without its data. */
export class PoisonError extends Error {
  override readonly name = 'PoisonError';
}

const schemaOf = (type: EventType): string => `https://events.qsr.example/${type}/${contracts[type].version}`;

const sourceOf = (type: EventType): string => `/subgraphs/${type.split('.', 1)[0] ?? ''}`;

const isEventType = (type: string): type is EventType => Object.hasOwn(contracts, type);

const text = z.string().min(1).max(256);

const envelope = z.object({
  specversion: z.literal('1.0'),
  id: text,
  source: text,
  type: z.string().refine(isEventType, 'unknown'),
  subject: text,
  time: z.iso.datetime({ offset: true }),
  dataschema: text,
  datacontenttype: z.literal('application/json'),
  partitionkey: text,
  correlationid: text,
  causationid: text.optional(),
  traceparent: text.optional(),
  data: z.unknown(),
});

const problemOf = ({ issues }: z.core.$ZodError): string =>
  issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');

const parse = <T>(schema: z.ZodType<T>, value: unknown, where: string): T => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new PoisonError(`${where}: ${problemOf(result.error)}`);
};

/**
 * An event as a consumer sees it: members that it does not know are dropped, so that producers may add some.
 * Throws `PoisonError` for anything that does not follow its contract, or follows a version of it that is not ours.
 */
export const readEvent = (value: unknown): EventEnvelope => {
  const read = parse(envelope, value, 'envelope');
  if (read.dataschema !== schemaOf(read.type)) throw new PoisonError(`dataschema: expected ${schemaOf(read.type)}`);
  return { ...read, data: parse<unknown>(contracts[read.type].data, read.data, 'data') } as EventEnvelope;
};

/** As `readEvent`, of its JSON text. */
export const readEventText = (body: string): EventEnvelope => {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new PoisonError('envelope: not JSON');
  }
  return readEvent(value);
};

/** The event again if it follows its contract to the letter. Throws `PoisonError`, which is a bug of the producer. */
export const checkEvent = (event: EventEnvelope): EventEnvelope => {
  // What reading would drop is in no contract, and what travels is JSON.
  const travelled: unknown = JSON.parse(JSON.stringify(event));
  if (!isDeepStrictEqual(readEvent(travelled), travelled))
    throw new PoisonError(`${event.type}: members of no contract`);
  return event;
};

/** Makes an event for the outbox of its aggregate. Throws `PoisonError` when it breaks its contract: a bug. */
export const newEvent = <T extends EventType>(type: T, data: EventData<T>, details: EventDetails): EventEnvelope<T> => {
  const { id, time, subject, partitionKey, correlationId, causationId, traceparent } = details;
  const event = {
    specversion: '1.0',
    id,
    source: sourceOf(type),
    type,
    subject,
    time,
    dataschema: schemaOf(type),
    datacontenttype: 'application/json',
    partitionkey: partitionKey,
    correlationid: correlationId,
    ...(causationId === undefined ? {} : { causationid: causationId }),
    ...(traceparent === undefined ? {} : { traceparent }),
    data,
  } as const;
  checkEvent(event as unknown as EventEnvelope);
  return event;
};
