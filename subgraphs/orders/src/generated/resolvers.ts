import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CustomerMapper, StoreMapper, MenuMapper, MenuCategoryMapper, MenuItemMapper, ModifierGroupMapper, ModifierMapper, MoneyMapper, CartMapper, CartLineMapper, LineModifierMapper, BenefitSelectionMapper, QuoteMapper, RejectedBenefitMapper, CheckTotalsMapper, CheckDiscountMapper, OrderMapper, OrderLineMapper, CheckMapper, TenderMapper, RefundMapper, PaymentMethodMapper } from '../mappers.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A currency code of ISO 4217, for example USD. */
  CurrencyCode: { input: string; output: string; }
  /** An instant in UTC as RFC 3339, for example 2026-03-01T12:00:00Z. */
  DateTime: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** An item for a cart. */
export type AddCartLineInput = {
  /** Id of the cart, crt_… */
  readonly cartId: Scalars['ID']['input'];
  /** Cart.version that the change was made from. When the cart has moved on since: VERSION_CONFLICT. Left out: not checked. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Made by the client: a new one for each item, the same one when it is sent again. Without a token at least 128 random bits, for example a random UUID. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Id of the item, mit_… */
  readonly menuItemId: Scalars['ID']['input'];
  /** What is chosen for each piece, within the item's ModifierGroups: else MODIFIER_RULE_VIOLATED. */
  readonly modifiers?: InputMaybe<ReadonlyArray<LineModifierInput>>;
  /** Pieces, 1 to 99. */
  readonly quantity: Scalars['Int']['input'];
};

/** A card or wallet to save. */
export type AddPaymentMethodInput = {
  /** Made by the client: a new one for each card, the same one when it is sent again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** True: use it as a rule from now on. */
  readonly makeDefault?: Scalars['Boolean']['input'];
  /** Token that the payment system's form gave out. */
  readonly paymentToken: Scalars['String']['input'];
};

/** A member code for a guest's cart. */
export type AttachMemberInput = {
  /** Id of the cart, crt_… */
  readonly cartId: Scalars['ID']['input'];
  /** Cart.version that the change was made from. When the cart has moved on since: VERSION_CONFLICT. Left out: not checked. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Made by the client: a new one for each scan, the same one when it is sent again. Without a token at least 128 random bits, for example a random UUID. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** What the scanner read: MemberCode.value. Ask for a new code when it has run out. */
  readonly memberCode: Scalars['String']['input'];
};

/** Why a benefit could not be applied. */
export type BenefitRejectionReason =
  /** The money set aside for it is spent. */
  | 'BUDGET_EXHAUSTED'
  /** The customer has used it as often as allowed. */
  | 'CUSTOMER_CAP_REACHED'
  /** The offer is over. */
  | 'ENDED'
  /** The customer has too few points. */
  | 'INSUFFICIENT_POINTS'
  /** The item it is for is not in the order. */
  | 'ITEM_NOT_IN_CHECK'
  /** Only for members of the loyalty program. */
  | 'LOYALTY_REQUIRED'
  /** The order is too small. */
  | 'MINIMUM_NOT_MET'
  /** The customer must activate the offer first. */
  | 'NOT_ACTIVATED'
  /** The offer is for other customers. */
  | 'NOT_IN_AUDIENCE'
  /** It does not go together with another benefit that was applied. */
  | 'NOT_STACKABLE'
  /** The offer has not begun. */
  | 'NOT_STARTED'
  /** Offers cannot be looked at just now. */
  | 'OFFERS_UNAVAILABLE'
  /** Points cannot be spent at the moment. */
  | 'POINTS_UNAVAILABLE'
  /** The loyalty tier is too low. */
  | 'TIER_TOO_LOW'
  /** It was given away as often as planned. */
  | 'TOTAL_CAP_REACHED'
  /** Not valid where the order is made. */
  | 'WRONG_CHANNEL'
  /** It is in another currency than the store's. */
  | 'WRONG_CURRENCY'
  /** Not valid at this time of day. */
  | 'WRONG_DAYPART'
  /** Not valid for this handoff. */
  | 'WRONG_HANDOFF'
  /** Not valid in this store. */
  | 'WRONG_STORE';

/** Offers, rewards and points that a guest wants to use. `pointsToBurn` are spent as money; what the rewards cost comes on top. */
export type BenefitSelection = {
  readonly __typename?: 'BenefitSelection';
  /** Offers chosen. */
  readonly offers: ReadonlyArray<Offer>;
  /** Points to pay with. */
  readonly pointsToBurn: Scalars['Int']['output'];
  /** Rewards chosen. */
  readonly rewards: ReadonlyArray<LoyaltyReward>;
};

/** Whom an answer may be shared with. */
export type CacheControlScope =
  /** Nobody but the caller. So is everything that says nothing. */
  | 'PRIVATE'
  /** Everybody: it is the same for all who ask. */
  | 'PUBLIC';

