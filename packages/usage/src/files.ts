import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { HEADER, OTHER, type OperationLine, type UsageBatch, type UsageSink } from './record.ts';

/** What is kept of what could not be written, in characters. */
const MAX_UNWRITTEN = 8 * 1024 * 1024;

/** One day's file of this process. */
class DayFile {
  readonly path: string;
  readonly #described = new Set<string>();
  /** Of those that are not told apart: what was written of what they ask for. */
  readonly #others = new Set<string>();
  #unwritten = `${JSON.stringify(HEADER)}\n`;

  constructor(path: string) {
    this.path = path;
  }

  async append({ operations, counts }: UsageBatch): Promise<void> {
    const lines = [...operations.flatMap((line) => this.#news(line)), ...counts];
    this.#unwritten += lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    await this.retry();
  }

  async retry(): Promise<void> {
    if (this.#unwritten === '') return;
    try {
      await appendFile(this.path, this.#unwritten);
      this.#unwritten = '';
    } catch (cause) {
      this.#keepForLater(cause);
    }
  }

  get isWritten(): boolean {
    return this.#unwritten === '';
  }

  #keepForLater(cause: unknown): never {
    const { path } = this;
    if (this.#unwritten.length <= MAX_UNWRITTEN) {
      // A part of it may have been written: what comes next begins a line of its own.
      if (!this.#unwritten.startsWith('\n')) this.#unwritten = `\n${this.#unwritten}`;
      throw new Error(`usage cannot be written to ${path}; it is kept for now`, { cause });
    }
    const lost = this.#unwritten.length;
    this.#unwritten = `\n${JSON.stringify(HEADER)}\n`;
    this.#described.clear();
    this.#others.clear();
    throw new Error(`usage cannot be written to ${path}; ${lost} characters of it are lost`, { cause });
  }

  #news(line: OperationLine): readonly OperationLine[] {
    if (line.operation !== OTHER) {
      if (this.#described.has(line.operation)) return [];
      this.#described.add(line.operation);
      return [line];
    }
    const coordinates = line.coordinates.filter((coordinate) => !this.#others.has(coordinate));
    for (const coordinate of coordinates) this.#others.add(coordinate);
    return coordinates.length === 0 ? [] : [{ ...line, coordinates }];
  }
}

/** Writes batches into files, one for each day and process: lines of JSON that are only ever appended. */
class UsageFiles implements UsageSink {
  readonly #directory: string;
  /** Processes that share the directory must not share files. */
  readonly #process = randomBytes(6).toString('hex');
  #files = new Map<string, DayFile>();

  constructor(directory: string) {
    this.#directory = directory;
  }

  async write(batch: UsageBatch): Promise<void> {
    const { day } = batch;
    const file = this.#files.get(day) ?? new DayFile(join(this.#directory, `${day}.${this.#process}.ndjson`));
    const unwritten = [...this.#files].filter(([, { isWritten }]) => !isWritten);
    this.#files = new Map([...unwritten, [day, file]]);
    await file.append(batch);
    await this.retry();
  }

  async retry(): Promise<void> {
    for (const file of this.#files.values()) await file.retry();
  }
}

/** A recording in a directory, which is made when it is missing. Rejects with an `Error` when it cannot be written to. */
export const openUsageFiles = async (directory: string): Promise<UsageSink> => {
  try {
    await mkdir(directory, { recursive: true });
    await access(directory, constants.W_OK);
  } catch (cause) {
    throw new Error(`usage cannot be written to the directory ${directory}`, { cause });
  }
  return new UsageFiles(directory);
};
