import { OTHER, wholesOf, type CountLine, type OperationLine, type Recording } from '@qsr/usage';
import { parse, type DocumentNode } from 'graphql';
import type { RecordedOperation, Usage, Uses } from './usage.ts';

/** What of a recording counts. */
export interface Window {
  /** The first day, UTC. */
  readonly since: string;
  /** Operations that were asked for less often are left out. */
  readonly minimumCount: number;
  /** Operations with a smaller share of all requests are left out, in percent. */
  readonly minimumPercent: number;
  /** Clients that are left out: all versions of `name`, or the one of `name version`. */
  readonly excludeClients: readonly string[];
}

/** Usage with what it is based on. */
export interface RecordedUsage extends Usage {
  readonly requests: number;
  /** Days of which something is recorded. */
  readonly days: number;
  readonly since: string;
  readonly lastDay: string;
  /** All that was asked for. `Type.*` stands for each member of the type. */
  readonly coordinates: ReadonlyMap<string, Uses>;
}

/** Counts of one operation, and what it asks for. */
interface Asked {
  readonly line: OperationLine;
  readonly counts: CountLine[];
}

const withWholes = (coordinates: Iterable<string>): ReadonlySet<string> =>
  new Set([...coordinates].flatMap((coordinate) => [coordinate, ...wholesOf(coordinate)]));

const clientOf = ({ client, version }: CountLine): string => `${client} ${version}`;

const nameOf = ({ name, operation }: OperationLine): string =>
  name === '' ? (operation === OTHER ? '(others)' : '(anonymous)') : name;

const usesOf = ({ line }: Asked, counts: readonly CountLine[]): Uses => ({
  count: counts.reduce((sum, { count }) => sum + count, 0),
  lastSeen: counts.reduce((last, { day }) => (day > last ? day : last), ''),
  clients: [...new Set(counts.map(clientOf))],
  operations: [nameOf(line)],
});

const documentOf = ({ signature }: OperationLine): DocumentNode | undefined => {
  if (signature === '') return undefined;
  try {
    return parse(signature, { noLocation: true });
  } catch {
    // Somebody changed the file, or it nests too deeply: what it asks for is recorded beside it.
    return undefined;
  }
};

const operationOf = (asked: Asked): RecordedOperation => {
  const { line, counts } = asked;
  const document = documentOf(line);
  const inputs = withWholes(counts.flatMap((count) => count.inputs ?? []));
  const { count, lastSeen, clients } = usesOf(asked, counts);
  return {
    ...{ name: line.operation === OTHER ? nameOf(line) : line.name, document, count, lastSeen, clients },
    // Where there is no text to tell what variables it has, whatever came in them is as if it were in the text.
    coordinates: [...withWholes(line.coordinates), ...(document === undefined ? inputs : [])],
    inputs: [...inputs],
  };
};

/** Uses that are still being added up: operations may be thousands, and ask for the same. */
class Sum {
  #count = 0;
  #lastSeen = '';
  readonly #clients = new Set<string>();
  readonly #operations = new Set<string>();

  add({ count, lastSeen, clients, operations }: Uses): void {
    this.#count += count;
    if (lastSeen > this.#lastSeen) this.#lastSeen = lastSeen;
    for (const client of clients) this.#clients.add(client);
    for (const operation of operations) this.#operations.add(operation);
  }

  get uses(): Uses {
    const [clients, operations] = [[...this.#clients].sort(), [...this.#operations].sort()];
    return { count: this.#count, lastSeen: this.#lastSeen, clients, operations };
  }
}

const together = (one: Uses, other: Uses): Uses => {
  const sum = new Sum();
  sum.add(one);
  sum.add(other);
  return sum.uses;
};

class Index {
  readonly #sums = new Map<string, Sum>();

  addOperation(asked: Asked): void {
    const inText = withWholes(asked.line.coordinates);
    const uses = usesOf(asked, asked.counts);
    for (const coordinate of inText) this.#add(coordinate, uses);
    const inVariables = new Map<string, CountLine[]>();
    for (const count of asked.counts) {
      for (const coordinate of withWholes(count.inputs ?? [])) {
        if (inText.has(coordinate)) continue;
        const counts = inVariables.get(coordinate);
        if (counts === undefined) inVariables.set(coordinate, [count]);
        else counts.push(count);
      }
    }
    for (const [coordinate, counts] of inVariables) this.#add(coordinate, usesOf(asked, counts));
  }

  get uses(): ReadonlyMap<string, Uses> {
    return new Map([...this.#sums].map(([coordinate, { uses }]) => [coordinate, uses]));
  }

  #add(coordinate: string, uses: Uses): void {
    const sum = this.#sums.get(coordinate) ?? new Sum();
    sum.add(uses);
    this.#sums.set(coordinate, sum);
  }
}

const isExcluded = (count: CountLine, excluded: ReadonlySet<string>): boolean =>
  excluded.has(count.client) || excluded.has(clientOf(count));

const countsIn = (recording: Recording, { since, excludeClients }: Window): readonly CountLine[] => {
  const excluded = new Set(excludeClients);
  return [...recording.counts].filter((count) => count.day >= since && count.count > 0 && !isExcluded(count, excluded));
};

/** A request of which nobody knows what it asked for: the line that described the operation was lost. Undefined for none. */
export const undescribedIn = (recording: Recording, window: Window): CountLine | undefined =>
  countsIn(recording, window).find(({ operation }) => !recording.operations.has(operation));

const askedIn = (recording: Recording, window: Window): readonly Asked[] => {
  const asked = new Map<string, Asked>();
  for (const count of countsIn(recording, window)) {
    const line = recording.operations.get(count.operation);
    if (line === undefined) continue;
    const known = asked.get(count.operation) ?? { line, counts: [] };
    known.counts.push(count);
    asked.set(count.operation, known);
  }
  return [...asked.values()];
};

const requestsFor = ({ counts }: Asked): number => counts.reduce((sum, { count }) => sum + count, 0);

/** `Type.*` for `Type.member`. */
const wildcardOf = (coordinate: string): string | undefined => /^(\w+\.)\w+$/.exec(coordinate)?.[1]?.concat('*');

/** What a recording says of the time since the window began; undefined when that is nothing. */
export const createUsage = (recording: Recording, window: Window): RecordedUsage | undefined => {
  const all = askedIn(recording, window);
  const requests = all.reduce((sum, asked) => sum + requestsFor(asked), 0);
  const minimum = Math.max(window.minimumCount, (requests * window.minimumPercent) / 100);
  const days = [...new Set(all.flatMap(({ counts }) => counts.map(({ day }) => day)))].sort();
  const [since] = days;
  const lastDay = days.at(-1);
  if (since === undefined || lastDay === undefined) return undefined;
  const index = new Index();
  const enough = all.filter((asked) => requestsFor(asked) >= minimum);
  for (const asked of enough) index.addOperation(asked);
  const coordinates = index.uses;
  return {
    ...{ requests, since, lastDay, days: days.length, coordinates },
    operations: enough.map(operationOf),
    usesOf: (coordinate) => {
      const uses = coordinates.get(coordinate);
      const ofAll = coordinates.get(wildcardOf(coordinate) ?? '');
      return uses === undefined || ofAll === undefined ? (uses ?? ofAll) : together(uses, ofAll);
    },
  };
};