/** An order to call off. */
export type CancelOrderInput = {
  /** Made by the client: a new one for each cancellation, the same one when it is sent again. Without a token at least 128 random bits, for example a random UUID. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Id of the order, ord_… */
  readonly orderId: Scalars['ID']['input'];
  /** Why, in the guest's own words. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** What a guest is about to order. */
export type Cart = {
  readonly __typename?: 'Cart';
  /** What the guest wants to use on it. */
  readonly benefits: BenefitSelection;
  /** Where it is put together. */
  readonly channel: SalesChannel;
  /** Whose it is; null for a guest's. */
  readonly customer?: Maybe<Customer>;
  /** How the food will be had. */
  readonly handoffMode?: Maybe<HandoffMode>;
  /** crt_… */
  readonly id: Scalars['ID']['output'];
  /** What is in it. */
  readonly lines: ReadonlyArray<CartLine>;
  /** When the food is wanted; null for as soon as possible. */
  readonly requestedFor?: Maybe<Scalars['DateTime']['output']>;
  /** Where it will be made. */
  readonly store?: Maybe<Store>;
  /** What the lines add up to, before tax and benefits. Indicative: only a quote binds. */
  readonly subtotal: Money;
  /** Grows with every change; mutations take it as expectedVersion. */
  readonly version: Scalars['Int']['output'];
};

/** An item with its choices in a cart or quote. */
export type CartLine = {
  readonly __typename?: 'CartLine';
  /** Id of the line. */
  readonly id: Scalars['ID']['output'];
  /** The item. */
  readonly menuItem: MenuItem;
  /** What was chosen for each piece. */
  readonly modifiers: ReadonlyArray<LineModifier>;
  /** Pieces of the item. */
  readonly quantity: Scalars['Int']['output'];
  /** All pieces with their modifiers, before discounts. */
  readonly total: Money;
  /** One piece without modifiers. */
  readonly unitPrice: Money;
};

/** Outcome of a change of a cart. */
export type CartPayload = {
  readonly __typename?: 'CartPayload';
  /** The cart as it is now; may be null when refused. */
  readonly cart?: Maybe<Cart>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<OrderUserError>;
};

/** The bill of an order. */
export type Check = {
  readonly __typename?: 'Check';
  /** Day in the books of the store, YYYY-MM-DD. */
  readonly businessDate: Scalars['String']['output'];
  /** When it was paid in full. */
  readonly closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What reduces it. */
  readonly discounts: ReadonlyArray<CheckDiscount>;
  /** Number of the till, unique for a store and business day. */
  readonly number: Scalars['String']['output'];
  /** When it was opened. */
  readonly openedAt: Scalars['DateTime']['output'];
  /** How it is paid. Their amounts add up to the total. */
  readonly tenders: ReadonlyArray<Tender>;
  /** What it adds up to. */
  readonly totals: CheckTotals;
};

/** Something that reduces a check. */
export type CheckDiscount = {
  readonly __typename?: 'CheckDiscount';
  /** By how much the check is reduced; positive. */
  readonly amount: Money;
  /** Id of the discount. */
  readonly id: Scalars['ID']['output'];
  /** The line it is for; null when it is for the whole check. */
  readonly lineId?: Maybe<Scalars['ID']['output']>;
  /** The offer, when the source is one. */
  readonly offer?: Maybe<Offer>;
  /** The reward, when the source is one. */
  readonly reward?: Maybe<LoyaltyReward>;
  /** Where it comes from. */
  readonly source: DiscountSource;
};

/** An arrival. */
export type CheckInOrderInput = {
  /** Made by the client: a new one for each arrival, the same one when it is sent again. Without a token at least 128 random bits, for example a random UUID. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Id of the order, ord_… */
  readonly orderId: Scalars['ID']['input'];
  /** Parking spot or table, for example 4. */
  readonly spot?: InputMaybe<Scalars['String']['input']>;
};

/** What a check adds up to. */
export type CheckTotals = {
  readonly __typename?: 'CheckTotals';
  /** Sum of the discounts, positive. */
  readonly discountTotal: Money;
  /** Delivery and other charges. */
  readonly serviceChargeTotal: Money;
  /** Sum of the lines before discounts. */
  readonly subtotal: Money;
  /** Tax. */
  readonly taxTotal: Money;
  /** True where prices include tax: taxTotal is then part of subtotal and not added again. */
  readonly taxesIncluded: Scalars['Boolean']['output'];
  /** Tip. */
  readonly tipTotal: Money;
  /** subtotal - discountTotal + serviceChargeTotal + (taxesIncluded ? 0 : taxTotal) + tipTotal, exactly. */
  readonly total: Money;
};

/** A quote to be paid. */
export type CheckoutInput = {
  /** Whom to call; guests must give it for DELIVERY and CURBSIDE. */
  readonly contact?: InputMaybe<GuestContactInput>;
  /** Made by the client: a new one for each attempt to pay, the same one when it is sent again. Without a token at least 128 random bits, for example a random UUID. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Id of the quote, qte_… */
  readonly quoteId: Scalars['ID']['input'];
  /** How it is paid. The amounts add up to Quote.amountDue exactly: else TENDER_MISMATCH. Empty when nothing is due. */
  readonly tenders: ReadonlyArray<TenderInput>;
};

/** Outcome of a checkout. */
export type CheckoutPayload = {
  readonly __typename?: 'CheckoutPayload';
  /** The order; null when it was refused before the restaurant heard of it. */
  readonly order?: Maybe<Order>;
  /** A quote to go on with: a new one to show when a price or benefit changed, the old one when the payment was refused. Null otherwise. */
  readonly quote?: Maybe<Quote>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<OrderUserError>;
};

/** A new cart. */
export type CreateCartInput = {
  /** Where the order is made. */
  readonly channel: SalesChannel;
  /** Where to deliver; needed for DELIVERY, and not kept for anything else. */
  readonly deliveryAddress?: InputMaybe<DeliveryAddressInput>;
  /** How the guest wants to get the food; the store must offer it. */
  readonly handoffMode: HandoffMode;
  /** Made by the client: a new one for each cart, the same one when it is sent again. Without a token at least 128 random bits, for example a random UUID. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Id of an earlier order of the caller, ord_…, whose lines to begin with. What the store does not sell now is left out. */
  readonly reorderOf?: InputMaybe<Scalars['ID']['input']>;
  /** When the food is wanted, not in the past; left out: as soon as possible. */
  readonly requestedFor?: InputMaybe<Scalars['DateTime']['input']>;
  /** Id of the store, sto_… */
  readonly storeId: Scalars['ID']['input'];
};

/** A cart to be priced. */
export type CreateQuoteInput = {
  /** Id of the cart, crt_… */
  readonly cartId: Scalars['ID']['input'];
  /** Version of the cart that the guest saw. When the cart has moved on since: VERSION_CONFLICT. */
  readonly cartVersion: Scalars['Int']['input'];
  /** Made by the client: a new one for each quote, the same one when it is sent again. Without a token at least 128 random bits, for example a random UUID. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Tip, in the store's currency; left out: none. */
  readonly tip?: InputMaybe<MoneyInput>;
};

/** A member of the public who has signed up. */
export type Customer = {
  readonly __typename?: 'Customer';
  /** Orders that are not over yet, newest first. */
  readonly activeOrders?: Maybe<ReadonlyArray<Order>>;
  /** The newest cart that was not checked out; older ones stay reachable by id. Null when there is none. */
  readonly cart?: Maybe<Cart>;
  /** cus_ and 26 characters that sort by time of sign-up. */
  readonly id: Scalars['ID']['output'];
  /** All orders, newest first. */
  readonly orders?: Maybe<OrderConnection>;
  /** Cards and wallets that the customer saved, from the legacy payment system; empty when none was saved. */
  readonly paymentMethods?: Maybe<ReadonlyArray<PaymentMethod>>;
};


/** A member of the public who has signed up. */
export type CustomerOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A part of the day in which a menu is served. */
export type Daypart =
  /** Between lunch and dinner. */
  | 'AFTERNOON'
  /** At any time. */
  | 'ALL_DAY'
  /** Morning. */
  | 'BREAKFAST'
  /** Evening. */
  | 'DINNER'
  /** Late at night. */
  | 'LATE_NIGHT'
  /** Midday. */
  | 'LUNCH';

/** A part of the checkout that is done later. */
export type DeferredStep =
  /** Writing down that offers were used. */
  | 'OFFER_COMMIT'
  /** Taking the money that was set aside. */
  | 'PAYMENT_CAPTURE'
  /** Adding the points that were earned. */
  | 'POINTS_ACCRUAL'
  /** Taking the points out of the wallet. */
  | 'POINTS_BURN';

/** Where an order is delivered. */
export type DeliveryAddress = {
  readonly __typename?: 'DeliveryAddress';
  /** City or town. */
  readonly city: Scalars['String']['output'];
  /** ISO 3166-1 alpha-2 code, for example US. */
  readonly country: Scalars['String']['output'];
  /** What the courier should know. */
  readonly instructions?: Maybe<Scalars['String']['output']>;
  /** Street and number. */
  readonly line1: Scalars['String']['output'];
  /** Building, floor or flat. */
  readonly line2?: Maybe<Scalars['String']['output']>;
  /** Postal code as written in the country. */
  readonly postalCode: Scalars['String']['output'];
  /** State or province, the second part of its ISO 3166-2 code. */
  readonly region?: Maybe<Scalars['String']['output']>;
};

/** Where to deliver an order. */
export type DeliveryAddressInput = {
  /** City or town. */
  readonly city: Scalars['String']['input'];
  /** ISO 3166-1 alpha-2 code, for example US. */
  readonly country: Scalars['String']['input'];
  /** What the courier should know. */
  readonly instructions?: InputMaybe<Scalars['String']['input']>;
  /** Street and number. */
  readonly line1: Scalars['String']['input'];
  /** Building, floor or flat. */
  readonly line2?: InputMaybe<Scalars['String']['input']>;
  /** Postal code as written in the country. */
  readonly postalCode: Scalars['String']['input'];
  /** State or province, the second part of its ISO 3166-2 code. */
  readonly region?: InputMaybe<Scalars['String']['input']>;
};

/** Where a discount comes from. */
export type DiscountSource =
  /** A decision of the staff. */
  | 'MANUAL'
  /** An offer. */
  | 'OFFER'
  /** A reward bought with points. */
  | 'REWARD';

/** How and when the food is handed over. */
export type Fulfilment = {
  readonly __typename?: 'Fulfilment';
  /** Whom to call. */
  readonly contact?: Maybe<GuestContact>;
  /** Where to; set for DELIVERY. */
  readonly deliveryAddress?: Maybe<DeliveryAddress>;
  /** When the guest or the courier got it. */
  readonly handedOffAt?: Maybe<Scalars['DateTime']['output']>;
  /** How the guest gets the food. */
  readonly handoffMode: HandoffMode;
  /** When the store said it would be ready. */
  readonly promisedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was ready. */
  readonly readyAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the guest wanted it; null for as soon as possible. */
  readonly requestedFor?: Maybe<Scalars['DateTime']['output']>;
  /** Parking spot or table. */
  readonly spot?: Maybe<Scalars['String']['output']>;
};

/** A point on the map. */
export type GeoPoint = {
  readonly __typename?: 'GeoPoint';
  /** Degrees north of the equator. */
  readonly latitude: Scalars['Float']['output'];
  /** Degrees east of Greenwich. */
  readonly longitude: Scalars['Float']['output'];
};

/** Whom to call about an order. */
export type GuestContact = {
  readonly __typename?: 'GuestContact';
  /** Name. */
  readonly name: Scalars['String']['output'];
  /** Phone number. */
  readonly phone: Scalars['String']['output'];
};

/** Whom to call about an order. */
export type GuestContactInput = {
  /** Name. */
  readonly name: Scalars['String']['input'];
  /** Phone number in E.164 form, for example +14155550100. */
  readonly phone: Scalars['String']['input'];
};

/** How the guest gets the food. */
export type HandoffMode =
  /** Brought to the car. */
  | 'CURBSIDE'
  /** Delivered to an address. */
  | 'DELIVERY'
  /** Eaten in the restaurant. */
  | 'DINE_IN'
  /** Drive-through window. */
  | 'DRIVE_THRU'
  /** Collected at the counter. */
  | 'PICKUP';

/** A choice made for a line. */
export type LineModifier = {
  readonly __typename?: 'LineModifier';
  /** Short code of the modifier. */
  readonly code: Scalars['String']['output'];
  /** Id of the modifier. */
  readonly modifierId: Scalars['ID']['output'];
  /** What one piece of it adds to the price. */
  readonly priceDelta: Money;
  /** Pieces of it for one piece of the item. */
  readonly quantity: Scalars['Int']['output'];
};

/** A choice for each piece of a line. */
export type LineModifierInput = {
  /** Id of the modifier. */
  readonly modifierId: Scalars['ID']['input'];
  /** Pieces of it for one piece of the item. */
  readonly quantity?: Scalars['Int']['input'];
};

/** Something to get for points. */
export type LoyaltyReward = {
  readonly __typename?: 'LoyaltyReward';
  /** rwd_… */
  readonly id: Scalars['ID']['output'];
};

/** What a store sells at one time. */
export type Menu = {
  readonly __typename?: 'Menu';
  /** Categories that serve something in this daypart, in menu order. */
  readonly categories: ReadonlyArray<MenuCategory>;
  /** The daypart it is for. */
  readonly daypart: Daypart;
  /** The store. */
  readonly store: Store;
};

/** A heading of the menu. */
export type MenuCategory = {
  readonly __typename?: 'MenuCategory';
  /** Short code. */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** Id of the category. */
  readonly id: Scalars['ID']['output'];
  /** Its items in menu order; on a menu only those of the daypart. */
  readonly items?: Maybe<ReadonlyArray<MenuItem>>;
};

/** Something to eat or drink. */
export type MenuItem = {
  readonly __typename?: 'MenuItem';
  /** False while the store has run out of it; null for an unknown store. */
  readonly available?: Maybe<Scalars['Boolean']['output']>;
  /** When it is served. */
  readonly dayparts?: Maybe<ReadonlyArray<Daypart>>;
  /** mit_… */
  readonly id: Scalars['ID']['output'];
  /** Choices that come with it. */
  readonly modifierGroups?: Maybe<ReadonlyArray<ModifierGroup>>;
  /** Number by which the tills look up its price. */
  readonly plu?: Maybe<Scalars['String']['output']>;
  /** What one piece costs in a store, in the store's currency; null when the store does not sell it. */
  readonly price?: Maybe<Money>;
};


/** Something to eat or drink. */
export type MenuItemAvailableArgs = {
  storeId: Scalars['ID']['input'];
};


/** Something to eat or drink. */
export type MenuItemPriceArgs = {
  storeId: Scalars['ID']['input'];
};

/** One possibility of a choice, for example oat milk. */
export type Modifier = {
  readonly __typename?: 'Modifier';
  /** False while the restaurants have run out of it. */
  readonly available?: Maybe<Scalars['Boolean']['output']>;
  /** Short code. */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** Id of the modifier. */
  readonly id: Scalars['ID']['output'];
  /** What one piece adds to the price, in the currency of the menu, cart, quote or order it was reached through; null elsewhere. */
  readonly priceDelta?: Maybe<Money>;
};

/** A choice that comes with an item, for example the drink of a combo. `min` and `max` count pieces, not kinds. */
export type ModifierGroup = {
  readonly __typename?: 'ModifierGroup';
  /** Short code. */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** Id of the group. */
  readonly id: Scalars['ID']['output'];
  /** At most so many pieces may be chosen. */
  readonly max?: Maybe<Scalars['Int']['output']>;
  /** At least so many pieces must be chosen. */
  readonly min?: Maybe<Scalars['Int']['output']>;
  /** What there is to choose from. */
  readonly modifiers?: Maybe<ReadonlyArray<Modifier>>;
};

/** An amount of money in whole minor units. */
export type Money = {
  readonly __typename?: 'Money';
  /** Amount in minor units, for example cents; yen have none, so 500 is ¥500. */
  readonly amountMinor: Scalars['Int']['output'];
  /** Currency of the amount, ISO 4217. */
  readonly currency: Scalars['CurrencyCode']['output'];
  /** How many decimals the currency has: 2 for USD, 0 for JPY. */
  readonly exponent: Scalars['Int']['output'];
};

/** An amount of money in whole minor units. */
export type MoneyInput = {
  /** Amount in minor units, for example cents; yen have none, so 500 is ¥500. */
  readonly amountMinor: Scalars['Int']['input'];
  /** Currency of the amount, ISO 4217. */
  readonly currency: Scalars['CurrencyCode']['input'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Puts an item into a cart, as a line of its own. */
  readonly addCartLine?: Maybe<CartPayload>;
  /** Saves a card or wallet of the signed-in customer. Its number goes to the payment system's own form and never comes here. */
  readonly addPaymentMethod?: Maybe<PaymentMethodPayload>;
  /** Makes a guest's cart that of the member whose code was scanned, at a kiosk or drive-through. Who began it goes on with it by its id; benefits are for the member to select. */
  readonly attachMember?: Maybe<CartPayload>;
  /** Calls an order off. Guests can until the kitchen begins, staff with orders:refund as long as the restaurant lets them; money, points and offers come back. */
  readonly cancelOrder?: Maybe<OrderPayload>;
  /** Tells the store that the guest has arrived and where they wait. */
  readonly checkInOrder?: Maybe<OrderPayload>;
  /**
   * Pays a quote and places the order. The answer comes when the order is placed for good or refused. When that takes
   * longer than a request may, the order is answered as far as it got, PLACED: it goes on by itself, so poll it.
   * When no answer comes at all, send the same again with the same key: nobody pays twice.
   */
  readonly checkout?: Maybe<CheckoutPayload>;
  /** Opens an empty cart, or one with the lines of an earlier order. It belongs to the signed-in customer; without a token to whoever knows its id. */
  readonly createCart?: Maybe<CartPayload>;
  /** Works out what a cart costs at today's prices and freezes that for 15 minutes. Benefits that cannot be used are left out, each with its reason. */
  readonly createQuote?: Maybe<QuotePayload>;
  /** Gives money and points of an order back, in whole or in part, and takes the earned points back by the same share. */
  readonly refundOrder?: Maybe<RefundOrderPayload>;
  /** Takes a line out of a cart. */
  readonly removeCartLine?: Maybe<CartPayload>;
  /** Forgets a card or wallet of the signed-in customer. Orders that were paid with it keep their payment. */
  readonly removePaymentMethod?: Maybe<PaymentMethodPayload>;
  /** Says which offers, rewards and points to use on a cart, in place of what was said before. The quote tells what came of it. A guest's cart becomes that of the customer who does so. */
  readonly selectCartBenefits?: Maybe<CartPayload>;
  /** Changes how many pieces of a line there are, or what was chosen for them. */
  readonly updateCartLine?: Maybe<CartPayload>;
};


export type MutationAddCartLineArgs = {
  input: AddCartLineInput;
};


export type MutationAddPaymentMethodArgs = {
  input: AddPaymentMethodInput;
};


export type MutationAttachMemberArgs = {
  input: AttachMemberInput;
};


export type MutationCancelOrderArgs = {
  input: CancelOrderInput;
};


export type MutationCheckInOrderArgs = {
  input: CheckInOrderInput;
};


export type MutationCheckoutArgs = {
  input: CheckoutInput;
};


export type MutationCreateCartArgs = {
  input: CreateCartInput;
};


export type MutationCreateQuoteArgs = {
  input: CreateQuoteInput;
};


export type MutationRefundOrderArgs = {
  input: RefundOrderInput;
};


export type MutationRemoveCartLineArgs = {
  input: RemoveCartLineInput;
};


export type MutationRemovePaymentMethodArgs = {
  input: RemovePaymentMethodInput;
};


export type MutationSelectCartBenefitsArgs = {
  input: SelectCartBenefitsInput;
};


export type MutationUpdateCartLineArgs = {
  input: UpdateCartLineInput;
};

/** A promotion. */
export type Offer = {
  readonly __typename?: 'Offer';
  /** ofr_… */
  readonly id: Scalars['ID']['output'];
};

/** When a store is open on a weekday. Times are HH:MM by the store's clock. */
export type OpeningHours = {
  readonly __typename?: 'OpeningHours';
  /** First minute after closing; 24:00 is midnight. When it is not after opensAt, it is meant on the next day. */
  readonly closesAt: Scalars['String']['output'];
  /** The handoffs that these hours are for. */
  readonly handoffModes?: Maybe<ReadonlyArray<HandoffMode>>;
  /** First minute, for example 06:30. */
  readonly opensAt: Scalars['String']['output'];
  /** The day on which it opens. */
  readonly weekday: Weekday;
};

/** A purchase, from the moment it was placed. */
export type Order = {
  readonly __typename?: 'Order';
  /** Where it was placed. */
  readonly channel: SalesChannel;
  /** What it cost and how that was paid. */
  readonly check: Check;
  /** When it was handed over; null until then, and for orders that never were. */
  readonly completedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whose it is; null for a guest's. */
  readonly customer?: Maybe<Customer>;
  /** Parts of the checkout that are still to be done, for example while a legacy system is down. */
  readonly deferredSteps: ReadonlyArray<DeferredStep>;
  /** How and when the food is handed over. */
  readonly fulfilment: Fulfilment;
  /** ord_… */
  readonly id: Scalars['ID']['output'];
  /** What was bought. */
  readonly lines: ReadonlyArray<OrderLine>;
  /** Number that is called out in the store. */
  readonly number: Scalars['String']['output'];
  /** How far its payment is. */
  readonly paymentStatus: PaymentStatus;
  /** When it was placed. */
  readonly placedAt: Scalars['DateTime']['output'];
  /** Money and points given back, oldest first. */
  readonly refunds: ReadonlyArray<Refund>;
  /** How far it is. */
  readonly status: OrderStatus;
  /** Where it is made. */
  readonly store?: Maybe<Store>;
};

/** A page of orders. */
export type OrderConnection = {
  readonly __typename?: 'OrderConnection';
  /** The entries. */
  readonly edges: ReadonlyArray<OrderEdge>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
};

/** An entry of a list of orders. */
export type OrderEdge = {
  readonly __typename?: 'OrderEdge';
  /** Place of the entry in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The order. */
  readonly node: Order;
};

/** Why a step towards an order was refused. */
export type OrderErrorCode =
  /** An amount is in another currency than the store's. */
  | 'CURRENCY_MISMATCH'
  /** The first request with this key is still at work. Send it again with the same key in a moment. */
  | 'IDEMPOTENCY_IN_PROGRESS'
  /** The key was used before with another input. Nothing was done; take a new key. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The customer has fewer points than the order takes. Show the new quote of the payload, if there is one. */
  | 'INSUFFICIENT_POINTS'
  /** Something in the input is wrong; path and message say what. Let the person correct it. */
  | 'INVALID_INPUT'
  /** The store does not sell the item or modifier now. Take it off the menu that is shown. */
  | 'ITEM_UNAVAILABLE'
  /** The choices do not fit the item's ModifierGroups; path says which. Let the person choose again. */
  | 'MODIFIER_RULE_VIOLATED'
  /** It is too late to call the order off. Customer service may refund it. */
  | 'NOT_CANCELLABLE'
  /** What the input names does not exist, is not the caller's, or is a cart that was checked out. */
  | 'NOT_FOUND'
  /** An offer was used as often as it may be. Show the new quote of the payload, which is without it. */
  | 'OFFER_CAP_REACHED'
  /** An offer cannot be used any more. Show the new quote of the payload. */
  | 'OFFER_UNAVAILABLE'
  /** The payment, or the card to save, was refused. A quote is open again: let the person use another way to pay, with a new key. */
  | 'PAYMENT_DECLINED'
  /** The payment system does not answer, and nothing was taken. Try again; a checkout with a new key. */
  | 'PAYMENT_UNAVAILABLE'
  /** Points cannot be spent, or member codes read, just now. Try again later, or go on without. */
  | 'POINTS_UNAVAILABLE'
  /** The price is not that of the quote any more. Show the new quote of the payload. */
  | 'PRICE_CHANGED'
  /** The quote was paid already, or is being paid. Look at the order. */
  | 'QUOTE_CONSUMED'
  /** The quote was not paid in time. Ask for a new one and show it. */
  | 'QUOTE_EXPIRED'
  /** More would be given back than is left of what was paid. */
  | 'REFUND_EXCEEDS_PAID'
  /** The store takes no orders at this time. Offer another time or store. */
  | 'STORE_CLOSED'
  /** The tenders do not add up to what is due. */
  | 'TENDER_MISMATCH'
  /** The cart was changed meanwhile. Read it again and repeat the change with its version and a new key; at checkout, ask for a new quote and show it. */
  | 'VERSION_CONFLICT';

/** An item with its choices, as it was bought. */
export type OrderLine = {
  readonly __typename?: 'OrderLine';
  /** The line's share of all discounts. */
  readonly discountTotal: Money;
  /** Id of the line. */
  readonly id: Scalars['ID']['output'];
  /** The item, as it is sold now. */
  readonly menuItem: MenuItem;
  /** What was chosen for each piece. */
  readonly modifiers: ReadonlyArray<LineModifier>;
  /** Name when it was bought; the menu may have changed since. */
  readonly nameAtPurchase: Scalars['String']['output'];
  /** Pieces of the item. */
  readonly quantity: Scalars['Int']['output'];
  /** Pieces that were refunded. */
  readonly refundedQuantity: Scalars['Int']['output'];
  /** All pieces with their modifiers, less discountTotal. */
  readonly total: Money;
  /** One piece without modifiers. */
  readonly unitPrice: Money;
};

/** Outcome of a step of an order. */
export type OrderPayload = {
  readonly __typename?: 'OrderPayload';
  /** The order as it is now; may be null when refused. */
  readonly order?: Maybe<Order>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<OrderUserError>;
};

/** How far an order is. */
export type OrderStatus =
  /** The store will make it. */
  | 'ACCEPTED'
  /** Called off. */
  | 'CANCELLED'
  /** Handed over. */
  | 'COMPLETED'
  /** In the kitchen. */
  | 'IN_PREPARATION'
  /** On the way. */
  | 'OUT_FOR_DELIVERY'
  /** Taken in; the store has not seen it yet. */
  | 'PLACED'
  /** Waiting for the guest or the courier. */
  | 'READY'
  /** The store would not make it. */
  | 'REJECTED';

/** One reason why a step towards an order was refused. */
export type OrderUserError = {
  readonly __typename?: 'OrderUserError';
  /** What programs go by. */
  readonly code: OrderErrorCode;
  /** A sentence for people. */
  readonly message: Scalars['String']['output'];
  /** The way from the argument to what is wrong, for example `input` and `quantity`; positions in lists count from 0. Null when it is no part of the input. */
  readonly path?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** True: nothing is wrong with the input, and the same may succeed in a moment. */
  readonly retryable: Scalars['Boolean']['output'];
};

/** Where a page of a list begins and ends. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Cursor of the last entry of this page: give it as `after` to get the next one. Null when the page is empty. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** More entries follow this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** This page was asked for with a cursor, so entries come before it. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first entry of this page; null when the page is empty. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** A card or wallet in the vault of the legacy payment system. */
export type PaymentMethod = {
  readonly __typename?: 'PaymentMethod';
  /** Brand of the card, for example Visa. */
  readonly brand?: Maybe<Scalars['String']['output']>;
  /** Month after which the card is no longer good, 1 to 12. */
  readonly expiryMonth?: Maybe<Scalars['Int']['output']>;
  /** Year of that month, four digits. */
  readonly expiryYear?: Maybe<Scalars['Int']['output']>;
  /** Id of the payment method; checkout takes it. */
  readonly id: Scalars['ID']['output'];
  /** True for the one that the customer wants to use as a rule. */
  readonly isDefault: Scalars['Boolean']['output'];
  /** Last four digits of the card. */
  readonly last4?: Maybe<Scalars['String']['output']>;
  /** What kind it is. */
  readonly type: TenderType;
};

/** Outcome of saving or forgetting a payment method. */
export type PaymentMethodPayload = {
  readonly __typename?: 'PaymentMethodPayload';
  /** The payment method, as it was when it is forgotten now; null when refused. */
  readonly paymentMethod?: Maybe<PaymentMethod>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<OrderUserError>;
};

/** How far the payment of an order is. */
export type PaymentStatus =
  /** The amount is set aside, not taken. */
  | 'AUTHORIZED'
  /** Taken. */
  | 'CAPTURED'
  /** Refused. */
  | 'FAILED'
  /** Nothing was left to pay. */
  | 'NOT_REQUIRED'
  /** Given back in part. */
  | 'PARTIALLY_REFUNDED'
  /** Not decided yet. */
  | 'PENDING'
  /** Given back in full. */
  | 'REFUNDED'
  /** Set aside and let go. */
  | 'VOIDED';

export type Query = {
  readonly __typename?: 'Query';
  /** A cart. One that a guest began needs its id alone; that of a customer is null for everybody but its owner and staff with orders:read:any. */
  readonly cart?: Maybe<Cart>;
  /** The signed-in customer; null for guests, staff and machines. Answered from the token alone. */
  readonly me?: Maybe<Customer>;
  /** What a store sells at a time; null for an unknown store, and for a handoff that the store does not offer. */
  readonly menu?: Maybe<Menu>;
  /** An order. One that a guest began needs its id alone; that of a customer is null for everybody but its owner and staff with orders:read:any. */
  readonly order?: Maybe<Order>;
  /** A quote. One of a cart that a guest began needs its id alone; that of a customer is null for everybody but its owner and staff with orders:read:any. */
  readonly quote?: Maybe<Quote>;
  /** One restaurant. */
  readonly store?: Maybe<Store>;
  /** Restaurants by distance as the crow flies, nearest first, however far away. */
  readonly storesNear?: Maybe<ReadonlyArray<Store>>;
};


export type QueryCartArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMenuArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  handoffMode: HandoffMode;
  storeId: Scalars['ID']['input'];
};


export type QueryOrderArgs = {
  id: Scalars['ID']['input'];
};


export type QueryQuoteArgs = {
  id: Scalars['ID']['input'];
};


export type QueryStoreArgs = {
  id: Scalars['ID']['input'];
};


export type QueryStoresNearArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  latitude: Scalars['Float']['input'];
  longitude: Scalars['Float']['input'];
};

