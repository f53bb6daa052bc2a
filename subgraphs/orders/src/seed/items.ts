import type {
  CartFact,
  CartLineFact,
  CustomerFact,
  MenuCategoryFact,
  MenuItemFact,
  ModifierFact,
  ModifierGroupFact,
  OrderFact,
  QuoteFact,
  StoreFact,
  TenderFact,
} from '@qsr/seed';
import type { Tender } from '../domain/check.ts';
import type { Line } from '../domain/lines.ts';
import { splitByShare, sumOf } from '../domain/pricing/money.ts';
import { indexedCart, type CartItem } from '../repository/carts.ts';
import type { MenuCategoryItem } from '../repository/menu-categories.ts';
import type { MenuItemItem } from '../repository/menu-items.ts';
import type { ModifierGroupItem, ModifierItem } from '../repository/modifiers.ts';
import { indexedOrder, type OrderItem } from '../repository/orders.ts';
import type { PaymentProfileItem } from '../repository/payment-profiles.ts';
import type { QuoteItem } from '../repository/quotes.ts';
import type { RefundPlaceItem } from '../repository/refund-places.ts';
import type { StoreItem } from '../repository/stores.ts';

/** What is stored leaves out what follows from the rest of it, and what other subgraphs keep. */
const without = <Fact extends object, Name extends keyof Fact>(fact: Fact, ...names: Name[]): Omit<Fact, Name> =>
  Object.fromEntries(Object.entries(fact).filter(([name]) => !names.includes(name as Name))) as Omit<Fact, Name>;

/** What is imported has this version, whatever the facts say. */
const importedVersion = 1;

/** A store of the demonstration business as it is stored; its pictures and words belong to content. */
export const storeItem = (store: StoreFact): StoreItem => ({
  ...without(store, 'locale', 'openAllHours', 'copy'),
  collection: 'stores',
});

/** A heading of the menu as it is stored. */
export const menuCategoryItem = ({ id, code, itemIds }: MenuCategoryFact, position: number): MenuCategoryItem => ({
  id,
  collection: 'menu-categories',
  code,
  position,
  itemIds,
});

/** Something to order as it is stored. */
export const menuItemItem = (item: MenuItemFact): MenuItemItem => ({
  id: item.id,
  plu: item.plu,
  name: item.copy.en.name,
  prices: item.price,
  dayparts: item.dayparts,
  modifierGroupIds: item.modifierGroupIds,
  unavailableStoreIds: item.unavailableStoreIds,
});

/** A group of choices as it is stored. */
export const modifierGroupItem = ({ id, code, min, max, modifiers }: ModifierGroupFact): ModifierGroupItem => ({
  id,
  code,
  min,
  max,
  modifierIds: modifiers.map((modifier) => modifier.id),
});

/** A choice as it is stored. */
export const modifierItem = ({ id, code, priceDelta, available }: ModifierFact): ModifierItem => ({
  id,
  code,
  priceDeltas: priceDelta,
  available,
});

const lineOf = (line: CartLineFact): Line => without(line, 'gross');

const tenderOf = ({ payment, ...tender }: TenderFact): Tender => ({
  ...tender,
  payment: payment === null ? null : { attemptId: payment.attemptId, retref: payment.retref },
});

/** A cart as it is stored. */
export const cartItem = (cart: CartFact): CartItem =>
  indexedCart({
    ...without(cart, 'version', 'subtotal'),
    revision: importedVersion,
    status: 'OPEN',
    deliveryAddress: null,
    lines: cart.lines.map(lineOf),
  });

/** Discounts of the whole check, spread over its lines. */
const lineDiscountsOf = ({ lines, discounts }: QuoteFact): QuoteItem['lineDiscounts'] => {
  const onGoods = discounts.filter(({ onServiceCharge }) => !onServiceCharge);
  const parts = splitByShare(
    sumOf(onGoods, ({ amount }) => amount),
    lines.map(({ gross }) => gross),
  );
  return Object.fromEntries(lines.map(({ id }, place) => [id, parts[place] ?? 0]));
};

const appliedOffersOf = ({ discounts }: QuoteFact): QuoteItem['appliedOffers'] =>
  discounts.flatMap(({ offerId, amount }) => (offerId === null ? [] : [{ offerId, discount: amount, uses: 1 }]));

/** A quote as it is stored: open until it is consumed, however late it is. Nothing seeded takes points for one. */
export const quoteItem = (fact: QuoteFact, cart: CartFact): QuoteItem => {
  const { status, lines, ...quote } = fact;
  return {
    ...quote,
    revision: importedVersion,
    cartVersion: importedVersion,
    ...{ storeId: cart.storeId, channel: cart.channel, handoffMode: cart.handoffMode },
    ...{ requestedFor: cart.requestedFor, deliveryAddress: null, benefits: cart.benefits },
    status: status === 'CONSUMED' ? 'CONSUMED' : 'OPEN',
    lines: lines.map(lineOf),
    lineDiscounts: lineDiscountsOf(fact),
    appliedOffers: appliedOffersOf(fact),
    ...{ rewardIds: [], rewardPoints: 0, pointsTender: 0, bonusPoints: [], multipliers: [] },
    rejectedBenefits: [],
    warnings: [],
  };
};

/** An order as it is stored. */
export const orderItem = (order: OrderFact): OrderItem =>
  indexedOrder({
    ...order,
    revision: importedVersion,
    lines: order.lines.map((line) => without(line, 'gross', 'total')),
    check: { ...order.check, tenders: order.check.tenders.map(tenderOf) },
    refunds: order.refunds.map((refund) => without(refund, 'orderId')),
  });

/** Where the refunds of an order are found. */
export const refundPlaceItems = ({ refunds }: OrderFact): RefundPlaceItem[] =>
  refunds.map(({ id, orderId }) => ({ id, orderId }));

/** Where the payment system keeps a customer's cards; none for customers whom it does not know. */
export const paymentProfileItems = ({ id, vault }: CustomerFact): PaymentProfileItem[] =>
  vault === null ? [] : [{ customerId: id, profileId: vault.profileId, revision: importedVersion }];
