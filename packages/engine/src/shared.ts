/** What of the data of one request stands at several places as one object. Most often nothing does, and this costs nothing. */
export class Shared {
  #hasParts = false;
  #types: Set<string> | undefined;
  #places: Set<string> | undefined;

  /** Objects of a type stand at a place (see `placeOf`) and at others. */
  addType(type: string, place: string): void {
    (this.#types ??= new Set()).add(type);
    this.#addPlace(place);
  }

  /** So do parts of what stands at a place, of whatever type they are. */
  addParts(place: string): void {
    this.#hasParts = true;
    this.#addPlace(place);
  }

  isAny(): boolean {
    return this.#places !== undefined;
  }

  /** Whether objects of a type may be the same. */
  mayHold(type: string): boolean {
    return this.#hasParts || this.#types?.has(type) === true;
  }

  /** Whether something stands several times at one of these places. */
  isAt(places: readonly string[]): boolean {
    const known = this.#places;
    return known !== undefined && places.some((place) => known.has(place));
  }

  #addPlace(place: string): void {
    (this.#places ??= new Set()).add(place);
  }
}