/** A cart with its prices frozen for a while. */
export type Quote = {
  readonly __typename?: 'Quote';
  /** The amount that earns points, for other subgraphs. */
  readonly accrualBase?: Maybe<Money>;
  /** What is left to pay by other tenders than points. */
  readonly amountDue: Money;
  /** The cart, as it is now. */
  readonly cart: Cart;
  /** Version of the cart that was priced; a cart that changed since needs a new quote. */
  readonly cartVersion: Scalars['Int']['output'];
  /** Whose it is, for other subgraphs. */
  readonly customerId?: Maybe<Scalars['ID']['output']>;
  /** What reduces the check. */
  readonly discounts: ReadonlyArray<CheckDiscount>;
  /** Until when the prices hold. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** True when it is that of a member whose code was scanned on a guest's cart: its id alone opens it. For other subgraphs. */
  readonly heldByGuest?: Maybe<Scalars['Boolean']['output']>;
  /** qte_… */
  readonly id: Scalars['ID']['output'];
  /** What was in the cart. */
  readonly lines: ReadonlyArray<CartLine>;
  /** Points that will be spent as money. */
  readonly pointsToBurn: Scalars['Int']['output'];
  /** Benefits asked for that could not be applied, each with its reason. */
  readonly rejectedBenefits: ReadonlyArray<RejectedBenefit>;
  /** Whether it can be checked out. */
  readonly status: QuoteStatus;
  /** What it all adds up to. */
  readonly totals: CheckTotals;
  /** What the guest should know, for example that offers could not be looked at. */
  readonly warnings: ReadonlyArray<Scalars['String']['output']>;
};

