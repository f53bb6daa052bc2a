import { z } from 'zod';

/** The first line of a file, and of each file that was put behind another one. */
export const HEADER = { format: 'qsr-usage', version: 1 } as const;

/** The name of a client that did not say who it is. */
export const UNKNOWN = 'unknown';

/** The id, and the client, that stands for all beyond the bounds of a recorder. */
export const OTHER = 'other';

const MAX_TEXT = 200_000;
const MAX_COORDINATES = 20_000;

/**
 * `Type`, `Type.field`, `Type.field(argument:)`, `Enum.VALUE`, `Input.field`, `@directive`, `@directive(argument:)`; and
 * `Type.*` for every field of an input type, or every value of an enum.
 */
const coordinate = z
  .string()
  .max(500)
  .regex(/^(?:[_A-Za-z]\w*(?:\.(?:\*|[_A-Za-z]\w*(?:\([_A-Za-z]\w*:\))?))?|@[_A-Za-z]\w*(?:\([_A-Za-z]\w*:\))?)$/);
const coordinates = z.array(coordinate).max(MAX_COORDINATES);
const day = z.iso.date();
const instant = z.iso.datetime({ precision: 0 });
const clientText = z.string().min(1).max(64);
const number = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);

/** What an operation is. Written once into each file that counts it. */
export const operationLine = z.strictObject({
  /** A hash of the signature, or `other`. */
  operation: z.string().min(1).max(64),
  /** Empty for an operation without a name. */
  name: z.string().max(1_000),
  /** The text without literals, aliases and whitespace, in a fixed order; empty when it is not known. */
  signature: z.string().max(MAX_TEXT),
  /** All that its text asks for, under the schema that answered it. */
  coordinates,
});

/** How often one client ran it on a day. Lines add up. */
export const countLine = z.strictObject({
  /** UTC. */
  day,
  operation: operationLine.shape.operation,
  client: clientText,
  version: clientText,
  count: number,
  /** How many of them were answered with errors. */
  errors: number,
  /** UTC, to the second. */
  first: instant,
  last: instant,
  /** Fields of inputs and values of enums that the client's variables held. Names only. */
  inputs: coordinates.optional(),
});

export const headerLine = z.looseObject({ format: z.literal(HEADER.format), version: z.number() });

export type OperationLine = z.infer<typeof operationLine>;
export type CountLine = z.infer<typeof countLine>;

/** What goes into a recording at once. Operations that were described before may be missing. */
export interface UsageBatch {
  readonly day: string;
  readonly operations: readonly OperationLine[];
  readonly counts: readonly CountLine[];
}

/** Where usage goes. */
export interface UsageSink {
  /** Rejects when the batch cannot be written now; the sink keeps it then, as long as it can. */
  write(batch: UsageBatch): Promise<void>;
  /** Tries once more to write what was kept. Rejects when it cannot. */
  retry(): Promise<void>;
}

/** A day, as `YYYY-MM-DD`, UTC. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** An instant to the second, UTC. */
export const instantOf = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
