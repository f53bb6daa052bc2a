import type { z } from 'zod';

/** What one type of event says, and what a consumer must know to act on it once. */
export interface EventContract<Type extends string, Data extends z.ZodObject> {
  /** `<producer>.<aggregate>.<fact>`; the producer is a subgraph. */
  readonly type: Type;
  /** Rises when a consumer of the version before would misread it. A member that may be absent needs no new version. */
  readonly version: number;
  /** What happened, for people. */
  readonly description: string;
  /** The key under which its effect happens once, however often it is delivered, with members in angle brackets. */
  readonly businessKey?: string;
  readonly data: Data;
}

/** Declares an event. Its data names people by id alone: events outlive the erasure of a customer. */
export const defineEvent = <const Type extends string, Data extends z.ZodObject>(
  contract: EventContract<Type, Data>,
): EventContract<Type, Data> => contract;