/** Outcome of pricing a cart. */
export type QuotePayload = {
  readonly __typename?: 'QuotePayload';
  /** The quote; null when refused. */
  readonly quote?: Maybe<Quote>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<OrderUserError>;
};

/** Whether a quote can be checked out. */
export type QuoteStatus =
  /** It was. */
  | 'CONSUMED'
  /** It was not in time. */
  | 'EXPIRED'
  /** It can. */
  | 'OPEN';

/** Money and points of an order that were given back. */
export type Refund = {
  readonly __typename?: 'Refund';
  /** How much, money and points tenders together. What a card refuses is taken off it, and stands beside it as FAILED. */
  readonly amount: Money;
  /** When it was asked for. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Id of the refund. */
  readonly id: Scalars['ID']['output'];
  /** The order it is of. */
  readonly order: Order;
  /** Why. */
  readonly reason: Scalars['String']['output'];
  /** How far it is. */
  readonly status: RefundStatus;
};

/** Pieces of a line to give back. */
export type RefundLineInput = {
  /** Id of the line of the order. */
  readonly lineId: Scalars['ID']['input'];
  /** Pieces, at least 1 and no more than are left. */
  readonly quantity: Scalars['Int']['input'];
};

/** What to give back: some lines, or an amount, or all that is left when neither is given. Both together: INVALID_INPUT. */
export type RefundOrderInput = {
  /** Money to give back, in the order's currency. No points come back. */
  readonly amount?: InputMaybe<MoneyInput>;
  /** Made by the client: a new one for each refund, the same one when it is sent again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Pieces to give back. Money and points come back by the share that each paid. */
  readonly lines?: InputMaybe<ReadonlyArray<RefundLineInput>>;
  /** Id of the order, ord_… */
  readonly orderId: Scalars['ID']['input'];
  /** Why. The guest may read it. */
  readonly reason: Scalars['String']['input'];
};

