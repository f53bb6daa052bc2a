import { randomUUID } from 'node:crypto';
import { startLoyaltySimulator, type Simulator } from '@qsr/simulators';
import type { Consumer, Relay } from '@qsr/events';
import { openStore, type Store } from '@qsr/store';
import type { Job } from '@qsr/subgraph';
import { createMetrics } from '@qsr/telemetry';
import { startSubgraph, startTestStore, type SubgraphUnderTest } from '@qsr/testkit';
import { accountsTable, type LoyaltyAccountItem } from '../src/repository/accounts.ts';
import { cardKey, cardsTable } from '../src/repository/cards.ts';
import { enrolmentsTable } from '../src/repository/enrolments.ts';
import { tables } from '../src/repository/index.ts';
import { ledgerTable } from '../src/repository/ledger.ts';
import { ordersTable } from '../src/repository/orders.ts';
import { policiesTable } from '../src/repository/policies.ts';
import { programsTable } from '../src/repository/programs.ts';
import { rewardsTable } from '../src/repository/rewards.ts';
import { createLoyalty } from '../src/server.ts';
import { program, rewards, type ordersOf } from './fixtures.ts';

const noon = '2026-03-01T12:00:00.000Z';

export const credentials = 'integration:secret';
export const policy = { overdraftPoints: 100, offlineHoldPoints: 500, offlineBalanceMs: 900_000 };

const till = {
  merchantId: 101,
  storeCode: '1',
  operatorId: '0',
  terminalId: '1',
  senderId: 'POS',
  programId: 'LP',
};

/** Writes members with their enrolments, and the catalogue. */
export const writeMembers = async (store: Store, members: readonly LoyaltyAccountItem[]): Promise<void> => {
  await store.dangerouslyImport(programsTable, [program]);
  await store.dangerouslyImport(rewardsTable, rewards);
  const editions = [
    { edition: '0.9', effectiveFrom: '2024-01-01T00:00:00.000Z' },
    { edition: '1.0', effectiveFrom: '2026-01-01T00:00:00.000Z' },
    { edition: '2.0', effectiveFrom: '2027-01-01T00:00:00.000Z' },
  ];
  await store.dangerouslyImport(policiesTable, [{ type: 'LOYALTY_TERMS', editions }]);
  await store.dangerouslyImport(accountsTable, members);
  await store.dangerouslyImport(
    enrolmentsTable,
    members.map(({ id, customerId, programCode }) => ({ accountId: id, customerId, programCode })),
  );
  await store.dangerouslyImport(
    cardsTable,
    members.flatMap(({ id, cardNumber, updatedAt }) =>
      cardNumber === null ? [] : [{ card: cardKey(cardNumber), accountId: id, reservedAt: updatedAt }],
    ),
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
  /** RFC 3339; the time of everything. */
  setNow(instant: string): void;
  now(): Date;
  /** Replaces the faults of the legacy system. */
  setFaults(faults: object): Promise<void>;
  /** Spends points in the legacy system, as a till would. */
  redeem(account: LoyaltyAccountItem, points: number): Promise<void>;
  /** The accounts that the legacy system's own book has of a customer. */
  membersOf(customerId: string): Promise<readonly LegacyMember[]>;
  /** What the legacy system's own book has of an account; balances and movements in points and hundredths. */
  book(legacyAccountId: string): Promise<LegacyBook>;
  start(): Promise<SubgraphUnderTest>;
  /** A process without the api, driven step by step; `bus` is the URL of a bus that runs. */
  startWorkers(bus: string): Promise<WorkersUnderTest>;
}

export interface WorkersUnderTest extends AsyncDisposable {
  readonly relay: Relay;
  readonly consumer: Consumer;
  readonly jobs: readonly Job[];
}

export interface LegacyMember {
  readonly accountId: string;
  readonly customerNumber: string | null;
  readonly optIn: boolean;
  readonly textCampaignOptIn: boolean;
}

export interface LegacyBook {
  /** Whole points. */
  readonly points: number;
  /** Points of movements are hundredths. */
  readonly transactions: ReadonlyArray<{
    readonly posTransactionId: string;
    readonly requestType: string;
    readonly movements: ReadonlyArray<{ readonly operationType: number; readonly points: number }>;
  }>;
}

const membersOf = async ({ adminUrl }: Simulator, customerId: string): Promise<readonly LegacyMember[]> => {
  const { accounts } = (await (await fetch(`${adminUrl}/book`)).json()) as { readonly accounts: LegacyMember[] };
  return accounts.filter(({ customerNumber }) => customerNumber === customerId);
};

const bookOf = async ({ adminUrl }: Simulator, legacyAccountId: string): Promise<LegacyBook> => {
  const response = await fetch(`${adminUrl}/book?accountId=${legacyAccountId}`);
  const { accounts, transactions } = (await response.json()) as {
    readonly accounts: ReadonlyArray<{ readonly wallets: ReadonlyArray<{ readonly points: number }> }>;
    readonly transactions: LegacyBook['transactions'];
  };
  return { points: (accounts[0]?.wallets[0]?.points ?? 0) / 100, transactions };
};

/** Plastic cards that nobody has registered, with 100 points each: the legacy system has them, we do not. */
export const plastic = ['1', '2'].map((last) => ({
  accountId: `730000000000000000${last}`,
  printedCardNumber: `629990000000000${last}`,
  registrationCode: `100${last}`,
  lots: [{ walletCode: 1, points: 10_000, expiresOn: '2099-12-31' }],
}));

const startLegacy = (members: readonly LoyaltyAccountItem[], mode: 'bulk' | 'fanout', now: () => Date) =>
  startLoyaltySimulator({
    now,
    book: ':memory:',
    credentials,
    mode: mode === 'bulk' ? 'bulk' : 'faithful',
    accounts: [
      ...plastic,
      ...members.flatMap(({ legacyAccountId, cardNumber }) =>
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
    ],
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
  let now = new Date(noon);
  const clock = () => now;
  const legacy = opened.use(await startLegacy(members, mode, clock));
  const store = opened.adopt(await openStore(database.url), (open) => open.close());
  const create = (busUrl: string) =>
    createLoyalty({
      ...{ storeUrl: database.url, busUrl, policy },
      legacy: {
        ...{ url: `${legacy.url}/rest/26.6`, credentials, merchantId: '101', mode },
        // A busy machine does not make it look silent.
        limits: { connectMs: 5_000, totalMs: 5_000 },
      },
      memberCodeSecrets: ['a-secret-that-only-tests-ever-use-0002'],
      now: clock,
    });
  const startWorkers = async (bus: string): Promise<WorkersUnderTest> => {
    const { workers, close } = await create(bus);
    const metrics = createMetrics('loyalty');
    const [relay] = workers!.relay!(metrics) as [Relay];
    const [consumer] = workers!.consumer!(metrics) as [Consumer];
    const jobs = workers!.jobs!(metrics) as Job[];
    return { relay, consumer, jobs, [Symbol.asyncDispose]: close };
  };
  await store.ensureTables(tables);
  await writeMembers(store, members);
  const running = opened.move();
  return {
    store,
    legacy,
    setNow: (instant) => (now = new Date(instant)),
    now: clock,
    membersOf: (customerId) => membersOf(legacy, customerId),
    book: (legacyAccountId) => bookOf(legacy, legacyAccountId),
    setFaults: async (faults) => {
      await fetch(`${legacy.adminUrl}/faults`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(faults),
      });
    },
    redeem: (account, points) => redeem(legacy, account, points),
    start: async () => startSubgraph(await create('sns+http://127.0.0.1:1/test'), clock),
    startWorkers,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
};
