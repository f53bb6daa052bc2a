import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { PaymentBook } from './system.ts';

const filter = z.strictObject({
  /** Only this order id. */
  orderid: z.string().optional(),
  /** Only payments from this instant on. */
  since: z.iso.datetime().optional(),
});

const selectPayments = `SELECT retref, type, original, orderid, merchid, token, profileid, acctid, currency, amount,
  captured, outcome, authorizedAt, capturedAt, settledAt, voidedAt,
  (SELECT coalesce(sum(amount), 0) FROM payments refund WHERE refund.original = payments.retref) AS refunded
  FROM payments WHERE (?1 IS NULL OR orderid = ?1) AND authorizedAt >= ?2 ORDER BY sequence`;

/** Ground truth for checks: amounts in minor units, oldest first. */
export const servePaymentBook = (app: FastifyInstance, { book }: PaymentBook): void => {
  app.get('/book', (request) => {
    const { orderid = null, since = '' } = filter.parse(request.query);
    return {
      payments: book.all(selectPayments, orderid, since),
      cards: book.all('SELECT profileid, acctid, token, defaultacct FROM cards ORDER BY sequence'),
    };
  });
};