/** Outcome of a refund. */
export type RefundOrderPayload = {
  readonly __typename?: 'RefundOrderPayload';
  /** The order as it is now; may be null when refused. */
  readonly order?: Maybe<Order>;
  /** The refund, PENDING until the payment system has settled it; null when refused. */
  readonly refund?: Maybe<Refund>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<OrderUserError>;
};

/** How far a refund is. */
export type RefundStatus =
  /** Refused by the payment system. Where other cards of the same refund took their part, that is a refund of its own, SUCCEEDED. */
  | 'FAILED'
  /** Waiting for the payment system. */
  | 'PENDING'
  /** Given back. */
  | 'SUCCEEDED';

/** A benefit that could not be applied. One of offer, reward and points is set. */
export type RejectedBenefit = {
  readonly __typename?: 'RejectedBenefit';
  /** The offer. */
  readonly offer?: Maybe<Offer>;
  /** Points meant as money. */
  readonly points?: Maybe<Scalars['Int']['output']>;
  /** Why not. */
  readonly reason: BenefitRejectionReason;
  /** The reward. */
  readonly reward?: Maybe<LoyaltyReward>;
};

/** A line to take out. */
export type RemoveCartLineInput = {
  /** Id of the cart, crt_… */
  readonly cartId: Scalars['ID']['input'];
  /** Cart.version that the change was made from. When the cart has moved on since: VERSION_CONFLICT. Left out: not checked. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Made by the client: a new one for each change, the same one when it is sent again. Without a token at least 128 random bits, for example a random UUID. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Id of the line. */
  readonly lineId: Scalars['ID']['input'];
};

/** A card or wallet to forget. */
export type RemovePaymentMethodInput = {
  /** Made by the client: a new one for each removal, the same one when it is sent again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Id of the PaymentMethod. */
  readonly paymentMethodId: Scalars['ID']['input'];
};

/** Where the order is made. */
export type SalesChannel =
  /** Mobile app. */
  | 'APP'
  /** By telephone. */
  | 'CALL_CENTER'
  /** Drive-through lane. */
  | 'DRIVE_THRU'
  /** At the counter. */
  | 'IN_STORE'
  /** Kiosk in the restaurant. */
  | 'KIOSK'
  /** Marketplace of another company. */
  | 'THIRD_PARTY'
  /** Web site. */
  | 'WEB';

/** All that the customer wants to use on a cart. */
export type SelectCartBenefitsInput = {
  /** Id of the cart, crt_… */
  readonly cartId: Scalars['ID']['input'];
  /** Made by the client: a new one for each selection, the same one when it is sent again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Ids of offers, ofr_…, at most 20; empty for none. */
  readonly offerIds: ReadonlyArray<Scalars['ID']['input']>;
  /** Points to pay with; what the rewards cost comes on top. */
  readonly pointsToBurn?: Scalars['Int']['input'];
  /** Ids of rewards, rwd_…, at most 20; once for each use, empty for none. */
  readonly rewardIds: ReadonlyArray<Scalars['ID']['input']>;
};

/** A restaurant. */
export type Store = {
  readonly __typename?: 'Store';
  /** True while the store is open and takes orders. */
  readonly acceptingOrders?: Maybe<Scalars['Boolean']['output']>;
  /** Where it stands. */
  readonly address?: Maybe<StoreAddress>;
  /** Short code that the tills and the legacy loyalty system know the store by. */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** Currency of all prices of the store. */
  readonly currency?: Maybe<Scalars['CurrencyCode']['output']>;
  /** The daypart that the store's clock shows now; never ALL_DAY. */
  readonly currentDaypart?: Maybe<Daypart>;
  /** Minutes until an order placed now is ready; null while the store does not take orders. */
  readonly estimatedReadyMinutes?: Maybe<Scalars['Int']['output']>;
  /** How food can be had there at all. */
  readonly handoffModes?: Maybe<ReadonlyArray<HandoffMode>>;
  /** Opening hours of a week, by the store's own clock. */
  readonly hours?: Maybe<ReadonlyArray<OpeningHours>>;
  /** sto_… */
  readonly id: Scalars['ID']['output'];
  /** Name for guests. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Where it is on the map. */
  readonly position?: Maybe<GeoPoint>;
  /** Time zone by its IANA name, for example America/New_York. */
  readonly timeZone?: Maybe<Scalars['String']['output']>;
};

/** A postal address of a store. */
export type StoreAddress = {
  readonly __typename?: 'StoreAddress';
  /** City or town. */
  readonly city: Scalars['String']['output'];
  /** ISO 3166-1 alpha-2 code, for example US. */
  readonly country: Scalars['String']['output'];
  /** Street and number. */
  readonly line1: Scalars['String']['output'];
  /** Building or floor. */
  readonly line2?: Maybe<Scalars['String']['output']>;
  /** Postal code as written in the country. */
  readonly postalCode?: Maybe<Scalars['String']['output']>;
  /** State or province, the second part of its ISO 3166-2 code. */
  readonly region?: Maybe<Scalars['String']['output']>;
};

/** One way in which a part of a check is paid. */
export type Tender = {
  readonly __typename?: 'Tender';
  /** How much of the check it pays. */
  readonly amount: Money;
  /** Id of the tender. */
  readonly id: Scalars['ID']['output'];
  /** Card or wallet as it may be shown, for example Visa •••• 4242. */
  readonly maskedInstrument?: Maybe<Scalars['String']['output']>;
  /** Points that were spent; set for LOYALTY_POINTS. */
  readonly pointsBurned?: Maybe<Scalars['Int']['output']>;
  /** How far it is. */
  readonly status: TenderStatus;
  /** What kind it is. */
  readonly type: TenderType;
};

/** One way to pay a part of what is due. Its type tells which one of the three ids and tokens to give. */
export type TenderInput = {
  /** How much it pays, in the store's currency; more than 0. */
  readonly amount: MoneyInput;
  /** GIFT_CARD: token of the gift card. */
  readonly giftCardToken?: InputMaybe<Scalars['String']['input']>;
  /** CARD or WALLET_PAY: id of a PaymentMethod that the customer saved. */
  readonly paymentMethodId?: InputMaybe<Scalars['ID']['input']>;
  /** CARD or WALLET_PAY: token that the payment system's form gave out for this payment. */
  readonly paymentToken?: InputMaybe<Scalars['String']['input']>;
  /** What kind it is. LOYALTY_POINTS is refused: points are spent through selectCartBenefits. */
  readonly type: TenderType;
};

/** How far a tender is. */
export type TenderStatus =
  /** The amount is set aside, not taken. */
  | 'AUTHORIZED'
  /** Taken. */
  | 'CAPTURED'
  /** Refused. */
  | 'DECLINED'
  /** Given back in part. */
  | 'PARTIALLY_REFUNDED'
  /** Given back in full. */
  | 'REFUNDED'
  /** Set aside and let go. */
  | 'VOIDED';

/** A kind of payment. */
export type TenderType =
  /** Credit or debit card. */
  | 'CARD'
  /** Cash. */
  | 'CASH'
  /** Gift card. */
  | 'GIFT_CARD'
  /** Points of the loyalty program. */
  | 'LOYALTY_POINTS'
  /** Wallet of a phone. */
  | 'WALLET_PAY';

