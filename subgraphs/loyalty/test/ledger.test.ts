import { openStore, type Store } from '@qsr/store';
import { startTestStore, type TestStore } from '@qsr/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ledgerEntryTypes } from '../src/domain/ledger.ts';
import { ledgerEntryItem, ledgerRepository, ledgerTable, type LedgerQuery } from '../src/repository/ledger.ts';
import { entryOf, member } from './fixtures.ts';

const ann = { accountId: member(0).id, customerId: member(0).customerId };
const at = (index: number): string => new Date(Date.parse('2026-01-01T00:00:00.000Z') + index * 1_000).toISOString();

/** Three entries a second; one in sixteen is no accrual. */
const entries = Array.from({ length: 120 }, (_, index) =>
  ledgerEntryItem(
    entryOf(String(index).padStart(3, '0'), {
      type: index % 16 === 0 ? ledgerEntryTypes[1 + ((index / 16) % 4)]! : 'ACCRUAL',
      occurredAt: at(Math.floor(index / 3)),
    }),
    ann,
  ),
);

let database: TestStore;
let store: Store;

beforeAll(async () => {
  database = await startTestStore();
  store = await openStore(database.url);
  await store.ensureTables([ledgerTable]);
  await store.dangerouslyImport(ledgerTable, entries);
});

afterAll(async () => {
  await store.close();
  await database[Symbol.asyncDispose]();
});

const whole: LedgerQuery = { accountId: ann.accountId, types: null, from: null, to: null, limit: 20, after: undefined };

const page = async (change: Partial<LedgerQuery>) => {
  let queries = 0;
  const session = store.session({ onCall: () => (queries += 1) });
  const { entries: found, hasMore } = await ledgerRepository(session).page({ ...whole, ...change });
  return { ids: found.map(({ item }) => item.id), endCursor: found.at(-1)?.cursor, hasMore, queries };
};

const everyPage = async (change: Partial<LedgerQuery>) => {
  const pages: string[][] = [];
  let after: string | undefined;
  for (let hasMore = true; hasMore;) {
    const next = await page({ ...change, after });
    pages.push(next.ids);
    ({ endCursor: after, hasMore } = next);
  }
  return pages;
};

const queries = fc.record({
  types: fc.option(fc.subarray([...ledgerEntryTypes], { minLength: 1 })),
  from: fc.option(fc.integer({ min: 0, max: 40 }).map(at)),
  to: fc.option(fc.integer({ min: 0, max: 40 }).map(at)),
  limit: fc.integer({ min: 1, max: 50 }),
});

it('lists what the filter says, newest first, on full pages', async () => {
  await fc.assert(
    fc.asyncProperty(queries, async (query) => {
      const { types, from, to, limit } = query;
      const expected = entries
        .filter(({ type }) => types?.includes(type) ?? true)
        .filter(({ occurredAt }) => (from === null || occurredAt >= from) && (to === null || occurredAt < to))
        .map(({ id }) => id)
        .reverse();
      const pages = await everyPage(query);
      expect(pages.flat()).toStrictEqual(expected);
      expect(pages.slice(0, -1).every((ids) => ids.length === limit)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

it('asks once for each type, however rare it is', async () => {
  expect((await page({ types: ['EXPIRATION', 'ADJUSTMENT'], limit: 3 })).queries).toBe(2);
  expect((await page({})).queries).toBe(1);
});

it('refuses the cursor of another list', async () => {
  const { endCursor } = await page({ types: ['ACCRUAL'] });
  const refusal = { code: 'BAD_USER_INPUT' };
  await expect(page({ after: endCursor })).rejects.toMatchObject(refusal);
  await expect(page({ types: ['ACCRUAL'], accountId: 'lac_2', after: endCursor })).rejects.toMatchObject(refusal);
  await expect(page({ after: 'ü' })).rejects.toMatchObject(refusal);
});
