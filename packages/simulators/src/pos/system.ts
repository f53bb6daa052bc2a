import { openBook, type Book } from '../core/book.ts';
import { createOrders, type Orders } from './orders.ts';
import { posSchema } from './schema.ts';

/** The book by subject. */
export interface PosBook {
  readonly book: Book;
  readonly orders: Orders;
}

/** `manual`: orders wait for the admin port. `automatic`: they go their way by themselves. */
export type PosMode = 'manual' | 'automatic';

/** What the endpoints work with. */
export interface PosSystem extends PosBook {
  readonly now: () => Date;
  readonly mode: () => PosMode;
}

export const openPosBook = (file: string): PosBook => {
  const book = openBook(file, posSchema);
  return { book, orders: createOrders(book) };
};
