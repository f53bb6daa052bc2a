import { HEADER, type CountLine, type OperationLine } from './record.ts';

/** What files of a recording say together. */
export class Recording {
  readonly #operations = new Map<string, OperationLine>();
  readonly #counts = new Map<string, CountLine>();

  get operations(): ReadonlyMap<string, OperationLine> {
    return this.#operations;
  }

  get counts(): Iterable<CountLine> {
    return this.#counts.values();
  }

  /** Two schemas can have answered the same operation: what it asked for is what it asked of either. */
  describe(line: OperationLine): void {
    const known = this.#operations.get(line.operation);
    if (known === undefined) this.#operations.set(line.operation, line);
    else if (!line.coordinates.every((coordinate) => known.coordinates.includes(coordinate))) {
      const coordinates = [...new Set([...known.coordinates, ...line.coordinates])].sort();
      this.#operations.set(line.operation, { ...known, coordinates });
    }
  }

  count(line: CountLine): void {
    const key = JSON.stringify([line.day, line.operation, line.client, line.version]);
    const known = this.#counts.get(key);
    this.#counts.set(key, known === undefined ? line : sum(known, line));
  }

  /** As the text of one file, the same for the same recording. Without days before `since`, when it is given. */
  toText(since = ''): string {
    const counts = [...this.#counts].filter(([, { day }]) => day >= since).sort(byKey);
    const used = new Set(counts.map(([, { operation }]) => operation));
    const operations = [...this.#operations].filter(([id]) => used.has(id)).sort(byKey);
    const lines = [HEADER, ...operations.map(([, line]) => inOrder(line)), ...counts.map(([, line]) => line)];
    return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  }
}

const byKey = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1;

const inOrder = (line: OperationLine): OperationLine => ({ ...line, coordinates: line.coordinates.toSorted() });

const sum = (one: CountLine, other: CountLine): CountLine => {
  const { day, operation, client, version } = one;
  const inputs = [...new Set([...(one.inputs ?? []), ...(other.inputs ?? [])])].sort();
  return {
    ...{ day, operation, client, version },
    count: Math.min(one.count + other.count, Number.MAX_SAFE_INTEGER),
    errors: Math.min(one.errors + other.errors, Number.MAX_SAFE_INTEGER),
    first: one.first < other.first ? one.first : other.first,
    last: one.last > other.last ? one.last : other.last,
    ...(inputs.length === 0 ? {} : { inputs }),
  };
};
