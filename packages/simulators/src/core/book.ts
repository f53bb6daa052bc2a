import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';

/** One row by column name. The caller knows its own schema, and says what the row is. */
export type Columns = Record<string, SQLOutputValue>;

/** A SQLite file with its statements kept prepared. One process owns it; a seeding process may write beside it. */
export interface Book {
  all(sql: string, ...values: SQLInputValue[]): Columns[];
  one(sql: string, ...values: SQLInputValue[]): Columns | undefined;
  run(sql: string, ...values: SQLInputValue[]): void;
  /** All or nothing: an error thrown by `work` undoes it. */
  transaction<Result>(work: () => Result): Result;
  close(): void;
}

/** The highest `sequence` of a table, 0 while it is empty. */
export const lastSequence = (book: Book, table: string): number =>
  Number(book.one(`SELECT max(sequence) AS last FROM ${table}`)?.['last'] ?? 0);

/** How long to wait for another process that writes, in ms. */
const LOCK_TIMEOUT_MS = 10_000;
const SQLITE_BUSY = 5;

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;

/** SQLite refuses this switch at once while another process makes it too; its own timeout does not hold here. */
const useWriteAheadLog = (database: DatabaseSync): void => {
  const deadline = performance.now() + LOCK_TIMEOUT_MS;
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      database.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
      Atomics.wait(sleeper, 0, 0, 10);
    }
  }
};

/** `schema` is run at every opening and must not mind that. Throws when the file is no SQLite database. */
export const openBook = (file: string, schema: string): Book => {
  const database = new DatabaseSync(file, { timeout: LOCK_TIMEOUT_MS });
  useWriteAheadLog(database);
  database.exec(`PRAGMA synchronous = NORMAL; ${schema}`);
  const prepared = new Map<string, StatementSync>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  return {
    all: (sql, ...values) => statement(sql).all(...values),
    one: (sql, ...values) => statement(sql).get(...values),
    run: (sql, ...values) => {
      statement(sql).run(...values);
    },
    transaction: (work) => {
      database.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => database.close(),
  };
};
