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

/** What was recorded of real use. */
export interface Usage {
  /**
   * Of a whole coordinate: `Type`, `Type.field`, `Type.field(argument:)`, `Enum.VALUE`, `Input.field`, `@directive`.
   * Undefined for what nobody asked for.
   */
  usesOf(coordinate: string): Uses | undefined;
}
