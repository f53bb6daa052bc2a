import type { Reference } from '@qsr/subgraph';
import type { BenefitSelection, RejectedBenefit } from './domain/benefits.ts';
import type { CheckDiscount, CheckTotals, Tender } from './domain/check.ts';
import type { ClockDaypart } from '@qsr/subgraph/dayparts';
import type { Line, LineModifier } from './domain/lines.ts';
import type { PaymentMethod } from './domain/payment-methods.ts';
import type { StoredCart } from './repository/carts.ts';
import type { RefundRecord } from './domain/order.ts';
import type { RefundableLine } from './domain/refunds.ts';
import type { StoredOrder } from './repository/orders.ts';
import type { StoredQuote } from './repository/quotes.ts';

/** The currency in which an aggregate counts, handed down to its parts: their amounts are bare minor units. */
interface InCurrency {
  readonly currency: string;
}

/** Something of the menu, with the currency of the store, cart, quote or order that it was reached through. */
interface OnMenu extends Reference {
  readonly currency?: string | undefined;
}

/** What stands behind each GraphQL type: `<Type>Mapper` is what a resolver hands on as `<Type>`. */
export type CustomerMapper = Reference;
export type StoreMapper = Reference;
export interface MenuMapper {
  readonly storeId: string;
  readonly currency: string;
  readonly daypart: ClockDaypart;
}
export interface MenuCategoryMapper extends OnMenu {
  readonly code: string;
  readonly itemIds: readonly string[];
}
export type MenuItemMapper = OnMenu;
export type ModifierGroupMapper = OnMenu;
export type ModifierMapper = OnMenu;
/** An amount in minor units of its currency (ISO 4217). */
export interface MoneyMapper {
  readonly amountMinor: number;
  readonly currency: string;
}
export type CartMapper = StoredCart;
export type CartLineMapper = Line & InCurrency;
export type LineModifierMapper = LineModifier & InCurrency;
export type BenefitSelectionMapper = BenefitSelection;
export type QuoteMapper = StoredQuote;
export type RejectedBenefitMapper = RejectedBenefit;
export type CheckTotalsMapper = CheckTotals & InCurrency;
export type CheckDiscountMapper = CheckDiscount & InCurrency;
export type OrderMapper = StoredOrder;
export type OrderLineMapper = RefundableLine & InCurrency;
export type CheckMapper = StoredOrder['check'] & InCurrency;
export type TenderMapper = Tender & InCurrency;
export interface RefundMapper extends RefundRecord {
  readonly order: StoredOrder;
}
export type PaymentMethodMapper = PaymentMethod;
