/**
 * Which types the objects of a simulation are of. A run makes one choice for each place of the schema; the runs together
 * make them all.
 */
export class Choices {
  /** How often each place was met in the runs so far, and how many types there are to choose from. */
  readonly #places = new Map<string, { met: number; readonly of: number }>();
  #made = new Map<string, string>();

  /** The candidates must be the same each time; undefined when there are none. */
  choose(place: string, candidates: readonly string[]): string | undefined {
    const made = this.#made.get(place);
    if (made !== undefined) return made;
    const known = this.#places.get(place) ?? { met: 0, of: candidates.length };
    this.#places.set(place, known);
    const chosen = candidates[known.met % candidates.length];
    known.met += 1;
    if (chosen !== undefined) this.#made.set(place, chosen);
    return chosen;
  }

  /** The choices since the last time, after which they are made anew. */
  take(): ReadonlyMap<string, string> {
    const made = this.#made;
    this.#made = new Map();
    return made;
  }

  /** True when each place that was met had an object of every type. */
  get areComplete(): boolean {
    return [...this.#places.values()].every(({ met, of }) => met >= of);
  }
}
