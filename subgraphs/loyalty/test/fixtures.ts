import type { LedgerEntryRecord } from '../src/domain/ledger.ts';
import type { LoyaltyAccountItem } from '../src/repository/accounts.ts';
import { ledgerEntryItem } from '../src/repository/ledger.ts';
import type { ProgramItem } from '../src/repository/programs.ts';
import { rewardItem } from '../src/repository/rewards.ts';

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
          orderId: null,
          storeCode: null,
          deferred: false,
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
  entries: [],
  refunds: [],
  revision: 1,
  updatedAt: '2026-02-28T20:00:00.000Z',
  ...change,
});

export const members = Array.from({ length: 20 }, (_, index) => member(index));
export const ann = members[0]!;
export const ben = members[1]!;
export const suspended = member(50, { status: 'SUSPENDED' });

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

/** Member `index` with 1,000 points, no history, and a hold of 300 for the checkout of order `index` × 10 + 1. */
export const fresh = (index: number): LoyaltyAccountItem =>
  member(index, {
    announcedTierCode: 'bronze',
    qualifyingDays: {},
    wallets: {
      points: {
        holds: [
          {
            ...{ id: `hld_${index}`, checkoutId: `chk_${String(index * 10 + 1).padStart(26, '0')}` },
            ...{ orderId: `ord_${String(index * 10 + 1).padStart(26, '0')}`, storeCode: '0001', points: 300 },
            ...{ status: 'ACTIVE', deferred: false },
            ...{ createdAt: '2026-03-01T10:59:00.000Z', expiresAt: '2026-03-09T00:00:00.000Z' },
          },
        ],
        movements: [],
        lots: [{ id: `lot_${index}`, entryId: `led_opening${index}`, remaining: 1_000, expiresOn: '2027-06-30' }],
      },
    },
  });
