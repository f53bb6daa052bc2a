import { newEvent, type EventData, type EventEnvelope } from '@qsr/events';
import { createLoyaltyClient } from '@qsr/legacy';
import { expect } from 'vitest';
import { accrueOrder } from '../src/commands/accrue-order.ts';
import { captureHold } from '../src/commands/capture-hold.ts';
import { enrolCustomer } from '../src/commands/enrol-customer.ts';
import { refundOrder } from '../src/commands/refund-order.ts';
import { createContext } from '../src/context.ts';
import { createMemberCodes } from '../src/domain/member-codes.ts';
import { pointsInLots } from '../src/domain/lots.ts';
import { qualifyingDays } from '../src/domain/tier.ts';
import { createAttendAccounts } from '../src/jobs/attend-accounts.ts';
import { createEnrolPending } from '../src/jobs/enrol-pending.ts';
import { createPostEntries } from '../src/jobs/post-entries.ts';
import { legacyPoints } from '../src/posting/parts.ts';
import { createPipeline } from '../src/posting/pipeline.ts';
import { accountsTable, changeAccount, type LoyaltyAccountItem } from '../src/repository/accounts.ts';
import { createBalances } from '../src/repository/balances.ts';
import { createRepositories } from '../src/repository/index.ts';
import { ledgerTable } from '../src/repository/ledger.ts';
import { ordersTable } from '../src/repository/orders.ts';
import { createFuse, type Fuse } from './fuse.ts';
import { credentials, policy, type LoyaltyWorld } from './world.ts';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** The breaker stays out of it. */
const limits = {
  breaker: { failurePercent: 100, minimumCalls: 1_000_000, windowMs: 30_000, halfOpenAfterMs: 10_000 },
};

/**
 * One process of the subgraph, in its parts, over the store and the legacy system of a world; it ends when the fuse does.
 * `patienceMs`: short where the legacy system hangs on purpose, so that nobody waits for it.
 */
export const startProcess = (world: LoyaltyWorld, fuse: Fuse = createFuse(), patienceMs = 5_000) => {
  const { store, legacy: simulator } = world;
  const now = () => world.now();
  const url = `${simulator.url}/rest/26.6`;
  const client = createLoyaltyClient({
    ...{ url, credentials, merchantId: '101', mode: 'bulk' },
    ...{ limits: { ...limits, totalMs: patienceMs }, writeLimits: { ...limits, totalMs: patienceMs } },
    now,
  });
  const stores: Record<string, number> = {};
  const session = fuse.session(store.session({ onCall: (table) => (stores[table] = (stores[table] ?? 0) + 1) }));
  const repositories = createRepositories(session);
  const legacy = fuse.legacy(legacyPoints(client));
  const posting = { repositories, legacy, policy, now, random: () => 0, log: silent };
  const pipeline = createPipeline(posting);
  const postEntries = createPostEntries({ ...posting, pipeline });
  const nudge = () => undefined;
  const orderParts = { repositories, now, nudge, nudgeEnrolment: nudge };
  const enrolling = { ...posting, client: fuse.client(client), nudge, roundEveryMs: 86_400_000 };
  const enrolPending = createEnrolPending({ ...enrolling, log: silent as never });
  const attendAccounts = createAttendAccounts({ ...enrolling, log: silent as never });
  const cache = { getMany: () => Promise.resolve([]), setMany: () => Promise.resolve(), close: () => undefined };
  const scope = {
    viewer: { kind: 'guest', subject: null, customerId: null, scopes: [] },
    signal: new AbortController().signal,
    remainingMs: () => 5_000,
    calls: { store: () => undefined, legacy: () => undefined, read: () => ({ stores: {}, legacy: {} }) },
    now,
  } as const;
  const context = () => ({
    ...createContext(scope, session, {
      balances: createBalances({ client, cache: cache as never, store }),
      client,
      memberCodes: createMemberCodes(['s'.repeat(32)]),
      ...{ policy, pipeline, nudge, enrolling },
      background: (work) => work,
    }),
    legacy,
  });
  return {
    complete: (event: EventEnvelope<'orders.order.completed'>) => accrueOrder(orderParts, event),
    refund: (event: EventEnvelope<'orders.order.refunded'>) => refundOrder(orderParts, event),
    capture: (checkoutId: string, customerId: string) => captureHold({ checkoutId, customerId }, context()),
    post: () => postEntries.runOnce(),
    register: (event: EventEnvelope<'profile.customer.registered'>) => enrolCustomer(orderParts, event),
    enrol: () => enrolPending.runOnce(),
    attend: () => attendAccounts.runOnce(),
    accounts: repositories.accounts,
    waiting: (customerId: string) => repositories.waitingEvents.ofCustomer(customerId),
    /** The legacy system has made the account. */
    link: async (id: string, card: Partial<LoyaltyAccountItem>) => {
      const { table } = repositories.accounts;
      const account = (await table.get({ partition: id }))!;
      await changeAccount({ table, account, now: now(), step: (current) => ({ state: { ...current, ...card } }) });
    },
    /** Calls of the store so far, by table. */
    stores,
    close: () => client.close(),
    [Symbol.asyncDispose]: () => client.close(),
  };
};

const number = (index: number): string => String(index).padStart(26, '0');

