import { createCommandClient } from '@qsr/commands';
import { createPaymentClient, createPosClient } from '@qsr/legacy';
import { commandSecrets } from '@qsr/testkit';
import { createLogger } from '@qsr/telemetry';
import fc from 'fast-check';
import type { OrderItem } from '../src/repository/orders.ts';
import { createDriver } from '../src/saga/driver.ts';
import { sagaParts, type DriverSystems } from '../src/saga/drivers.ts';
import type { SagaParts } from '../src/saga/parts.ts';
import { Gate, Killed, killable } from './killable.ts';
import type { Shop } from './shop.ts';

/** How many runs chance plans, and from which seed. */
export const sampling = {
  numRuns: Number(process.env['CRASH_RUNS'] ?? 16),
  seed: Number(process.env['CRASH_SEED'] ?? 1),
  endOnFailure: true,
};

/** How long so many runs may take on a busy machine, in ms. */
export const patienceMs = 30_000 + 3_000 * sampling.numRuns;

/** Where a process is killed: at which of its calls, and whether that call still has its effect. */
export interface Kill {
  readonly at: number;
  readonly isBefore: boolean;
}

/** Up to five kills, each within so many calls of a process. */
export const killsWithin = (calls: number): fc.Arbitrary<readonly Kill[]> =>
  fc.array(fc.record({ at: fc.integer({ min: 1, max: calls }), isBefore: fc.boolean() }), { maxLength: 5 });

/** Clients of their own for each run: what broke in one must not hold back the next. */
export const systemsOf = (shop: Shop): DriverSystems & AsyncDisposable => {
  const { options, store, clock } = shop;
  const now = () => clock.at;
  const client = (service: string, url: string) =>
    createCommandClient({ url, service, caller: 'orders', secrets: commandSecrets });
  const commands = { offers: client('offers', shop.offers.url), loyalty: client('loyalty', shop.loyalty.url) };
  const payments = createPaymentClient({ ...options.legacy, writeLimits: { totalMs: 80 }, now });
  const pos = createPosClient({ ...options.pos, writeLimits: { totalMs: 80 }, now });
  return {
    ...{ store, payments, commands, pos, now, log: createLogger('orders', 'silent') },
    limits: { paymentHorizonMs: 30_000, checkoutMs: 600_000 },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([payments.close(), pos.close(), commands.offers.close(), commands.loyalty.close()]);
    },
  };
};

/** An order in a shop, and the systems that its drivers use. */
interface Driven {
  readonly shop: Shop;
  readonly systems: DriverSystems;
  readonly orderId: string;
}

/**
 * Drives an order by a process that is to be killed, after the one before it has lost its lease; false when it was through
 * before that.
 */
export const liveBriefly = async ({ shop, systems, orderId }: Driven, { at, isBefore }: Kill): Promise<boolean> => {
  shop.pass(13_000);
  const { payments, pos, commands, repositories, ...rest } = sagaParts(systems);
  const reach = killable({ payments, pos, commands, repositories }, new Gate(at, isBefore));
  try {
    await createDriver({ ...rest, ...reach }).drive(orderId);
    return false;
  } catch (error) {
    if (error instanceof Killed) return true;
    throw error;
  }
};

/** Drives an order by a process that stops once after a write, as one does that is suspended, and sleeps until `sleep` ends. */
export const driveSleepily = async (
  { systems, orderId }: Driven,
  isBedtime: (written: OrderItem) => boolean,
  sleep: () => Promise<unknown>,
): Promise<void> => {
  const parts: SagaParts = sagaParts(systems);
  const { orders } = parts.repositories;
  let hasSlept = false;
  const replace: typeof orders.table.replace = async (order, version) => {
    const isWritten = await orders.table.replace(order, version);
    if (isWritten && !hasSlept && isBedtime(order)) {
      hasSlept = true;
      await sleep();
    }
    return isWritten;
  };
  const get: typeof orders.table.get = (key) => orders.table.get(key);
  const repositories = { ...parts.repositories, orders: { ...orders, table: { ...orders.table, get, replace } } };
  await createDriver({ ...parts, repositories }).drive(orderId);
};
