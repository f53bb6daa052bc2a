import { randomUUID } from 'node:crypto';
import { openStore, type Store } from '@qsr/store';
import { startSubgraph, startTestStore, type SubgraphUnderTest } from '@qsr/testkit';
import { startLoyaltySimulator, type Simulator } from '@qsr/simulators';
import type { LedgerEntryRecord } from '../src/domain/ledger.ts';
import { accountsTable, type LoyaltyAccountItem } from '../src/repository/accounts.ts';
import { enrolmentsTable } from '../src/repository/enrolments.ts';
import { ledgerEntryItem, ledgerTable } from '../src/repository/ledger.ts';
import { ordersTable } from '../src/repository/orders.ts';
import { programsTable, type ProgramItem } from '../src/repository/programs.ts';
import { rewardItem, rewardsTable } from '../src/repository/rewards.ts';
import { tables } from '../src/repository/index.ts';
import { createLoyalty } from '../src/server.ts';

export const noon = '2026-03-01T12:00:00.000Z';

const credentials = 'integration:secret';
const till = {
  merchantId: 101,
  storeCode: '1',
  operatorId: '0',
  terminalId: '1',
  senderId: 'POS',
  programId: 'LP',
};
const number = (index: number): string => String(index).padStart(26, '0');
const tier = (rank: number, code: string, threshold: number) => ({
  code,
  name: code,
  rank,
  qualifyingPointsThreshold: threshold,
  earnMultiplierPercent: 100 + 25 * (rank - 1),
});

export const program: ProgramItem = {
  code: 'default',
  name: 'Rewards',
  pointsName: 'Points',
  pointsWallet: { code: 'points', name: 'Points', kind: 'POINTS' },
  tiers: [tier(1, 'bronze', 0), tier(2, 'silver', 500), tier(3, 'gold', 1_000)],
  qualificationDays: 365,
  earnRates: [{ points: 10, money: { amountMinor: 100, currency: 'USD' } }],
  tenderRates: [{ points: 2, money: { amountMinor: 1, currency: 'USD' } }],
  pointsLifeDays: 365,
};

export const rewards = [300, 200, 900, 1_000].map((pointsCost, index) =>
  rewardItem({
    id: `rwd_${number(index)}`,
    programCode: 'default',
    code: `RW-${index}`,
    pointsCost,
    kind: 'AMOUNT_OFF',
    amountOff: { amountMinor: 100, currency: 'USD' },
    percentOffBps: null,
    menuItemId: null,
  }),
);

export const entryOf = (id: string, change: Partial<LedgerEntryRecord>): LedgerEntryRecord => ({
  id: `led_${id}`,
  type: 'ACCRUAL',
  status: 'POSTED',
  walletCode: 'points',
  points: 0,
  qualifyingPoints: 0,
  orderId: null,
  storeCode: null,
  reversalOf: null,
  lotId: null,
  description: 'Order',
  occurredAt: '2026-02-01T10:00:00.000Z',
  postedAt: '2026-02-01T10:00:02.000Z',
  expiresOn: null,
  legacyTransactionId: null,
  ...change,
});

/** Member `index`: 1,000 points posted, of which a hold takes 100 and an unposted burn 50; 30 more are pending. */
export const member = (index: number, change: Partial<LoyaltyAccountItem> = {}): LoyaltyAccountItem => ({
  id: `lac_${number(index)}`,
  customerId: `cus_${number(index)}`,
  programCode: 'default',
  status: 'ACTIVE',
  enrolledAt: '2025-06-01T08:00:00.000Z',
  legacyAccountId: String(9_007_199_254_740_993n + BigInt(index)),
  cardNumber: `600000000000${String(4242 + index)}`,
  currency: 'USD',
  announcedTierCode: 'silver',
  qualifyingDays: { '2025-12-24': 400, '2026-02-01': 200 },
  wallets: {
    points: {
      holds: [
        {
          id: 'hold-1',
          checkoutId: 'checkout-1',
          points: 100,
          status: 'ACTIVE',
          createdAt: '2026-03-01T11:59:00.000Z',
          expiresAt: '2026-03-03T00:00:00.000Z',
        },
      ],
      movements: [
        { entryId: `led_burn${index}`, points: -50, postedAt: null },
        { entryId: `led_credit${index}`, points: 30, postedAt: null },
      ],
      lots: [
        { id: 'lot-1', entryId: 'led_1', remaining: 400, expiresOn: '2026-03-20' },
        { id: 'lot-2', entryId: 'led_2', remaining: 600, expiresOn: '2026-05-20' },
      ],
    },
  },
  updatedAt: '2026-02-28T20:00:00.000Z',
  ...change,
});

export const orderId = (index: number): string => `ord_${number(index)}`;

