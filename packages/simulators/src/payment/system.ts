import { openBook, type Book } from '../core/book.ts';
import type { Random } from '../core/random.ts';
import { createPayments, type Payments } from './payments.ts';
import { paymentSchema } from './schema.ts';
import { createVault, type Vault } from './vault.ts';

/** The book by subject. */
export interface PaymentBook {
  readonly book: Book;
  readonly payments: Payments;
  readonly vault: Vault;
}

/** What the endpoints work with. */
export interface PaymentSystem extends PaymentBook {
  readonly now: () => Date;
  readonly random: Random;
}

export const openPaymentBook = (file: string): PaymentBook => {
  const book = openBook(file, paymentSchema);
  return { book, payments: createPayments(book), vault: createVault(book) };
};

/** Twelve digits, in order of the book. */
export const retrefAt = (sequence: number): string => `9${String(sequence).padStart(11, '0')}`;

export const newAuthCode = (random: Random): string => `PPS${String(Math.floor(random() * 1_000)).padStart(3, '0')}`;
