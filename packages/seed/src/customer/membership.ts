import type { Catalogue } from '../catalogue/catalogue.ts';
import { DAY, HOUR, MINUTE, calendarDate, instant } from '../kernel/time.ts';
import type { Id } from '../facts/common.ts';
import type { LoyaltyAccountFact, PointHoldFact } from '../facts/loyalty.ts';
import type { Person } from './person.ts';
import type { Booking, Wallet } from './wallet.ts';

/** How a customer belongs to the program. */
export interface Membership {
  readonly accountId: Id;
  readonly status: LoyaltyAccountFact['status'];
}

/** Null for the guests who never enrolled. */
export const membershipOf = (person: Person, { id }: Catalogue): Membership | null => {
  const status = person.isDefault
    ? 'ACTIVE'
    : person.dice('membership').weighted<LoyaltyAccountFact['status'] | null>([
        ['ACTIVE', 880],
        [null, 85],
        ['PENDING_ENROLLMENT', 15],
        ['SUSPENDED', 12],
        ['CLOSED', 8],
      ]);
  return status === null ? null : { accountId: id('lac', person.index), status };
};

const gift = (points: number, at: number, description: string): Booking => ({
  type: 'ADJUSTMENT',
  points,
  at,
  description,
  businessKey: `gift:${description}`,
});

const defaultGifts = (anchor: number): readonly Booking[] => [
  gift(1200, anchor - 190 * DAY, 'Founding member thank-you'),
  { ...gift(180, anchor - 49 * DAY, 'Sorry about the wait'), lifeDays: 61 },
];

/** Points that do not come from orders, oldest first. */
export const giftsOf = (person: Person, { status }: Membership, anchor: number): readonly Booking[] => {
  if (status === 'PENDING_ENROLLMENT') return [];
  const dice = person.dice('gifts');
  const welcome = gift(100, person.createdAt + 3 * MINUTE, 'Welcome to Larkfield Rewards');
  if (person.isDefault) return [welcome, ...defaultGifts(anchor)];
  const days = Math.floor((anchor - person.createdAt) / DAY);
  if (days < 10 || !dice.chance(9)) return [welcome];
  const at = anchor - dice.int(3, days - 2) * DAY + dice.int(0, 20 * HOUR);
  return dice.chance(80)
    ? [welcome, { ...gift(10 * dice.int(5, 30), at, 'Sorry about the wait'), lifeDays: dice.int(90, 240) }]
    : [welcome, gift(-40, at, 'Correction of a double scan')];
};

/** A checkout that has set points aside and has not ended yet. */
const holdsOf = (person: Person, membership: Membership, source: AccountSource): readonly PointHoldFact[] => {
  const dice = person.dice('hold');
  const { wallet, anchor, pendingDebits } = source;
  const free = wallet.balance() - pendingDebits;
  if (person.isDefault || membership.status !== 'ACTIVE' || free < 200 || !dice.chance(4)) return [];
  const createdAt = anchor - dice.int(2, 12) * MINUTE;
  return [
    {
      id: person.newId('hld', createdAt, 'hold'),
      accountId: membership.accountId,
      checkoutId: person.newId('cko', createdAt, 'checkout'),
      points: 100 * dice.int(1, 2),
      createdAt: instant(createdAt),
      expiresAt: instant(anchor + 14 * DAY),
    },
  ];
};

const luhnDigit = (digits: string): number => {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, at) => {
      const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return (10 - (sum % 10)) % 10;
};

/** Injective in the index: the factor has no divisor in common with 10^11. */
const cardNumber = (index: number): string => {
  const digits = `6277${String((index * 37_199 + 40_417) % 100_000_000_000).padStart(11, '0')}`;
  return `${digits}${luhnDigit(digits)}`;
};

/** Two in three lie beyond 2^53, where floats lose them; the others are from the system's early years. */
const legacyAccountId = (index: number): string =>
  index % 3 === 1 ? String(1_000_000 + index) : (9_007_199_254_740_993_001n + BigInt(index) * 1_000_003n).toString();

interface AccountSource {
  readonly wallet: Wallet;
  readonly anchor: number;
  /** Sum of PENDING debits, positive. */
  readonly pendingDebits: number;
}

export const accountOf = (
  person: Person,
  membership: Membership,
  { wallet, catalogue }: { readonly wallet: Wallet; readonly catalogue: Catalogue },
): LoyaltyAccountFact => {
  const { anchor, program } = catalogue;
  const entries = wallet.entries();
  const pending = entries.filter(({ status }) => status === 'PENDING').map(({ points }) => points);
  const pendingDebits = pending.reduce((sum, points) => sum + Math.max(0, -points), 0);
  const holds = holdsOf(person, membership, { wallet, anchor, pendingDebits });
  const known = membership.status !== 'PENDING_ENROLLMENT';
  return {
    accountId: membership.accountId,
    customerId: person.id,
    programCode: program.code,
    legacyAccountId: known ? legacyAccountId(person.index) : null,
    cardNumber: known ? cardNumber(person.index) : null,
    status: membership.status,
    enrolledAt: known ? instant(person.createdAt + 2 * MINUTE) : null,
    tierCode: wallet.tier(anchor).code,
    qualifyingPoints: wallet.qualifyingPoints(anchor),
    periodStart: calendarDate(anchor - program.qualificationDays * DAY),
    periodEnd: calendarDate(anchor),
    postedPoints: wallet.balance(),
    pendingPoints: pending.reduce((sum, points) => sum + Math.max(0, points), 0),
    heldPoints: pendingDebits + holds.reduce((sum, { points }) => sum + points, 0),
    entries,
    lots: wallet.lots(),
    holds,
  };
};
