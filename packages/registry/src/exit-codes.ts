/** How the command ends. */
export const exitCodes = {
  good: 0,
  /** The schema is bad: it does not parse, does not compose, or something was found that must not pass. */
  bad: 1,
  timedOut: 2,
  /** The tool could not do its work: bad input, a missing file, no such revision. */
  failed: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A fault of the input. Its message says what, where, and what to do; the command prints it and exits 3. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** Something took longer than it may. The command prints the message and exits 2. */
export class TimedOutError extends Error {
  override readonly name = 'TimedOutError';
}