/** A line as it shall be. */
export type UpdateCartLineInput = {
  /** Id of the cart, crt_… */
  readonly cartId: Scalars['ID']['input'];
  /** Cart.version that the change was made from. When the cart has moved on since: VERSION_CONFLICT. Left out: not checked. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Made by the client: a new one for each change, the same one when it is sent again. Without a token at least 128 random bits, for example a random UUID. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Id of the line. */
  readonly lineId: Scalars['ID']['input'];
  /** All that is chosen for each piece; left out: the choices stay. */
  readonly modifiers?: InputMaybe<ReadonlyArray<LineModifierInput>>;
  /** Pieces, 1 to 99; removeCartLine takes the line out. */
  readonly quantity: Scalars['Int']['input'];
};

/** A day of the week. */
export type Weekday =
  /** Friday. */
  | 'FRIDAY'
  /** Monday. */
  | 'MONDAY'
  /** Saturday. */
  | 'SATURDAY'
  /** Sunday. */
  | 'SUNDAY'
  /** Thursday. */
  | 'THURSDAY'
  /** Tuesday. */
  | 'TUESDAY'
  /** Wednesday. */
  | 'WEDNESDAY';



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Cart: Cart;
  Customer: Customer;
  MenuCategory: MenuCategory;
  MenuItem: MenuItem;
  Modifier: Modifier;
  ModifierGroup: ModifierGroup;
  Order: Order;
  PaymentMethod: PaymentMethod;
  Quote: Quote;
  Refund: Refund;
  Store: Store;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Cart:
    ( { __typename: 'Cart' }
    & GraphQLRecursivePick<FederationTypes['Cart'], {"id":true}> );
  Customer:
    ( { __typename: 'Customer' }
    & GraphQLRecursivePick<FederationTypes['Customer'], {"id":true}> );
  MenuCategory:
    ( { __typename: 'MenuCategory' }
    & GraphQLRecursivePick<FederationTypes['MenuCategory'], {"id":true}> );
  MenuItem:
    ( { __typename: 'MenuItem' }
    & GraphQLRecursivePick<FederationTypes['MenuItem'], {"id":true}> );
  Modifier:
    ( { __typename: 'Modifier' }
    & GraphQLRecursivePick<FederationTypes['Modifier'], {"id":true}> );
  ModifierGroup:
    ( { __typename: 'ModifierGroup' }
    & GraphQLRecursivePick<FederationTypes['ModifierGroup'], {"id":true}> );
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
  PaymentMethod:
    ( { __typename: 'PaymentMethod' }
    & GraphQLRecursivePick<FederationTypes['PaymentMethod'], {"id":true}> );
  Quote:
    ( { __typename: 'Quote' }
    & GraphQLRecursivePick<FederationTypes['Quote'], {"id":true}> );
  Refund:
    ( { __typename: 'Refund' }
    & GraphQLRecursivePick<FederationTypes['Refund'], {"id":true}> );
  Store:
    ( { __typename: 'Store' }
    & GraphQLRecursivePick<FederationTypes['Store'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddCartLineInput: AddCartLineInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AddPaymentMethodInput: AddPaymentMethodInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AttachMemberInput: AttachMemberInput;
  BenefitRejectionReason: BenefitRejectionReason;
  BenefitSelection: ResolverTypeWrapper<BenefitSelectionMapper>;
  CacheControlScope: CacheControlScope;
  CancelOrderInput: CancelOrderInput;
  Cart: ResolverTypeWrapper<CartMapper>;
  CartLine: ResolverTypeWrapper<CartLineMapper>;
  CartPayload: ResolverTypeWrapper<Omit<CartPayload, 'cart'> & { cart?: Maybe<ResolversTypes['Cart']> }>;
  Check: ResolverTypeWrapper<CheckMapper>;
  CheckDiscount: ResolverTypeWrapper<CheckDiscountMapper>;
  CheckInOrderInput: CheckInOrderInput;
  CheckTotals: ResolverTypeWrapper<CheckTotalsMapper>;
  CheckoutInput: CheckoutInput;
  CheckoutPayload: ResolverTypeWrapper<Omit<CheckoutPayload, 'order' | 'quote'> & { order?: Maybe<ResolversTypes['Order']>, quote?: Maybe<ResolversTypes['Quote']> }>;
  CreateCartInput: CreateCartInput;
  CreateQuoteInput: CreateQuoteInput;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  Customer: ResolverTypeWrapper<CustomerMapper>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Daypart: Daypart;
  DeferredStep: DeferredStep;
  DeliveryAddress: ResolverTypeWrapper<DeliveryAddress>;
  DeliveryAddressInput: DeliveryAddressInput;
  DiscountSource: DiscountSource;
  Fulfilment: ResolverTypeWrapper<Fulfilment>;
  GeoPoint: ResolverTypeWrapper<GeoPoint>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  GuestContact: ResolverTypeWrapper<GuestContact>;
  GuestContactInput: GuestContactInput;
  HandoffMode: HandoffMode;
  LineModifier: ResolverTypeWrapper<LineModifierMapper>;
  LineModifierInput: LineModifierInput;
  LoyaltyReward: ResolverTypeWrapper<LoyaltyReward>;
  Menu: ResolverTypeWrapper<MenuMapper>;
  MenuCategory: ResolverTypeWrapper<MenuCategoryMapper>;
  MenuItem: ResolverTypeWrapper<MenuItemMapper>;
  Modifier: ResolverTypeWrapper<ModifierMapper>;
  ModifierGroup: ResolverTypeWrapper<ModifierGroupMapper>;
  Money: ResolverTypeWrapper<MoneyMapper>;
  MoneyInput: MoneyInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Offer: ResolverTypeWrapper<Offer>;
  OpeningHours: ResolverTypeWrapper<OpeningHours>;
  Order: ResolverTypeWrapper<OrderMapper>;
  OrderConnection: ResolverTypeWrapper<Omit<OrderConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['OrderEdge']> }>;
  OrderEdge: ResolverTypeWrapper<Omit<OrderEdge, 'node'> & { node: ResolversTypes['Order'] }>;
  OrderErrorCode: OrderErrorCode;
  OrderLine: ResolverTypeWrapper<OrderLineMapper>;
  OrderPayload: ResolverTypeWrapper<Omit<OrderPayload, 'order'> & { order?: Maybe<ResolversTypes['Order']> }>;
  OrderStatus: OrderStatus;
  OrderUserError: ResolverTypeWrapper<OrderUserError>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PaymentMethod: ResolverTypeWrapper<PaymentMethodMapper>;
  PaymentMethodPayload: ResolverTypeWrapper<Omit<PaymentMethodPayload, 'paymentMethod'> & { paymentMethod?: Maybe<ResolversTypes['PaymentMethod']> }>;
  PaymentStatus: PaymentStatus;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Quote: ResolverTypeWrapper<QuoteMapper>;
  QuotePayload: ResolverTypeWrapper<Omit<QuotePayload, 'quote'> & { quote?: Maybe<ResolversTypes['Quote']> }>;
  QuoteStatus: QuoteStatus;
  Refund: ResolverTypeWrapper<RefundMapper>;
  RefundLineInput: RefundLineInput;
  RefundOrderInput: RefundOrderInput;
  RefundOrderPayload: ResolverTypeWrapper<Omit<RefundOrderPayload, 'order' | 'refund'> & { order?: Maybe<ResolversTypes['Order']>, refund?: Maybe<ResolversTypes['Refund']> }>;
  RefundStatus: RefundStatus;
  RejectedBenefit: ResolverTypeWrapper<RejectedBenefitMapper>;
  RemoveCartLineInput: RemoveCartLineInput;
  RemovePaymentMethodInput: RemovePaymentMethodInput;
  SalesChannel: SalesChannel;
  SelectCartBenefitsInput: SelectCartBenefitsInput;
  Store: ResolverTypeWrapper<StoreMapper>;
  StoreAddress: ResolverTypeWrapper<StoreAddress>;
  Tender: ResolverTypeWrapper<TenderMapper>;
  TenderInput: TenderInput;
  TenderStatus: TenderStatus;
  TenderType: TenderType;
  UpdateCartLineInput: UpdateCartLineInput;
  Weekday: Weekday;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddCartLineInput: AddCartLineInput;
  ID: Scalars['ID']['output'];
  AddPaymentMethodInput: AddPaymentMethodInput;
  String: Scalars['String']['output'];
  AttachMemberInput: AttachMemberInput;
  BenefitSelection: BenefitSelectionMapper;
  CancelOrderInput: CancelOrderInput;
  Cart: CartMapper;
  CartLine: CartLineMapper;
  CartPayload: Omit<CartPayload, 'cart'> & { cart?: Maybe<ResolversParentTypes['Cart']> };
  Check: CheckMapper;
  CheckDiscount: CheckDiscountMapper;
  CheckInOrderInput: CheckInOrderInput;
  CheckTotals: CheckTotalsMapper;
  CheckoutInput: CheckoutInput;
  CheckoutPayload: Omit<CheckoutPayload, 'order' | 'quote'> & { order?: Maybe<ResolversParentTypes['Order']>, quote?: Maybe<ResolversParentTypes['Quote']> };
  CreateCartInput: CreateCartInput;
  CreateQuoteInput: CreateQuoteInput;
  CurrencyCode: Scalars['CurrencyCode']['output'];
  Customer: CustomerMapper;
  DateTime: Scalars['DateTime']['output'];
  DeliveryAddress: DeliveryAddress;
  DeliveryAddressInput: DeliveryAddressInput;
  Fulfilment: Fulfilment;
  GeoPoint: GeoPoint;
  Float: Scalars['Float']['output'];
  GuestContact: GuestContact;
  GuestContactInput: GuestContactInput;
  LineModifier: LineModifierMapper;
  LineModifierInput: LineModifierInput;
  LoyaltyReward: LoyaltyReward;
  Menu: MenuMapper;
  MenuCategory: MenuCategoryMapper;
  MenuItem: MenuItemMapper;
  Modifier: ModifierMapper;
  ModifierGroup: ModifierGroupMapper;
  Money: MoneyMapper;
  MoneyInput: MoneyInput;
  Mutation: Record<PropertyKey, never>;
  Offer: Offer;
  OpeningHours: OpeningHours;
  Order: OrderMapper;
  OrderConnection: Omit<OrderConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['OrderEdge']> };
  OrderEdge: Omit<OrderEdge, 'node'> & { node: ResolversParentTypes['Order'] };
  OrderLine: OrderLineMapper;
  OrderPayload: Omit<OrderPayload, 'order'> & { order?: Maybe<ResolversParentTypes['Order']> };
  OrderUserError: OrderUserError;
  PageInfo: PageInfo;
  PaymentMethod: PaymentMethodMapper;
  PaymentMethodPayload: Omit<PaymentMethodPayload, 'paymentMethod'> & { paymentMethod?: Maybe<ResolversParentTypes['PaymentMethod']> };
  Query: Record<PropertyKey, never>;
  Quote: QuoteMapper;
  QuotePayload: Omit<QuotePayload, 'quote'> & { quote?: Maybe<ResolversParentTypes['Quote']> };
  Refund: RefundMapper;
  RefundLineInput: RefundLineInput;
  RefundOrderInput: RefundOrderInput;
  RefundOrderPayload: Omit<RefundOrderPayload, 'order' | 'refund'> & { order?: Maybe<ResolversParentTypes['Order']>, refund?: Maybe<ResolversParentTypes['Refund']> };
  RejectedBenefit: RejectedBenefitMapper;
  RemoveCartLineInput: RemoveCartLineInput;
  RemovePaymentMethodInput: RemovePaymentMethodInput;
  SelectCartBenefitsInput: SelectCartBenefitsInput;
  Store: StoreMapper;
  StoreAddress: StoreAddress;
  Tender: TenderMapper;
  TenderInput: TenderInput;
  UpdateCartLineInput: UpdateCartLineInput;
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
};