/** The event that a customer signed up, by default one who wants to be a member. */
export const registered = (
  customerId: string,
  change: Partial<EventData<'profile.customer.registered'>> = {},
): EventEnvelope<'profile.customer.registered'> => {
  const at = change.at ?? '2026-03-01T10:00:00.000Z';
  return newEvent(
    'profile.customer.registered',
    {
      ...{ customerId, locale: 'en', homeStoreId: null, jurisdiction: null, source: 'APP' },
      ...{ enrollInLoyalty: true, consents: [], at },
      ...change,
    },
    {
      ...{ id: `evt_${customerId}`, time: at, subject: customerId },
      ...{ partitionKey: customerId, correlationId: customerId },
    },
  );
};

/** The event that order `index` of a member was completed. */
export const completed = (
  { customerId }: Pick<LoyaltyAccountItem, 'customerId'>,
  index: number,
  change: Partial<EventData<'orders.order.completed'>> = {},
): EventEnvelope<'orders.order.completed'> => {
  const orderId = `ord_${number(index)}`;
  const at = change.at ?? '2026-03-01T11:00:00.000Z';
  const details = { id: `evt_c${index}`, time: at, subject: orderId, partitionKey: customerId, correlationId: orderId };
  return newEvent(
    'orders.order.completed',
    {
      ...{ orderId, number: String(index), customerId, storeId: `sto_${number(1)}`, storeCode: '0001', channel: 'APP' },
      ...{ at, checkoutId: `chk_${number(index)}`, currency: 'USD', accrualBase: 1_000 },
      ...{ bonusPoints: [], multipliers: [] },
      ...change,
    },
    details,
  );
};

/** The event that refund `refund` of order `index` was made. */
export const refunded = (
  { customerId }: Pick<LoyaltyAccountItem, 'customerId'>,
  [index, refund]: readonly [index: number, refund: number],
  change: Partial<EventData<'orders.order.refunded'>> = {},
): EventEnvelope<'orders.order.refunded'> => {
  const orderId = `ord_${number(index)}`;
  const refundId = `rfd_${index}-${refund}`;
  return newEvent(
    'orders.order.refunded',
    {
      ...{ refundId, orderId, checkoutId: `chk_${number(index)}`, customerId, storeCode: '0001', currency: 'USD' },
      ...{ amount: 500, accrualBaseReturned: 500, accrualBaseTotal: 1_000, pointsReturned: 0 },
      ...{ offersReversed: [], last: false },
      ...change,
    },
    {
      ...{ id: `evt_r${index}-${refund}`, time: '2026-03-01T11:30:00.000Z', subject: orderId },
      ...{ partitionKey: customerId, correlationId: orderId },
    },
  );
};

/** All that is kept of a member: here, and in the book of the legacy system. Points are whole. */
export const booksOf = async (world: LoyaltyWorld, { id, legacyAccountId }: LoyaltyAccountItem) => {
  const session = world.store.session();
  const account = (await session.table(accountsTable).get({ partition: id }))!;
  const page = await session
    .table(ledgerTable)
    .query({ index: 'byAccount', partition: id, order: 'ascending', limit: 1_000 });
  const ledger = page.entries.map(({ item }) => item);
  const orderIds = [...new Set(ledger.map(({ orderId }) => orderId))].filter((orderId) => orderId !== null);
  const orders = await session.table(ordersTable).getMany(orderIds.map((partition) => ({ partition })));
  const book = await world.book(legacyAccountId!);
  return { account, ledger, orders, ...book };
};

const signOf = (operationType: number): number => (operationType === 1 || operationType === 4 ? 1 : -1);

/** What must be true of a member's books when nothing is under way; `opening` is the balance that no entry explains. */
export const expectAgreement = async (world: LoyaltyWorld, member: LoyaltyAccountItem, opening = 1_000) => {
  const books = await booksOf(world, member);
  const { account, ledger, orders, transactions, points } = books;
  const posted = ledger.filter(({ status }) => status === 'POSTED');
  const moving = posted.filter((entry) => entry.points !== 0);
  expect(account.entries).toStrictEqual([]);
  expect(ledger.filter(({ status }) => status === 'PENDING')).toStrictEqual([]);
  // One posting for each entry, of as many points, and no other.
  expect(
    transactions
      .map(({ posTransactionId, movements }) => [
        posTransactionId,
        movements.reduce((sum, movement) => sum + (signOf(movement.operationType) * movement.points) / 100, 0),
      ])
      .toSorted(),
  ).toStrictEqual(moving.map((entry) => [entry.id, entry.points]).toSorted());
  const sum = posted.reduce((total, entry) => total + entry.points, opening);
  const wallet = account.wallets['points']!;
  expect({ legacy: points, lots: pointsInLots(wallet) }).toStrictEqual({ legacy: sum, lots: sum });
  expect(wallet.movements.filter(({ postedAt }) => postedAt === null)).toStrictEqual([]);
  const counted = Object.fromEntries(Object.entries(account.qualifyingDays).filter(([, value]) => value !== 0));
  const recomputed = Object.fromEntries(Object.entries(qualifyingDays(ledger)).filter(([, value]) => value !== 0));
  expect(counted).toStrictEqual(recomputed);
  const listed = orders.flatMap((order) => order!.entryIds);
  expect(listed.toSorted()).toStrictEqual(ledger.map((entry) => entry.id).toSorted());
  return books;
};
