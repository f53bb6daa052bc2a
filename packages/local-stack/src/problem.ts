/** A fault that a person can mend; its message is all they need to see. Commands print it and end with 1. */
export class Problem extends Error {}