export type CacheControlDirectiveArgs = {
  inheritMaxAge?: Maybe<Scalars['Boolean']['input']>;
  maxAge?: Maybe<Scalars['Int']['input']>;
  scope?: Maybe<CacheControlScope>;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type BenefitSelectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BenefitSelection'] = ResolversParentTypes['BenefitSelection']> = {
  offers?: Resolver<ReadonlyArray<ResolversTypes['Offer']>, ParentType, ContextType>;
  pointsToBurn?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rewards?: Resolver<ReadonlyArray<ResolversTypes['LoyaltyReward']>, ParentType, ContextType>;
};

export type CartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Cart'] = ResolversParentTypes['Cart'], FederationReferenceType extends FederationReferenceTypes['Cart'] = FederationReferenceTypes['Cart']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Cart']> | FederationReferenceType, FederationReferenceType, ContextType>;
  benefits?: Resolver<ResolversTypes['BenefitSelection'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['SalesChannel'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  handoffMode?: Resolver<Maybe<ResolversTypes['HandoffMode']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['CartLine']>, ParentType, ContextType>;
  requestedFor?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  store?: Resolver<Maybe<ResolversTypes['Store']>, ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CartLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartLine'] = ResolversParentTypes['CartLine']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  menuItem?: Resolver<ResolversTypes['MenuItem'], ParentType, ContextType>;
  modifiers?: Resolver<ReadonlyArray<ResolversTypes['LineModifier']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type CartPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartPayload'] = ResolversParentTypes['CartPayload']> = {
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['OrderUserError']>, ParentType, ContextType>;
};

export type CheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Check'] = ResolversParentTypes['Check']> = {
  businessDate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  discounts?: Resolver<ReadonlyArray<ResolversTypes['CheckDiscount']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  tenders?: Resolver<ReadonlyArray<ResolversTypes['Tender']>, ParentType, ContextType>;
  totals?: Resolver<ResolversTypes['CheckTotals'], ParentType, ContextType>;
};

export type CheckDiscountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckDiscount'] = ResolversParentTypes['CheckDiscount']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lineId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  offer?: Resolver<Maybe<ResolversTypes['Offer']>, ParentType, ContextType>;
  reward?: Resolver<Maybe<ResolversTypes['LoyaltyReward']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['DiscountSource'], ParentType, ContextType>;
};

export type CheckTotalsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckTotals'] = ResolversParentTypes['CheckTotals']> = {
  discountTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  serviceChargeTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  taxTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  taxesIncluded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  tipTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type CheckoutPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckoutPayload'] = ResolversParentTypes['CheckoutPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  quote?: Resolver<Maybe<ResolversTypes['Quote']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['OrderUserError']>, ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export type CustomerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  activeOrders?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Order']>>, ParentType, ContextType>;
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, RequireFields<CustomerOrdersArgs, 'first'>>;
  paymentMethods?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PaymentMethod']>>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeliveryAddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryAddress'] = ResolversParentTypes['DeliveryAddress']> = {
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  country?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  instructions?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  line1?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FulfilmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Fulfilment'] = ResolversParentTypes['Fulfilment']> = {
  contact?: Resolver<Maybe<ResolversTypes['GuestContact']>, ParentType, ContextType>;
  deliveryAddress?: Resolver<Maybe<ResolversTypes['DeliveryAddress']>, ParentType, ContextType>;
  handedOffAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  handoffMode?: Resolver<ResolversTypes['HandoffMode'], ParentType, ContextType>;
  promisedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  readyAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  requestedFor?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  spot?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type GeoPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GeoPoint'] = ResolversParentTypes['GeoPoint']> = {
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type GuestContactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GuestContact'] = ResolversParentTypes['GuestContact']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LineModifierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LineModifier'] = ResolversParentTypes['LineModifier']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  modifierId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  priceDelta?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LoyaltyRewardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoyaltyReward'] = ResolversParentTypes['LoyaltyReward']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MenuResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Menu'] = ResolversParentTypes['Menu']> = {
  categories?: Resolver<ReadonlyArray<ResolversTypes['MenuCategory']>, ParentType, ContextType>;
  daypart?: Resolver<ResolversTypes['Daypart'], ParentType, ContextType>;
  store?: Resolver<ResolversTypes['Store'], ParentType, ContextType>;
};

export type MenuCategoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MenuCategory'] = ResolversParentTypes['MenuCategory'], FederationReferenceType extends FederationReferenceTypes['MenuCategory'] = FederationReferenceTypes['MenuCategory']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MenuCategory']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MenuItem']>>, ParentType, ContextType>;
};

export type MenuItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MenuItem'] = ResolversParentTypes['MenuItem'], FederationReferenceType extends FederationReferenceTypes['MenuItem'] = FederationReferenceTypes['MenuItem']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MenuItem']> | FederationReferenceType, FederationReferenceType, ContextType>;
  available?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType, RequireFields<MenuItemAvailableArgs, 'storeId'>>;
  dayparts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Daypart']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  modifierGroups?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ModifierGroup']>>, ParentType, ContextType>;
  plu?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  price?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType, RequireFields<MenuItemPriceArgs, 'storeId'>>;
};

export type ModifierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Modifier'] = ResolversParentTypes['Modifier'], FederationReferenceType extends FederationReferenceTypes['Modifier'] = FederationReferenceTypes['Modifier']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Modifier']> | FederationReferenceType, FederationReferenceType, ContextType>;
  available?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  priceDelta?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type ModifierGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModifierGroup'] = ResolversParentTypes['ModifierGroup'], FederationReferenceType extends FederationReferenceTypes['ModifierGroup'] = FederationReferenceTypes['ModifierGroup']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ModifierGroup']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  max?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  modifiers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Modifier']>>, ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amountMinor?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  exponent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addCartLine?: Resolver<Maybe<ResolversTypes['CartPayload']>, ParentType, ContextType, RequireFields<MutationAddCartLineArgs, 'input'>>;
  addPaymentMethod?: Resolver<Maybe<ResolversTypes['PaymentMethodPayload']>, ParentType, ContextType, RequireFields<MutationAddPaymentMethodArgs, 'input'>>;
  attachMember?: Resolver<Maybe<ResolversTypes['CartPayload']>, ParentType, ContextType, RequireFields<MutationAttachMemberArgs, 'input'>>;
  cancelOrder?: Resolver<Maybe<ResolversTypes['OrderPayload']>, ParentType, ContextType, RequireFields<MutationCancelOrderArgs, 'input'>>;
  checkInOrder?: Resolver<Maybe<ResolversTypes['OrderPayload']>, ParentType, ContextType, RequireFields<MutationCheckInOrderArgs, 'input'>>;
  checkout?: Resolver<Maybe<ResolversTypes['CheckoutPayload']>, ParentType, ContextType, RequireFields<MutationCheckoutArgs, 'input'>>;
  createCart?: Resolver<Maybe<ResolversTypes['CartPayload']>, ParentType, ContextType, RequireFields<MutationCreateCartArgs, 'input'>>;
  createQuote?: Resolver<Maybe<ResolversTypes['QuotePayload']>, ParentType, ContextType, RequireFields<MutationCreateQuoteArgs, 'input'>>;
  refundOrder?: Resolver<Maybe<ResolversTypes['RefundOrderPayload']>, ParentType, ContextType, RequireFields<MutationRefundOrderArgs, 'input'>>;
  removeCartLine?: Resolver<Maybe<ResolversTypes['CartPayload']>, ParentType, ContextType, RequireFields<MutationRemoveCartLineArgs, 'input'>>;
  removePaymentMethod?: Resolver<Maybe<ResolversTypes['PaymentMethodPayload']>, ParentType, ContextType, RequireFields<MutationRemovePaymentMethodArgs, 'input'>>;
  selectCartBenefits?: Resolver<Maybe<ResolversTypes['CartPayload']>, ParentType, ContextType, RequireFields<MutationSelectCartBenefitsArgs, 'input'>>;
  updateCartLine?: Resolver<Maybe<ResolversTypes['CartPayload']>, ParentType, ContextType, RequireFields<MutationUpdateCartLineArgs, 'input'>>;
};

