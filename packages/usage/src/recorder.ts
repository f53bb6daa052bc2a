import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OperationDefinitionNode } from 'graphql';
import { Clients, type Client, type Headers } from './clients.ts';
import { coordinatesOf, type Executable } from './coordinates.ts';
import { createCollectInputs, variableTypesOf, type CollectInputs } from './input-types.ts';
import {
  dayOf,
  instantOf,
  OTHER,
  type CountLine,
  type OperationLine,
  type UsageBatch,
  type UsageSink,
} from './record.ts';
import { operationIdOf, signatureOf } from './signature.ts';

/** One request for an operation. */
export interface Use {
  readonly headers: Headers;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Whether it was answered with errors. */
  readonly failed: boolean;
}

/** Counts what is asked for. */
export interface UsageRecorder {
  /**
   * Counts a request for a valid operation. Knows it again by its `operation` node. Costs well under a microsecond for what
   * was seen since the last flush and has no variables of input types.
   */
  count(executable: Executable, use: Use): void;
  /** Hands on what was counted so far. Never rejects. */
  flush(): Promise<void>;
  /** Flushes for the last time. */
  close(): Promise<void>;
}

export interface RecorderOptions {
  readonly sink: UsageSink;
  readonly flushEveryMs: number;
  /** Told when something could not be written; it is tried again with the next flush. */
  readonly onProblem: (problem: unknown) => void;
}

interface Counter {
  readonly known: Known;
  readonly client: Client;
  count: number;
  errors: number;
  first: number;
  last: number;
  readonly inputs: Set<string>;
}

/** What was counted of one day since the last flush. */
interface Batch {
  readonly day: string;
  readonly counters: Counter[];
}

/** An operation that was asked for. */
interface Known {
  readonly executable: Executable;
  readonly collectInputs: CollectInputs | undefined;
  batch: Batch;
  /** Of `batch`. */
  counters: Map<Client, Counter>;
  line: OperationLine | undefined;
}

const DAY_MS = 86_400_000;
/** Operations told apart in a day. Of all others it is recorded what they ask for, and not which they are. */
const MAX_OPERATIONS = 10_000;
/** How long a flush works at a stretch, in ms: requests wait no longer for it. */
const STRETCH_MS = 1;
/** Signatures above this are not worth their room, in characters. */
const MAX_SIGNATURE = 20_000;

class Recorder implements UsageRecorder {
  readonly #options: RecorderOptions;
  readonly #known = new WeakMap<OperationDefinitionNode, Known>();
  readonly #timer: NodeJS.Timeout;
  #clients = new Clients();
  #operations = new Set<string>();
  #dayEndsAt = 0;
  #batch: Batch = { day: '', counters: [] };
  #over: Batch[] = [];
  #flushing: Promise<void> = Promise.resolve();
  #isBehind = false;

  constructor(options: RecorderOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.flush(), options.flushEveryMs).unref();
  }

  count(executable: Executable, { headers, variables, at, failed }: Use): void {
    if (at >= this.#dayEndsAt) this.#turnDay(at);
    const known = this.#known.get(executable.operation) ?? this.#learn(executable);
    if (known.batch !== this.#batch) {
      known.batch = this.#batch;
      known.counters = new Map();
    }
    const client = this.#clients.of(headers);
    const counter = known.counters.get(client) ?? this.#begin(known, client, at);
    counter.count += 1;
    if (failed) counter.errors += 1;
    if (at > counter.last) counter.last = at;
    known.collectInputs?.(variables, counter.inputs);
  }

  flush(): Promise<void> {
    const batches = [...this.#over, this.#batch];
    this.#over = [];
    this.#batch = { day: this.#batch.day, counters: [] };
    // One after the other: files are appended to.
    this.#flushing = this.#flushing.then(() => this.#writeAll(batches));
    return this.#flushing;
  }

  close(): Promise<void> {
    clearInterval(this.#timer);
    return this.flush();
  }

  #turnDay(at: number): void {
    this.#over.push(this.#batch);
    this.#batch = { day: dayOf(at), counters: [] };
    this.#dayEndsAt = (Math.floor(at / DAY_MS) + 1) * DAY_MS;
    this.#clients = new Clients();
    this.#operations = new Set();
  }

  #learn(executable: Executable): Known {
    const known = {
      executable,
      collectInputs: createCollectInputs(variableTypesOf(executable.schema, executable.operation)),
      batch: this.#batch,
      counters: new Map<Client, Counter>(),
      line: undefined,
    };
    this.#known.set(executable.operation, known);
    return known;
  }

  #begin(known: Known, client: Client, at: number): Counter {
    // A request may have begun before the day that it is counted in.
    const first = Math.max(at, this.#dayEndsAt - DAY_MS);
    const counter = { known, client, count: 0, errors: 0, first, last: first, inputs: new Set<string>() };
    known.counters.set(client, counter);
    this.#batch.counters.push(counter);
    return counter;
  }

  async #writeAll(batches: readonly Batch[]): Promise<void> {
    const { sink } = this.#options;
    if (this.#isBehind) await this.#attempt(() => sink.retry());
    for (const { day, counters } of batches) {
      if (counters.length === 0) continue;
      const lines = await this.#linesOf(day, counters);
      if (lines.counts.length > 0) await this.#attempt(() => sink.write({ day, ...lines }));
    }
  }

  async #attempt(write: () => Promise<void>): Promise<void> {
    try {
      await write();
      this.#isBehind = false;
    } catch (problem) {
      this.#isBehind = true;
      this.#options.onProblem(problem);
    }
  }

  async #linesOf(day: string, counters: readonly Counter[]): Promise<Omit<UsageBatch, 'day'>> {
    const operations: OperationLine[] = [];
    const counts: CountLine[] = [];
    let begunAt = performance.now();
    for (const counter of counters) {
      const line = this.#lineOf(counter.known);
      // One without any asks for nothing but the schema.
      if (line.coordinates.length > 0) {
        operations.push(line);
        counts.push(countOf(counter, { day, operation: line.operation }));
      }
      if (performance.now() - begunAt < STRETCH_MS) continue;
      await nextTurn();
      begunAt = performance.now();
    }
    return { operations, counts };
  }

  #lineOf(known: Known): OperationLine {
    return (known.line ??= this.#describe(known.executable));
  }

  #describe(executable: Executable): OperationLine {
    const { document, operation } = executable;
    const coordinates = coordinatesOf(executable, { literals: 'whole' });
    const signature = signatureOf(document, operation);
    const id = operationIdOf(signature);
    if (this.#operations.size >= MAX_OPERATIONS && !this.#operations.has(id)) {
      return { operation: OTHER, name: '', signature: '', coordinates };
    }
    this.#operations.add(id);
    return {
      operation: id,
      name: operation.name?.value ?? '',
      signature: signature.length > MAX_SIGNATURE ? '' : signature,
      coordinates,
    };
  }
}

const countOf = (counter: Counter, { day, operation }: { day: string; operation: string }): CountLine => ({
  day,
  operation,
  client: counter.client.name,
  version: counter.client.version,
  count: counter.count,
  errors: counter.errors,
  first: instantOf(counter.first),
  last: instantOf(counter.last),
  ...(counter.inputs.size === 0 ? {} : { inputs: [...counter.inputs].sort() }),
});

/** Starts to count. What was counted goes to the sink now and then, in one batch for each day. */
export const createUsageRecorder = (options: RecorderOptions): UsageRecorder => new Recorder(options);