/** Two entries for each of `count` orders of a member: 60 points earned, and half of that taken back. */
export const ordersOf = ({ id: accountId, customerId }: LoyaltyAccountItem, count: number) => {
  const entries = Array.from({ length: count }, (_, index) => [
    entryOf(`a${index}`, { points: 60, qualifyingPoints: 60, orderId: orderId(index) }),
    entryOf(`r${index}`, {
      type: 'REVERSAL',
      points: -30,
      orderId: orderId(index),
      reversalOf: `led_a${index}`,
      occurredAt: '2026-02-02T10:00:00.000Z',
    }),
  ]);
  return {
    ledger: entries.flat().map((entry) => ledgerEntryItem(entry, { accountId, customerId })),
    orders: entries.map((ofOrder, index) => ({
      orderId: orderId(index),
      customerId,
      accountId,
      entryIds: ofOrder.map(({ id }) => id),
    })),
  };
};

/** Writes members with their enrolments, and the catalogue. */
export const writeMembers = async (store: Store, members: readonly LoyaltyAccountItem[]): Promise<void> => {
  await store.dangerouslyImport(programsTable, [program]);
  await store.dangerouslyImport(rewardsTable, rewards);
  await store.dangerouslyImport(accountsTable, members);
  await store.dangerouslyImport(
    enrolmentsTable,
    members.map(({ id, customerId, programCode }) => ({ accountId: id, customerId, programCode })),
  );
};

/** Writes orders and the entries behind them. */
export const writeOrders = async (store: Store, { ledger, orders }: ReturnType<typeof ordersOf>): Promise<void> => {
  await store.dangerouslyImport(ledgerTable, ledger);
  await store.dangerouslyImport(ordersTable, orders);
};

/** A store and a legacy system that know the members, and a clock; subgraphs can be started on them. */
export interface LoyaltyWorld extends AsyncDisposable {
  readonly store: Store;
  readonly legacy: Simulator;
  /** RFC 3339; the time of everything but the simulator. */
  setNow(instant: string): void;
  /** Replaces the faults of the legacy system. */
  setFaults(faults: object): Promise<void>;
  /** Spends points in the legacy system, as a till would. */
  redeem(account: LoyaltyAccountItem, points: number): Promise<void>;
  start(): Promise<SubgraphUnderTest>;
}

const startLegacy = (members: readonly LoyaltyAccountItem[], mode: 'bulk' | 'fanout') =>
  startLoyaltySimulator({
    book: ':memory:',
    credentials,
    mode: mode === 'bulk' ? 'bulk' : 'faithful',
    accounts: members.flatMap(({ legacyAccountId, cardNumber }) =>
      legacyAccountId === null
        ? []
        : [
            {
              accountId: legacyAccountId,
              printedCardNumber: cardNumber ?? '',
              lots: [{ walletCode: 1, points: 100_000, expiresOn: '2027-06-30' }],
            },
          ],
    ),
  });

const redeem = async ({ url }: Simulator, { cardNumber }: LoyaltyAccountItem, points: number): Promise<void> => {
  const response = await fetch(`${url}/rest/26.6/transaction/addRedeem.json`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(credentials)}` },
    body: JSON.stringify({
      headerInfo: { ...till, posTransactionId: randomUUID() },
      cardInfo: { printedCardNumber: cardNumber },
      addWalletContents: [],
      redeemWalletContents: [{ walletCode: 1, quantity: points }],
    }),
  });
  const { result } = (await response.json()) as { readonly result: string };
  if (result !== 'authorizedSuccess') throw new Error(`the legacy system says ${result}`);
};

export const startWorld = async (
  members: readonly LoyaltyAccountItem[],
  mode: 'bulk' | 'fanout' = 'bulk',
): Promise<LoyaltyWorld> => {
  await using opened = new AsyncDisposableStack();
  const database = opened.use(await startTestStore());
  const legacy = opened.use(await startLegacy(members, mode));
  const store = opened.adopt(await openStore(database.url), (open) => open.close());
  let now = new Date(noon);
  const clock = () => now;
  const start = async () => {
    const definition = await createLoyalty({
      storeUrl: database.url,
      legacy: { url: `${legacy.url}/rest/26.6`, credentials, merchantId: '101', mode },
      memberCodeSecrets: ['a-secret-that-only-tests-ever-use-0002'],
      now: clock,
    });
    return startSubgraph(definition, clock);
  };
  await store.ensureTables(tables);
  await writeMembers(store, members);
  const running = opened.move();
  return {
    store,
    legacy,
    setNow: (instant) => (now = new Date(instant)),
    setFaults: async (faults) => {
      await fetch(`${legacy.adminUrl}/faults`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(faults),
      });
    },
    redeem: (account, points) => redeem(legacy, account, points),
    start,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
};
