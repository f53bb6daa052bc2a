import type { Stack } from '@qsr/local-stack/stack';
import { readBooks, type Books } from './books.ts';
import { fullQueues } from './queues.ts';
import { openTables, type Tables } from './tables.ts';

/** Everything that is known to have happened at one time, from those who hold it. */
export interface Truth {
  readonly tables: Tables;
  readonly books: Books;
  readonly queues: readonly string[];
}

export const observe = async (stack: Stack): Promise<Truth> => {
  const reader = openTables(stack.store);
  try {
    const [books, queues] = await Promise.all([readBooks(stack), fullQueues(stack.bus)]);
    return { tables: await reader.readAll(), books, queues };
  } finally {
    reader.close();
  }
};
