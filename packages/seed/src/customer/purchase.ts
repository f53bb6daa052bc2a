import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Shelf } from '../catalogue/shelf.ts';
import type { Random } from '../kernel/random.ts';
import type { Id } from '../facts/common.ts';
import type { VaultFact } from '../facts/customers.ts';
import type { OrderFact } from '../facts/orders.ts';
import { fillBasket, type Basket } from './basket.ts';
import { spendablePoints, wishOf } from './benefits.ts';
import { orderOf } from './order.ts';
import type { Person } from './person.ts';
import type { Plan } from './plan.ts';
import { pointTender, tendersOf, tipOf, type TenderRequest } from './tenders.ts';
import type { Wallet } from './wallet.ts';

/** What does not change from order to order. */
export interface Shopper {
  readonly person: Person;
  readonly catalogue: Catalogue;
  readonly shelf: Shelf;
  readonly vault: VaultFact | null;
  /** Null: not a member. */
  readonly wallet: Wallet | null;
  /** How often each offer has been used so far. */
  readonly used: Map<Id, number>;
  readonly dice: Random;
}

const basketOf = (shopper: Shopper, plan: Plan): Basket => {
  const { person, shelf, dice } = shopper;
  const { store, daypart, handoffMode, placedAt: at, sequence } = plan;
  const wish = plan.outcome === 'PLACED' ? null : wishOf({ ...shopper, plan });
  const key = `order/${sequence}`;
  return fillBasket({ person, shelf, store, daypart, handoffMode, key, at, dice, wish, tip: tipOf(plan, dice) });
};

/** Fewer points are not worth the talk at the counter. */
const WORTH_BURNING = 150;

const pointsFor = (shopper: Shopper, plan: Plan, basket: Basket): TenderRequest['points'] => {
  const { outcome, heldByHand, channel, store } = plan;
  const { catalogue, dice } = shopper;
  const spare = spendablePoints({ ...shopper, plan }) - (basket.granted?.reward?.pointsCost ?? 0);
  const rate = catalogue.program.tenderRates.find(({ money }) => money.currency === store.currency);
  const underWay = outcome === 'IN_PREPARATION' || outcome === 'ACCEPTED';
  const wanted = dice.chance(underWay ? 60 : 14) && outcome !== 'PLACED' && !heldByHand && channel !== 'THIRD_PARTY';
  return wanted && rate !== undefined && spare >= WORTH_BURNING
    ? pointTender(basket.totals.total, spare, rate)
    : { burned: 0, amount: 0 };
};

/** The order that comes of a plan, before points are booked and refunds are made. */
export const purchase = (shopper: Shopper, plan: Plan): OrderFact => {
  const { person, vault, dice, catalogue, used } = shopper;
  const { anchor } = catalogue;
  const basket = basketOf(shopper, plan);
  const points = pointsFor(shopper, plan, basket);
  const tenders = tendersOf({ person, plan, vault, anchor, total: basket.totals.total, points, dice });
  const order = orderOf({ person, plan, basket, tenders, anchor, dice });
  for (const id of order.benefits.offerIds) used.set(id, (used.get(id) ?? 0) + 1);
  return order;
};