export type OfferResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Offer'] = ResolversParentTypes['Offer']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type OpeningHoursResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpeningHours'] = ResolversParentTypes['OpeningHours']> = {
  closesAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  handoffModes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['HandoffMode']>>, ParentType, ContextType>;
  opensAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  weekday?: Resolver<ResolversTypes['Weekday'], ParentType, ContextType>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  channel?: Resolver<ResolversTypes['SalesChannel'], ParentType, ContextType>;
  check?: Resolver<ResolversTypes['Check'], ParentType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  deferredSteps?: Resolver<ReadonlyArray<ResolversTypes['DeferredStep']>, ParentType, ContextType>;
  fulfilment?: Resolver<ResolversTypes['Fulfilment'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['OrderLine']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  paymentStatus?: Resolver<ResolversTypes['PaymentStatus'], ParentType, ContextType>;
  placedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refunds?: Resolver<ReadonlyArray<ResolversTypes['Refund']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  store?: Resolver<Maybe<ResolversTypes['Store']>, ParentType, ContextType>;
};

export type OrderConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderConnection'] = ResolversParentTypes['OrderConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OrderEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OrderEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderEdge'] = ResolversParentTypes['OrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
};

export type OrderLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderLine'] = ResolversParentTypes['OrderLine']> = {
  discountTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  menuItem?: Resolver<ResolversTypes['MenuItem'], ParentType, ContextType>;
  modifiers?: Resolver<ReadonlyArray<ResolversTypes['LineModifier']>, ParentType, ContextType>;
  nameAtPurchase?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refundedQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type OrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderPayload'] = ResolversParentTypes['OrderPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['OrderUserError']>, ParentType, ContextType>;
};

export type OrderUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderUserError'] = ResolversParentTypes['OrderUserError']> = {
  code?: Resolver<ResolversTypes['OrderErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PaymentMethodResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentMethod'] = ResolversParentTypes['PaymentMethod'], FederationReferenceType extends FederationReferenceTypes['PaymentMethod'] = FederationReferenceTypes['PaymentMethod']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PaymentMethod']> | FederationReferenceType, FederationReferenceType, ContextType>;
  brand?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiryMonth?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  expiryYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  last4?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['TenderType'], ParentType, ContextType>;
};

export type PaymentMethodPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentMethodPayload'] = ResolversParentTypes['PaymentMethodPayload']> = {
  paymentMethod?: Resolver<Maybe<ResolversTypes['PaymentMethod']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['OrderUserError']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType, RequireFields<QueryCartArgs, 'id'>>;
  me?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  menu?: Resolver<Maybe<ResolversTypes['Menu']>, ParentType, ContextType, RequireFields<QueryMenuArgs, 'handoffMode' | 'storeId'>>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderArgs, 'id'>>;
  quote?: Resolver<Maybe<ResolversTypes['Quote']>, ParentType, ContextType, RequireFields<QueryQuoteArgs, 'id'>>;
  store?: Resolver<Maybe<ResolversTypes['Store']>, ParentType, ContextType, RequireFields<QueryStoreArgs, 'id'>>;
  storesNear?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Store']>>, ParentType, ContextType, RequireFields<QueryStoresNearArgs, 'first' | 'latitude' | 'longitude'>>;
};

export type QuoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Quote'] = ResolversParentTypes['Quote'], FederationReferenceType extends FederationReferenceTypes['Quote'] = FederationReferenceTypes['Quote']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Quote']> | FederationReferenceType, FederationReferenceType, ContextType>;
  accrualBase?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  amountDue?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  cart?: Resolver<ResolversTypes['Cart'], ParentType, ContextType>;
  cartVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  customerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  discounts?: Resolver<ReadonlyArray<ResolversTypes['CheckDiscount']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  heldByGuest?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['CartLine']>, ParentType, ContextType>;
  pointsToBurn?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejectedBenefits?: Resolver<ReadonlyArray<ResolversTypes['RejectedBenefit']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['QuoteStatus'], ParentType, ContextType>;
  totals?: Resolver<ResolversTypes['CheckTotals'], ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QuotePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuotePayload'] = ResolversParentTypes['QuotePayload']> = {
  quote?: Resolver<Maybe<ResolversTypes['Quote']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['OrderUserError']>, ParentType, ContextType>;
};

export type RefundResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Refund'] = ResolversParentTypes['Refund'], FederationReferenceType extends FederationReferenceTypes['Refund'] = FederationReferenceTypes['Refund']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Refund']> | FederationReferenceType, FederationReferenceType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RefundStatus'], ParentType, ContextType>;
};

export type RefundOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundOrderPayload'] = ResolversParentTypes['RefundOrderPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  refund?: Resolver<Maybe<ResolversTypes['Refund']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['OrderUserError']>, ParentType, ContextType>;
};

export type RejectedBenefitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RejectedBenefit'] = ResolversParentTypes['RejectedBenefit']> = {
  offer?: Resolver<Maybe<ResolversTypes['Offer']>, ParentType, ContextType>;
  points?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['BenefitRejectionReason'], ParentType, ContextType>;
  reward?: Resolver<Maybe<ResolversTypes['LoyaltyReward']>, ParentType, ContextType>;
};

export type StoreResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Store'] = ResolversParentTypes['Store'], FederationReferenceType extends FederationReferenceTypes['Store'] = FederationReferenceTypes['Store']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Store']> | FederationReferenceType, FederationReferenceType, ContextType>;
  acceptingOrders?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['StoreAddress']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['CurrencyCode']>, ParentType, ContextType>;
  currentDaypart?: Resolver<Maybe<ResolversTypes['Daypart']>, ParentType, ContextType>;
  estimatedReadyMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  handoffModes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['HandoffMode']>>, ParentType, ContextType>;
  hours?: Resolver<Maybe<ReadonlyArray<ResolversTypes['OpeningHours']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['GeoPoint']>, ParentType, ContextType>;
  timeZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StoreAddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StoreAddress'] = ResolversParentTypes['StoreAddress']> = {
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  country?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line1?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TenderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Tender'] = ResolversParentTypes['Tender']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  maskedInstrument?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pointsBurned?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TenderStatus'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['TenderType'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  BenefitSelection?: BenefitSelectionResolvers<ContextType>;
  Cart?: CartResolvers<ContextType>;
  CartLine?: CartLineResolvers<ContextType>;
  CartPayload?: CartPayloadResolvers<ContextType>;
  Check?: CheckResolvers<ContextType>;
  CheckDiscount?: CheckDiscountResolvers<ContextType>;
  CheckTotals?: CheckTotalsResolvers<ContextType>;
  CheckoutPayload?: CheckoutPayloadResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  Customer?: CustomerResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeliveryAddress?: DeliveryAddressResolvers<ContextType>;
  Fulfilment?: FulfilmentResolvers<ContextType>;
  GeoPoint?: GeoPointResolvers<ContextType>;
  GuestContact?: GuestContactResolvers<ContextType>;
  LineModifier?: LineModifierResolvers<ContextType>;
  LoyaltyReward?: LoyaltyRewardResolvers<ContextType>;
  Menu?: MenuResolvers<ContextType>;
  MenuCategory?: MenuCategoryResolvers<ContextType>;
  MenuItem?: MenuItemResolvers<ContextType>;
  Modifier?: ModifierResolvers<ContextType>;
  ModifierGroup?: ModifierGroupResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Offer?: OfferResolvers<ContextType>;
  OpeningHours?: OpeningHoursResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  OrderLine?: OrderLineResolvers<ContextType>;
  OrderPayload?: OrderPayloadResolvers<ContextType>;
  OrderUserError?: OrderUserErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PaymentMethod?: PaymentMethodResolvers<ContextType>;
  PaymentMethodPayload?: PaymentMethodPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Quote?: QuoteResolvers<ContextType>;
  QuotePayload?: QuotePayloadResolvers<ContextType>;
  Refund?: RefundResolvers<ContextType>;
  RefundOrderPayload?: RefundOrderPayloadResolvers<ContextType>;
  RejectedBenefit?: RejectedBenefitResolvers<ContextType>;
  Store?: StoreResolvers<ContextType>;
  StoreAddress?: StoreAddressResolvers<ContextType>;
  Tender?: TenderResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};
