import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { openBook } from '../src/core/book.ts';

/** Writes to a new file while others want to open it, and lets go of it a little later. */
const reader = `
  const { DatabaseSync } = require('node:sqlite');
  const { parentPort, workerData } = require('node:worker_threads');
  const database = new DatabaseSync(workerData);
  database.exec('CREATE TABLE other (value TEXT); BEGIN IMMEDIATE');
  setTimeout(() => database.close(), 200);
  parentPort.postMessage('reads');
`;

it('a book that another process is opening is waited for', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'book-'));
  const file = join(folder, 'book.sqlite');
  const worker = new Worker(reader, { eval: true, workerData: file });
  await once(worker, 'message');
  const book = openBook(file, 'CREATE TABLE IF NOT EXISTS notes (text TEXT) STRICT;');
  book.run('INSERT INTO notes VALUES (?)', 'written');
  expect(book.one('SELECT text FROM notes')).toEqual({ text: 'written' });
  book.close();
  await once(worker, 'exit');
  await rm(folder, { recursive: true });
});
