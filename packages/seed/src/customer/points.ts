import type { Catalogue } from '../catalogue/catalogue.ts';
import { portion } from '../kernel/money.ts';
import { DAY, HOUR } from '../kernel/time.ts';
import type { LedgerEntryFact, TierFact } from '../facts/loyalty.ts';
import type { OrderFact } from '../facts/orders.ts';
import type { Membership } from './membership.ts';
import type { Person } from './person.ts';
import type { Refunded } from './refund.ts';
import type { Booking, Wallet } from './wallet.ts';

/** The points side of one customer. */
export interface Books {
  readonly person: Person;
  readonly catalogue: Catalogue;
  readonly membership: Membership;
  readonly wallet: Wallet;
}

/** Accruals younger than this may still wait for the legacy system. */
const FRESH = 40 * HOUR;
/** Accounts that are suspended have been so for about this long. */
const SUSPENSION = 60 * DAY;

const storeCodeOf = ({ storeId }: OrderFact, { stores }: Catalogue): { storeCode?: string } => {
  const code = stores.find(({ id }) => id === storeId)?.code;
  return code === undefined ? {} : { storeCode: code };
};

const about = (order: OrderFact, { catalogue }: Books): Pick<Booking, 'orderId' | 'storeCode'> => ({
  orderId: order.id,
  ...storeCodeOf(order, catalogue),
});

const rewardCost = ({ benefits }: OrderFact, { rewards }: Catalogue): number =>
  rewards.filter(({ id }) => benefits.rewardIds.includes(id)).reduce((sum, { pointsCost }) => sum + pointsCost, 0);

/** Books what rewards and the points tender cost; orders on their way owe it still. */
export const bookBurn = (order: OrderFact, books: Books): OrderFact => {
  const points = order.benefits.pointsToBurn + rewardCost(order, books.catalogue);
  if (points === 0 || order.paymentStatus === 'VOIDED') return order;
  const underWay = order.completedAt === null;
  books.wallet.book({
    type: 'REDEMPTION',
    status: underWay ? 'PENDING' : 'POSTED',
    points: -points,
    ...about(order, books),
    description: `Used for order ${order.number}`,
    at: Date.parse(order.placedAt),
    businessKey: `burn:${order.id}`,
  });
  return underWay ? { ...order, deferredSteps: ['POINTS_BURN'] } : order;
};

/** Qualifying points are the plain rate; tier, multipliers and bonuses come on top. */
const earned = (order: OrderFact, tier: TierFact, { catalogue }: Books): { qualifying: number; points: number } => {
  const rate = catalogue.program.earnRates.find(({ money }) => money.currency === order.currency);
  const qualifying = rate === undefined ? 0 : portion(order.accrualBase, rate.points, rate.money.amountMinor);
  const effects = order.benefits.offerIds.map((id) => catalogue.offerById.get(id)?.effect);
  const multiplied = effects.reduce(
    (points, effect) => portion(points, effect?.pointsMultiplierPercent ?? 100, 100),
    portion(qualifying, tier.earnMultiplierPercent, 100),
  );
  const bonus = effects.reduce((sum, effect) => sum + (effect?.bonusPoints ?? 0), 0);
  return { qualifying, points: multiplied + bonus };
};

const accrualStatus = (at: number, { person, catalogue, membership }: Books): LedgerEntryFact['status'] => {
  const age = catalogue.anchor - at;
  if (membership.status === 'PENDING_ENROLLMENT') return 'PENDING';
  if (membership.status === 'SUSPENDED' && age < SUSPENSION) return 'FAILED';
  return age < FRESH && (person.isDefault || person.dice('fresh').chance(60)) ? 'PENDING' : 'POSTED';
};

/** Books the one ACCRUAL of a completed order. */
export const bookAccrual = (order: OrderFact, books: Books): OrderFact => {
  if (order.completedAt === null) return order;
  const at = Date.parse(order.completedAt);
  books.wallet.advance(at);
  const { qualifying, points } = earned(order, books.wallet.tier(at), books);
  const status = accrualStatus(at, books);
  books.wallet.book({
    type: 'ACCRUAL',
    status,
    points,
    qualifyingPoints: qualifying,
    ...about(order, books),
    description: `Earned with order ${order.number}`,
    at,
    businessKey: `accrual:${order.id}`,
  });
  return status === 'PENDING' ? { ...order, deferredSteps: [...order.deferredSteps, 'POINTS_ACCRUAL'] } : order;
};

/** Gives burned points back first, then takes the earned ones, so that the wallet stays positive all the time. */
export const bookRefund = ({ order, pointsReturned, everything, accrualShare }: Refunded, books: Books): void => {
  const { wallet } = books;
  const at = Date.parse(order.refunds[0]?.createdAt ?? order.placedAt);
  const posted = wallet.entries().filter(({ orderId, status }) => orderId === order.id && status === 'POSTED');
  const burn = posted.find(({ type }) => type === 'REDEMPTION');
  const accrual = posted.find(({ type }) => type === 'ACCRUAL');
  const reverse = (entry: LedgerEntryFact, points: number, qualifyingPoints: number): void => {
    if (points === 0) return;
    const description = `Refund of order ${order.number}`;
    const key = `reversal:${entry.type}:${order.id}`;
    const reversal = { type: 'REVERSAL', reversalOf: entry.id, description, at, businessKey: key } as const;
    wallet.book({ ...reversal, points, qualifyingPoints, ...about(order, books) });
  };
  wallet.advance(at);
  if (burn !== undefined) reverse(burn, everything ? -burn.points : pointsReturned, 0);
  if (accrual === undefined) return;
  const share = (amount: number) => portion(amount, accrualShare.part, accrualShare.whole);
  reverse(accrual, -share(accrual.points), -share(accrual.qualifyingPoints));
};
