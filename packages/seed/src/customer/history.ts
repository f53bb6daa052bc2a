import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Shelf } from '../catalogue/shelf.ts';
import { HOUR } from '../kernel/time.ts';
import type { VaultFact } from '../facts/customers.ts';
import type { LoyaltyAccountFact } from '../facts/loyalty.ts';
import type { OfferRedemptionFact } from '../facts/offers.ts';
import type { OrderFact } from '../facts/orders.ts';
import { accountOf, giftsOf, membershipOf } from './membership.ts';
import type { Person } from './person.ts';
import { plansOf, type Plan } from './plan.ts';
import { bookAccrual, bookBurn, bookRefund, type Books } from './points.ts';
import { purchase, type Shopper } from './purchase.ts';
import { redemptionsOf } from './redemptions.ts';
import { refund } from './refund.ts';
import { createWallet, type Booking } from './wallet.ts';

/** What a customer did so far: orders and what they meant for points and offers. */
export interface History {
  readonly orders: readonly OrderFact[];
  readonly loyalty: LoyaltyAccountFact | null;
  readonly redemptions: readonly OfferRedemptionFact[];
}

export interface HistoryRequest {
  readonly person: Person;
  readonly catalogue: Catalogue;
  readonly shelf: Shelf;
  readonly vault: VaultFact | null;
}

const booksOf = ({ person, catalogue }: HistoryRequest): Books | null => {
  const membership = membershipOf(person, catalogue);
  if (membership === null) return null;
  return { person, catalogue, membership, wallet: createWallet(person, catalogue, membership.accountId) };
};

/** Books the gifts and expiries that are due by then; entries never go back in time. */
const catchUp = ({ wallet }: Books, gifts: Booking[], until: number): void => {
  for (let gift = gifts[0]; gift !== undefined && gift.at <= until; gift = gifts[0]) {
    gifts.shift();
    const at = Math.max(gift.at, wallet.lastAt());
    wallet.advance(at);
    if (wallet.balance() + gift.points >= 0) wallet.book({ ...gift, at });
  }
  wallet.advance(until);
};

interface Step {
  readonly plan: Plan;
  /** Null: not a member. */
  readonly books: Books | null;
}

const refunded = ({ person }: Shopper, order: OrderFact, { plan, books }: Step): OrderFact => {
  const everything = plan.outcome === 'REFUNDED';
  if (order.completedAt === null || !(everything || plan.outcome === 'PARTLY_REFUNDED')) return order;
  const result = refund({ person, order, everything, at: Date.parse(order.completedAt) + 3 * HOUR });
  if (books !== null) bookRefund(result, books);
  return result.order;
};

/** One order from placing to refund, with its points booked as they come. */
const liveThrough = (shopper: Shopper, step: Step): OrderFact => {
  const { plan, books } = step;
  const order = purchase(shopper, plan);
  const settled = books === null ? order : bookAccrual(bookBurn(order, books), books);
  return refunded(shopper, settled, step);
};

/** A closed account keeps nothing. */
const close = ({ wallet, catalogue, membership }: Books): void => {
  if (membership.status !== 'CLOSED') return;
  const at = Math.max(catalogue.anchor - HOUR, wallet.lastAt());
  wallet.advance(at);
  const points = -wallet.balance();
  const description = 'Account closed at the member’s request';
  if (points < 0) wallet.book({ type: 'ADJUSTMENT', points, description, at, businessKey: 'close' });
};

export const historyOf = (request: HistoryRequest): History => {
  const { person, catalogue } = request;
  const books = booksOf(request);
  const gifts = books === null ? [] : [...giftsOf(person, books.membership, catalogue.anchor)];
  const dice = person.dice('orders');
  const shopper: Shopper = { ...request, wallet: books?.wallet ?? null, used: new Map(), dice };
  const orders: OrderFact[] = [];
  const redemptions: OfferRedemptionFact[] = [];
  for (const plan of plansOf(person, catalogue)) {
    if (books !== null) catchUp(books, gifts, plan.placedAt);
    const order = liveThrough(shopper, { plan, books });
    orders.push(order);
    redemptions.push(...redemptionsOf(person, order, plan.store.code));
  }
  if (books !== null) {
    catchUp(books, gifts, catalogue.anchor - HOUR);
    close(books);
    books.wallet.advance(catalogue.anchor);
  }
  const loyalty = books === null ? null : accountOf(person, books.membership, books);
  return { orders, loyalty, redemptions };
};
