import type { CustomerFact, World } from '@qsr/seed';
import type { Book } from '../core/book.ts';

/** One system's book, and how it writes facts of the demonstration business. */
export interface SeedTarget {
  readonly book: Book;
  catalogue(world: World): void;
  customer(customer: CustomerFact, world: World): void;
}

/** Few, for the simulator may run on the book and has to wait for each transaction. */
const CUSTOMERS_A_TRANSACTION = 100;

interface SeedRecord {
  readonly anchor: string;
  readonly customers: number;
}

const recorded = (book: Book): SeedRecord | undefined => {
  const row = book.one("SELECT value FROM settings WHERE name = 'seed'");
  return row && (JSON.parse(String(row['value'])) as SeedRecord);
};

const record = (book: Book, seed: SeedRecord): void =>
  book.run("INSERT OR REPLACE INTO settings VALUES ('seed', ?)", JSON.stringify(seed));

/**
 * Writes a world into a book, a hundred customers a transaction, and calls `onProgress` after each with the customers
 * written. A run that was cut off is taken up where it ended; nothing is done where there are enough customers. Throws
 * when the book holds a world of another anchor.
 */
export const seedBook = (target: SeedTarget, world: World, onProgress: (done: number) => void): void => {
  const { book } = target;
  const before = recorded(book);
  if (before !== undefined && before.anchor !== world.anchor) {
    throw new Error(`the book was seeded for ${before.anchor}; delete it to seed it for ${world.anchor}`);
  }
  let done = before?.customers ?? 0;
  if (done === 0) book.transaction(() => target.catalogue(world));
  onProgress(Math.min(done, world.customerCount));
  while (done < world.customerCount) {
    const to = Math.min(done + CUSTOMERS_A_TRANSACTION, world.customerCount);
    // Made before the book is locked: it takes longer than writing them.
    const customers = [...world.customers(done, to)];
    book.transaction(() => {
      for (const customer of customers) target.customer(customer, world);
      record(book, { anchor: world.anchor, customers: to });
    });
    done = to;
    onProgress(done);
  }
};
