import { parseArgs } from 'node:util';
import { createWorld } from '@qsr/seed';
import { z } from 'zod';
import { faultLines } from './core/endpoint.ts';
import { openLoyaltyBook } from './loyalty/system.ts';
import { openPaymentBook } from './payment/system.ts';
import { loyaltyTarget } from './seed/loyalty-target.ts';
import { paymentTarget } from './seed/payment-target.ts';
import { seedBook, type SeedTarget } from './seed/seed-book.ts';

const argumentsSchema = z.object({
  system: z.enum(['loyalty', 'payment']),
  book: z.string().min(1),
  customers: z.coerce.number().int().min(1).max(10_000_000),
  anchor: z.iso.datetime(),
  merchant: z.string().min(1),
});

type Arguments = z.output<typeof argumentsSchema>;

const readArguments = (): Arguments => {
  const { values } = parseArgs({
    options: {
      ...{ system: { type: 'string' }, book: { type: 'string' }, customers: { type: 'string' } },
      ...{ anchor: { type: 'string' }, merchant: { type: 'string', default: '101' } },
    },
  });
  const parsed = argumentsSchema.safeParse(values);
  if (parsed.success) return parsed.data;
  throw new Error(faultLines(parsed.error).join('\n'));
};

const targetOf = ({ system, book, merchant }: Arguments): SeedTarget =>
  system === 'loyalty' ? loyaltyTarget(openLoyaltyBook(book)) : paymentTarget(openPaymentBook(book), merchant);

const seed = (): void => {
  const options = readArguments();
  const target = targetOf(options);
  const total = options.customers;
  const world = createWorld({ anchor: options.anchor, customers: total });
  seedBook(target, world, (done) => process.stdout.write(`${JSON.stringify({ done, total })}\n`));
  target.book.close();
};

try {
  seed();
} catch (error) {
  process.stderr.write(`seed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
