/** Requests for an imported operation, by one client. */
export interface ImportedUse {
  readonly client: string | undefined;
  readonly version: string | undefined;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly count: number;
  readonly errors: number;
}

/** One operation of an export. */
export interface ImportedOperation {
  /** Where it is in the file, for messages. */
  readonly place: string;
  readonly name: string | undefined;
  /** Absent where the export says only which coordinates were asked for. */
  readonly text: string | undefined;
  /** What the export itself says the operation asks for; undefined when it does not say. */
  readonly coordinates: readonly string[] | undefined;
  readonly uses: readonly ImportedUse[];
}

/** What an export does not say of itself. */
export interface ImportDefaults {
  /** Milliseconds since the epoch; undefined when nobody said. */
  readonly at: number | undefined;
  readonly client: string | undefined;
  readonly version: string | undefined;
  readonly now: number;
}

/** Reads one kind of file. */
export interface ImportFormat {
  /** For people, such as "a persisted query manifest". */
  readonly name: string;
  /** Whether a parsed file is of this kind, by its outline. */
  matches(json: unknown): boolean;
  /** Throws `InputError`. */
  read(json: unknown, defaults: ImportDefaults): readonly ImportedOperation[];
}
