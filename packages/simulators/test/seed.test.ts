import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { createWorld } from '@qsr/seed';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { admin, startLoyalty, startPayment } from './fixtures.ts';

const anchor = '2026-03-01T00:00:00.000Z';
const customers = 40;
const entry = resolve(import.meta.dirname, '../src/seed-main.ts');
const run = promisify(execFile);

let folder = '';
let resumed: string[] = [];
const book = (system: string) => join(folder, `${system}.sqlite`);
const seed = async (system: string, count = customers, at = anchor) => {
  const options = ['--system', system, '--book', book(system), '--customers', String(count), '--anchor', at];
  const { stdout } = await run(process.execPath, [entry, ...options]);
  return stdout.trim().split('\n');
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simulators-'));
  await Promise.all([seed('loyalty', 25), seed('payment')]);
  resumed = await seed('loyalty');
});
afterAll(() => rm(folder, { recursive: true }));

const world = createWorld({ anchor, customers });

it('a second run adds the customers that are missing and leaves the others alone', async () => {
  expect(resumed).toEqual(['{"done":25,"total":40}', '{"done":40,"total":40}']);
  expect(await seed('loyalty')).toEqual(['{"done":40,"total":40}']);
});

it('a book of another anchor is refused', async () => {
  await expect(seed('payment', customers, '2026-04-01T00:00:00.000Z')).rejects.toThrow('was seeded for 2026-03-01');
});

it('every account of the world has its posted points in the legacy loyalty system, and its transactions add up to them', async () => {
  await using simulator = await startLoyalty({ book: book('loyalty'), accounts: [] });
  const { accounts, transactions } = await admin<LoyaltyReport>(simulator, 'book');
  const registered = accounts.filter(({ customerNumber }) => customerNumber !== null);
  const points = new Map(registered.map(({ accountId, wallets }) => [accountId, wallets[0]?.points]));
  const sums = new Map(registered.map(({ accountId }) => [accountId, 0]));
  for (const { accountId, movements } of transactions) {
    const change = movements.map((movement) => movement.points * ([1, 4].includes(movement.operationType) ? 1 : -1));
    sums.set(
      accountId,
      change.reduce((sum, next) => sum + next, sums.get(accountId) ?? 0),
    );
  }
  const known = [...world.customers()].flatMap(({ loyalty }) => (loyalty?.legacyAccountId == null ? [] : [loyalty]));
  expect(known.length).toBeGreaterThan(customers / 2);
  const expected = new Map(known.map(({ legacyAccountId, postedPoints }) => [legacyAccountId, postedPoints * 100]));
  expect(points).toEqual(expected);
  expect(sums).toEqual(expected);
});

it('every card payment of the world is in the book of the legacy payment system, once', async () => {
  await using simulator = await startPayment({ book: book('payment'), cards: [] });
  const { payments, cards } = await admin<PaymentReport>(simulator, 'book');
  const facts = [...world.customers()];
  const paid = facts
    .flatMap(({ orders }) => orders)
    .flatMap(({ check }) => check.tenders)
    .flatMap(({ payment }) => (payment === null ? [] : [payment]));
  expect(paid.length).toBeGreaterThan(customers);
  const stored = payments.filter(({ type }) => type === 'AUTH');
  expect(new Map(stored.map(({ orderid, amount, refunded }) => [orderid, [amount, refunded]]))).toEqual(
    new Map(
      paid.map(({ attemptId, amount, refunds }) => [
        attemptId,
        [amount, refunds.reduce((sum, refund) => sum + refund.amount, 0)],
      ]),
    ),
  );
  expect(stored).toHaveLength(paid.length);
  expect(cards).toHaveLength(facts.flatMap(({ vault }) => vault?.cards ?? []).length);
});

interface LoyaltyReport {
  readonly accounts: ReadonlyArray<{
    readonly accountId: string;
    readonly customerNumber: string | null;
    readonly wallets: ReadonlyArray<{ points: number }>;
  }>;
  readonly transactions: ReadonlyArray<{
    readonly accountId: string;
    readonly movements: ReadonlyArray<{ operationType: number; points: number }>;
  }>;
}

interface PaymentReport {
  readonly payments: ReadonlyArray<{ type: string; orderid: string; amount: number; refunded: number }>;
  readonly cards: readonly unknown[];
}
