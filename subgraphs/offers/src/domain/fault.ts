/** What is wrong with an input: the way to it from the input on, and a sentence for people. */
export interface Fault {
  readonly path: readonly string[];
  readonly message: string;
}

export const fault = (message: string, ...path: readonly string[]): Fault => ({ path, message });

/** The first fault there is; null when there is none. */
export const firstFault = (...faults: ReadonlyArray<Fault | null>): Fault | null =>
  faults.find((one) => one !== null) ?? null;
