import { availableParallelism } from 'node:os';
import type { DataDirectory } from '../data-directory.ts';
import { Child } from '../supervisor/child.ts';
import { writeSeedRecord, type SeedRecord, type SeededSystem } from './record.ts';

/** A system of the stack and the program that fills it. `store` names its database in the seed record. */
export interface Seeder {
  readonly name: string;
  readonly entry: string;
  readonly arguments: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly store: string;
  /** The system, earlier in the list, that must be filled before this one is begun. */
  readonly after?: string | undefined;
}

/** Called with the customers written so far, summed over all systems. */
export type SeedProgress = (done: number, total: number) => void;

interface ProgressLine {
  readonly done: number;
}

/** Those whose systems were not filled to the end, or are pointed at another database since. */
export const unfilled = ({ systems }: SeedRecord, seeders: readonly Seeder[]): readonly Seeder[] =>
  seeders.filter(({ name, store }) => systems[name]?.store !== store);

/** Fills systems, as many at once as the machine has cores, and records each one that is done. */
export class Seeding {
  readonly #data: DataDirectory;
  readonly #running = new Set<Child>();
  readonly #progress = new Map<string, number>();
  #record: SeedRecord;
  #stopped = false;

  constructor(data: DataDirectory, record: SeedRecord) {
    this.#data = data;
    this.#record = record;
  }

  missing(seeders: readonly Seeder[]): readonly Seeder[] {
    return unfilled(this.#record, seeders);
  }

  /** Resolves when all are filled; throws `Problem` naming the first that failed. */
  async run(seeders: readonly Seeder[], onProgress: SeedProgress): Promise<void> {
    const queue = [...seeders];
    const begun = new Map<string, Promise<void>>();
    writeSeedRecord(this.#data, this.#record);
    const report = (name: string, done: number): void => {
      this.#progress.set(name, done);
      const sum = [...this.#progress.values()].reduce((total, part) => total + part, 0);
      onProgress(sum, this.#record.customers * seeders.length);
    };
    const worker = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const { name, after = '' } = next;
        await begun.get(after);
        if (this.#stopped) return;
        const seeding = this.#seed(next, (done) => report(name, done));
        begun.set(name, seeding);
        await seeding;
      }
    };
    await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, worker));
  }

  /** Ends what runs; what it wrote stays and is written again by the next run. */
  stop(): void {
    this.#stopped = true;
    for (const child of this.#running) child.kill();
  }

  async #seed(seeder: Seeder, onDone: (customers: number) => void): Promise<void> {
    const { anchor, customers } = this.#record;
    const child = new Child({
      name: `${seeder.name} seed`,
      entry: seeder.entry,
      arguments: [...seeder.arguments, '--customers', String(customers), '--anchor', anchor],
      environment: seeder.environment,
      log: this.#data.log(`${seeder.name}-seed`),
      onLine: (line) => {
        if (line.startsWith('{')) onDone((JSON.parse(line) as ProgressLine).done);
      },
    });
    this.#running.add(child);
    try {
      await child.completed();
    } finally {
      this.#running.delete(child);
    }
    onDone(customers);
    this.#markDone(seeder.name, { customers, store: seeder.store });
  }

  #markDone(name: string, system: SeededSystem): void {
    this.#record = { ...this.#record, systems: { ...this.#record.systems, [name]: system } };
    writeSeedRecord(this.#data, this.#record);
  }
}
