/** What goes along while something is fetched or started. */
export interface Progress {
  /** Prints a line for the person who waits. */
  readonly report: (line: string) => void;
  /** Aborts when they have stopped waiting. */
  readonly signal: AbortSignal;
}

/** Where a service may keep what it fetches, and the port it shall listen on. */
export interface Place {
  /** Of this service alone; git-ignored. */
  readonly folder: string;
  readonly port: number;
}

/** The program that is the service. */
export interface Launch {
  readonly file: string;
  readonly arguments: readonly string[];
  readonly folder: string;
}

/** A real server that the tests can run against. */
export interface ServiceDefinition {
  readonly name: string;
  /** The environment variable that tells tests where it is. */
  readonly variable: string;
  /** Fetches what is missing. Throws `Problem` with the way out when this machine lacks something. */
  prepare(folder: string, progress: Progress): Promise<void>;
  launch(place: Place): Launch;
  url(port: number): string;
}
