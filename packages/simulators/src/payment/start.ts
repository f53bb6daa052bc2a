import type { Dialect } from '../core/serve.ts';
import { clockOf, randomOf, startSimulator, type Simulator, type SimulatorOptions } from '../core/simulator.ts';
import { authEndpoints } from './auth-endpoints.ts';
import { servePaymentBook } from './book-report.ts';
import { changeEndpoints } from './change-endpoints.ts';
import { inquiryEndpoints } from './inquiry-endpoints.ts';
import { refusal } from './outcomes.ts';
import { bulkEndpoints, profileEndpoints } from './profile-endpoints.ts';
import { openPaymentBook, type PaymentSystem } from './system.ts';
import type { NewCard } from './vault.ts';

export interface PaymentSimulatorOptions extends SimulatorOptions {
  /** Cards to put into the vault; a card of the same number is replaced. */
  readonly cards?: readonly NewCard[];
  /** Settles by itself every so many ms; without it only on demand. */
  readonly settleEveryMs?: number;
}

export interface PaymentSimulator extends Simulator {
  /** Ends the business day: what is captured or refunded is settled, and can no longer be voided. Answers how many. */
  settle(): number;
}

const dialect: Dialect = {
  unauthorized: refusal('invalid', 'Unauthorized'),
  throttled: refusal('throttled'),
  failed: refusal('failed'),
};

const endpointsOf = (system: PaymentSystem, mode: SimulatorOptions['mode']) => [
  ...authEndpoints(system),
  ...changeEndpoints(system),
  ...inquiryEndpoints(system),
  ...profileEndpoints(system),
  ...(mode === 'bulk' ? bulkEndpoints(system) : []),
];

/** Starts the legacy payment gateway. Rejects when a port is taken or the book is no SQLite file. */
export const startPaymentSimulator = async (options: PaymentSimulatorOptions): Promise<PaymentSimulator> => {
  const payment = openPaymentBook(options.book);
  for (const card of options.cards ?? []) payment.vault.put(card);
  const now = clockOf(options);
  const random = randomOf(options);
  const system: PaymentSystem = { ...payment, now, random };
  const settle = () => payment.payments.settle(now().toISOString());
  const timer = options.settleEveryMs === undefined ? undefined : setInterval(settle, options.settleEveryMs);
  const simulator = await startSimulator({
    options,
    endpoints: endpointsOf(system, options.mode),
    dialect,
    usual: { duplicateMode: 'none' },
    admin: (app) => {
      servePaymentBook(app, payment);
      app.post('/settle', () => ({ settled: settle() }));
    },
    random,
    closeBook: () => {
      clearInterval(timer);
      payment.book.close();
    },
  });
  return { ...simulator, settle };
};
