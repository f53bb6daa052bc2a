import type { DocumentNode } from 'graphql';

/** How often an element of the schema was asked for. */
export interface Uses {
  readonly count: number;
  /** A day, as `YYYY-MM-DD`, UTC. */
  readonly lastSeen: string;
  /** Names and versions of the clients, such as `ios 4.2.0`. */
  readonly clients: readonly string[];
  /** Names of the operations. */
  readonly operations: readonly string[];
}

/** An operation that clients sent, with how often they did. */
export interface RecordedOperation {
  /** Empty where it has none. */
  readonly name: string;
  /** Without the values of literals: lists and objects in it may be empty. Undefined where its text is not known. */
  readonly document: DocumentNode | undefined;
  /**
   * The coordinates that its text asks for, those in literals of lists and objects as well. `Type.*` stands for all
   * fields of an input, or all values of an enum. Undefined where nobody looked: then an empty literal may hold anything.
   */
  readonly coordinates: readonly string[] | undefined;
  /** Fields of inputs and values of enums that came in its variables. Undefined where nobody looked: anything may have come. */
  readonly inputs: readonly string[] | undefined;
  readonly count: number;
  /** A day, as `YYYY-MM-DD`, UTC. */
  readonly lastSeen: string;
  /** Names and versions of the clients, such as `ios 4.2.0`. */
  readonly clients: readonly string[];
}

/** What changes are judged by. */
export interface RecordedOperations {
  /** The first day of the recording, as `YYYY-MM-DD`, UTC; undefined when there is none in it. */
  readonly since: string | undefined;
  readonly operations: readonly RecordedOperation[];
}

/** What was recorded of real use. */
export interface Usage extends RecordedOperations {
  /**
   * Of a whole coordinate: `Type`, `Type.field`, `Type.field(argument:)`, `Enum.VALUE`, `Input.field`, `@directive`.
   * Undefined for what nobody asked for.
   */
  usesOf(coordinate: string): Uses | undefined;
}
