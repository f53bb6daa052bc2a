import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CustomerMapper, MoneyMapper, MoneyTotalMapper, OfferMapper, OfferEffectMapper, OfferUsageMapper, CustomerOfferMapper, OfferEligibilityMapper, OfferRedemptionMapper, OfferExportMapper, ActivateOfferPayloadMapper, UpsertOfferPayloadMapper } from '../mappers.ts';
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
  /** A whole number of minor units between -(2^53 - 1) and 2^53 - 1, as a JSON number. */
  MinorUnits: { input: number; output: number; }
  /** An absolute URL. */
  URL: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** An offer to activate. */
export type ActivateOfferInput = {
  /** Made by the client: a new one for each tap, the same one when it is sent again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Id of the offer, ofr_… */
  readonly offerId: Scalars['ID']['input'];
};

/** Outcome of a change of the customer's wallet. */
export type ActivateOfferPayload = {
  readonly __typename?: 'ActivateOfferPayload';
  /** The offer as the customer has it now; may be null when refused. */
  readonly customerOffer?: Maybe<CustomerOffer>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<OfferUserError>;
};

/** Whom an answer may be shared with. */
export type CacheControlScope =
  /** Nobody but the caller. So is everything that says nothing. */
  | 'PRIVATE'
  /** Everybody: it is the same for all who ask. */
  | 'PUBLIC';

/** A promo code. */
export type ClaimCodeInput = {
  /** What customers type. */
  readonly code: Scalars['String']['input'];
  /** How many customers may claim it. */
  readonly maxClaims?: Scalars['Int']['input'];
};

/** A promo code. */
export type ClaimOfferCodeInput = {
  /** The code as the person typed it; capitals and small letters are the same. */
  readonly code: Scalars['String']['input'];
  /** Made by the client: a new one for each attempt, the same one when it is sent again. */
  readonly idempotencyKey: Scalars['ID']['input'];
};

/** A member of the public who has signed up. */
export type Customer = {
  readonly __typename?: 'Customer';
  /** cus_ and 26 characters that sort by time of sign-up. */
  readonly id: Scalars['ID']['output'];
  /**
   * What the customer ever activated or used, whatever became of it, and what runs now for everybody or for a segment of
   * theirs. Those that take precedence come first.
   */
  readonly offers?: Maybe<CustomerOfferConnection>;
};


/** A member of the public who has signed up. */
export type CustomerOffersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CustomerOfferFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** An offer as one customer has it. */
export type CustomerOffer = {
  readonly __typename?: 'CustomerOffer';
  /** When the customer activated it; null when they did not. */
  readonly activatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the customer could redeem it now, at the store and channel of the filter that it was listed with. */
  readonly eligibility: OfferEligibility;
  /** When it stops; null when it runs until further notice. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** cof_… It stays the same when the customer activates the offer. */
  readonly id: Scalars['ID']['output'];
  /** The offer. The customer sees it here even when it no longer runs. */
  readonly offer: Offer;
  /** How often the customer can still use it; null without limit. */
  readonly redemptionsLeft?: Maybe<Scalars['Int']['output']>;
  /** What became of it. */
  readonly state: CustomerOfferState;
};

/** A page of a customer's offers. */
export type CustomerOfferConnection = {
  readonly __typename?: 'CustomerOfferConnection';
  /** The entries. */
  readonly edges: ReadonlyArray<CustomerOfferEdge>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
};

/** An entry of a list of a customer's offers. */
export type CustomerOfferEdge = {
  readonly __typename?: 'CustomerOfferEdge';
  /** Place of the entry in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The customer's offer. */
  readonly node: CustomerOffer;
};

/** Which of a customer's offers to list. Every part that is given must hold. */
export type CustomerOfferFilter = {
  /** Only offers that can be used here. */
  readonly channel?: InputMaybe<SalesChannel>;
  /** True: only what the customer could redeem now, or after activating it. */
  readonly eligibleOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only offers in one of these states. */
  readonly states?: InputMaybe<ReadonlyArray<CustomerOfferState>>;
  /** Only offers that this store takes part in. Eligibility is then told for this store, at its time of day. */
  readonly storeId?: InputMaybe<Scalars['ID']['input']>;
};

/** What became of a customer's offer. */
export type CustomerOfferState =
  /** In the wallet, ready for use. */
  | 'ACTIVATED'
  /** Not activated, or it need not be. */
  | 'AVAILABLE'
  /** Over before it was used up. */
  | 'EXPIRED'
  /** Used as often as it may be. */
  | 'REDEEMED'
  /** A checkout that is under way uses it. */
  | 'RESERVED'
  /** Taken back. */
  | 'REVOKED';

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

/** An offer to take out of the wallet. */
export type DeactivateOfferInput = {
  /** Id of the customer's offer, cof_… */
  readonly customerOfferId: Scalars['ID']['input'];
  /** Made by the client: a new one for each tap, the same one when it is sent again. */
  readonly idempotencyKey: Scalars['ID']['input'];
};

/** What a benefit is taken from. */
export type DiscountScope =
  /** The price of an item. */
  | 'ITEM'
  /** Nothing: it gives points. */
  | 'LOYALTY'
  /** The price of several items together. */
  | 'MULTI_ITEM'
  /** The charge for delivery or service. */
  | 'SERVICE_CHARGE'
  /** The sum of all items. */
  | 'SUBTOTAL';

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

/** Why an offer cannot be redeemed. */
export type IneligibilityReason =
  /** The money set aside for it is spent. */
  | 'BUDGET_EXHAUSTED'
  /** The customer has used it as often as they may, in all or today. */
  | 'CUSTOMER_CAP_REACHED'
  /** It is over. */
  | 'ENDED'
  /** The items that it is about are not on the order. */
  | 'ITEM_NOT_IN_CHECK'
  /** It gives points and the customer has not joined the program. */
  | 'LOYALTY_REQUIRED'
  /** The order is too small. */
  | 'MINIMUM_NOT_MET'
  /** The customer must activate it first. */
  | 'NOT_ACTIVATED'
  /** It is not meant for this customer, or was taken back. */
  | 'NOT_IN_AUDIENCE'
  /** Another offer on the check does not go together with it. */
  | 'NOT_STACKABLE'
  /** Its first day is still to come, or it is paused. */
  | 'NOT_STARTED'
  /** The customer's tier is too low. */
  | 'TIER_TOO_LOW'
  /** All customers together have used it as often as they may. */
  | 'TOTAL_CAP_REACHED'
  /** It cannot be used on this channel. */
  | 'WRONG_CHANNEL'
  /** The store takes another currency. */
  | 'WRONG_CURRENCY'
  /** Not at this time of day. */
  | 'WRONG_DAYPART'
  /** Not for this way of handing over. */
  | 'WRONG_HANDOFF'
  /** This store does not take part. */
  | 'WRONG_STORE';

/** Which offers marketing looks for. Every part that is given must hold. */
export type MarketingOfferFilter = {
  /** That end at this instant or earlier; offers without an end do not. */
  readonly endsBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Of one of these kinds. */
  readonly kinds?: InputMaybe<ReadonlyArray<OfferKind>>;
  /** Meant for this segment. */
  readonly segmentId?: InputMaybe<Scalars['ID']['input']>;
  /** That start at this instant or later. */
  readonly startsAfter?: InputMaybe<Scalars['DateTime']['input']>;
  /** In one of these statuses. */
  readonly statuses?: InputMaybe<ReadonlyArray<OfferStatus>>;
};

/** Something to eat or drink. */
export type MenuItem = {
  readonly __typename?: 'MenuItem';
  /** mit_… */
  readonly id: Scalars['ID']['output'];
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

/** A sum of money that may be larger than a Money can hold. */
export type MoneyTotal = {
  readonly __typename?: 'MoneyTotal';
  /** Sum in minor units. */
  readonly amountMinor: Scalars['MinorUnits']['output'];
  /** Currency of the sum, ISO 4217. */
  readonly currency: Scalars['CurrencyCode']['output'];
  /** How many decimals the currency has: 2 for USD, 0 for JPY. */
  readonly exponent: Scalars['Int']['output'];
};

/** A sum of money that may be larger than a MoneyInput can hold. */
export type MoneyTotalInput = {
  /** Sum in minor units. */
  readonly amountMinor: Scalars['MinorUnits']['input'];
  /** Currency of the sum, ISO 4217. */
  readonly currency: Scalars['CurrencyCode']['input'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Puts an offer into the signed-in customer's wallet, ready for use. */
  readonly activateOffer?: Maybe<ActivateOfferPayload>;
  /** Redeems a promo code for the offer behind it, which is then in the signed-in customer's wallet. */
  readonly claimOfferCode?: Maybe<ActivateOfferPayload>;
  /** Takes an offer back out of the signed-in customer's wallet. It can be activated again while it runs. */
  readonly deactivateOffer?: Maybe<ActivateOfferPayload>;
  /** Makes an offer, or replaces all of one but its usage. */
  readonly upsertOffer?: Maybe<UpsertOfferPayload>;
};


export type MutationActivateOfferArgs = {
  input: ActivateOfferInput;
};


export type MutationClaimOfferCodeArgs = {
  input: ClaimOfferCodeInput;
};


export type MutationDeactivateOfferArgs = {
  input: DeactivateOfferInput;
};


export type MutationUpsertOfferArgs = {
  input: UpsertOfferInput;
};

/** A promotion. */
export type Offer = {
  readonly __typename?: 'Offer';
  /** Segments that it is meant for. Empty: everybody. */
  readonly audience?: Maybe<ReadonlyArray<Segment>>;
  /** How often it can be used. */
  readonly caps?: Maybe<RedemptionCaps>;
  /** Where it can be used. Empty: everywhere. */
  readonly channels?: Maybe<ReadonlyArray<SalesChannel>>;
  /** Campaign code for reports. Not a promo code: those that customers claim are nowhere in the graph. */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** In which parts of the day, by the clock of the store. Empty: in all. */
  readonly dayparts?: Maybe<ReadonlyArray<Daypart>>;
  /** What it gives. */
  readonly effect?: Maybe<OfferEffect>;
  /** When it stops, this instant excluded; null when it runs until further notice. */
  readonly endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** For which ways of handing over. Empty: for all. */
  readonly handoffModes?: Maybe<ReadonlyArray<HandoffMode>>;
  /** ofr_… */
  readonly id: Scalars['ID']['output'];
  /** What sort of benefit it is. */
  readonly kind?: Maybe<OfferKind>;
  /** What the order must come to before discounts; null when any order will do. */
  readonly minimumSubtotal?: Maybe<Money>;
  /** Every single use, newest first. */
  readonly redemptions?: Maybe<OfferRedemptionConnection>;
  /** True when customers must activate it before they use it. */
  readonly requiresActivation?: Maybe<Scalars['Boolean']['output']>;
  /** How it goes together with other offers on a check. */
  readonly stacking?: Maybe<StackingPolicy>;
  /** From when on it runs. */
  readonly startsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it runs, as of now. */
  readonly status?: Maybe<OfferStatus>;
  /** Groups of stores that take part, for example airport. Empty: every store. */
  readonly storeGroupCodes?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** How often it was used so far. */
  readonly usage?: Maybe<OfferUsage>;
};


/** A promotion. */
export type OfferRedemptionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of offers. */
export type OfferConnection = {
  readonly __typename?: 'OfferConnection';
  /** The entries. */
  readonly edges: ReadonlyArray<OfferEdge>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
};

/** An entry of a list of offers. */
export type OfferEdge = {
  readonly __typename?: 'OfferEdge';
  /** Place of the entry in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The offer. */
  readonly node: Offer;
};

/** What an offer gives. The kind of the offer tells which of the fields are set; all others are null. */
export type OfferEffect = {
  readonly __typename?: 'OfferEffect';
  /** AMOUNT_OFF: how much less. */
  readonly amountOff?: Maybe<Money>;
  /** BONUS_POINTS: how many more points. */
  readonly bonusPoints?: Maybe<Scalars['Int']['output']>;
  /** BOGO and BUNDLE_PRICE: buy this many of `menuItems` … */
  readonly buyQuantity?: Maybe<Scalars['Int']['output']>;
  /** BUNDLE_PRICE: what the bundle costs. */
  readonly fixedPrice?: Maybe<Money>;
  /** BOGO: … and the cheapest this many of them are discounted. */
  readonly getQuantity?: Maybe<Scalars['Int']['output']>;
  /** The most that it takes off. */
  readonly maxDiscount?: Maybe<Money>;
  /** The items that it is about; null when it is about the whole order. */
  readonly menuItems?: Maybe<ReadonlyArray<MenuItem>>;
  /** PERCENT_OFF and BOGO: how much less in basis points; 1500 is 15 %. */
  readonly percentOffBps?: Maybe<Scalars['Int']['output']>;
  /** POINTS_MULTIPLIER: percent of the usual points; 200 doubles them. */
  readonly pointsMultiplierPercent?: Maybe<Scalars['Int']['output']>;
  /** What the benefit is taken from. */
  readonly scope: DiscountScope;
};

/** What an offer gives. It must have the fields that `kind` asks for and no others: INVALID_INPUT names the one that is wrong. */
export type OfferEffectInput = {
  /** AMOUNT_OFF: how much less. */
  readonly amountOff?: InputMaybe<MoneyInput>;
  /** BONUS_POINTS: how many more points. */
  readonly bonusPoints?: InputMaybe<Scalars['Int']['input']>;
  /** BOGO and BUNDLE_PRICE: buy this many of the items … */
  readonly buyQuantity?: InputMaybe<Scalars['Int']['input']>;
  /** BUNDLE_PRICE: what the bundle costs. */
  readonly fixedPrice?: InputMaybe<MoneyInput>;
  /** BOGO: … and the cheapest this many of them are discounted. */
  readonly getQuantity?: InputMaybe<Scalars['Int']['input']>;
  /** The most that it takes off; left out: without limit. */
  readonly maxDiscount?: InputMaybe<MoneyInput>;
  /** Ids of the items that it is about, mit_…; left out when it is about the whole order. */
  readonly menuItemIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** PERCENT_OFF and BOGO: how much less in basis points; 1500 is 15 %. */
  readonly percentOffBps?: InputMaybe<Scalars['Int']['input']>;
  /** POINTS_MULTIPLIER: percent of the usual points; 200 doubles them. */
  readonly pointsMultiplierPercent?: InputMaybe<Scalars['Int']['input']>;
  /** What the benefit is taken from. */
  readonly scope: DiscountScope;
};

/** Whether an offer can be redeemed. What depends on a check is told when there is one, by the quote. */
export type OfferEligibility = {
  readonly __typename?: 'OfferEligibility';
  /** True when nothing stands in the way. */
  readonly eligible: Scalars['Boolean']['output'];
  /** Everything that stands in the way; empty when nothing does. */
  readonly reasons: ReadonlyArray<IneligibilityReason>;
};

/** Why a change was refused. */
export type OfferErrorCode =
  /** The offer is in the wallet already. Show it as activated. */
  | 'ALREADY_ACTIVATED'
  /** The offer has been used, or its promo code claimed, as often as may be. For an offer, reasons says which cap it is. */
  | 'CAP_REACHED'
  /** This customer has claimed the promo code before; or it is good for one, and somebody else has. */
  | 'CODE_ALREADY_USED'
  /** There is no such promo code, or its offer is over. Let the person check what they typed. */
  | 'CODE_INVALID'
  /** The first request with this key is still at work. Send it again with the same key in a moment. */
  | 'IDEMPOTENCY_IN_PROGRESS'
  /** The key was used before with another input. Nothing was done; take a new key. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** Something in the input is wrong; path and message say what. Let the person correct it. */
  | 'INVALID_INPUT'
  /** The customer cannot have this offer; reasons says why. */
  | 'NOT_ELIGIBLE'
  /** There is no such offer, or it is not the customer's. */
  | 'NOT_FOUND';

/** A job that writes offers or redemptions into a file. */
export type OfferExport = {
  readonly __typename?: 'OfferExport';
  /** Signed link to the file; works until expiresAt. */
  readonly downloadUrl?: Maybe<Scalars['URL']['output']>;
  /** When it will be done, as far as can be told. */
  readonly estimatedCompletionAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the file is deleted. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Id of the export. */
  readonly id: Scalars['ID']['output'];
  /** What it holds. */
  readonly kind: OfferExportKind;
  /** What the file holds, once it is written. */
  readonly manifest?: Maybe<OfferExportManifest>;
  /** 0 to 100 while RUNNING. */
  readonly progressPercent?: Maybe<Scalars['Int']['output']>;
  /** Rows written. */
  readonly recordCount?: Maybe<Scalars['Int']['output']>;
  /** How far it is. */
  readonly status: OfferExportStatus;
};

/** What an export of offers holds. */
export type OfferExportKind =
  /** One row an offer. */
  | 'OFFERS'
  /** One row a redemption. */
  | 'REDEMPTIONS';

/** What an export file holds, so that the receiver can check it. */
export type OfferExportManifest = {
  readonly __typename?: 'OfferExportManifest';
  /** Size in bytes, as text because it may pass 2^31. */
  readonly bytes: Scalars['String']['output'];
  /** Names of the columns, in order. */
  readonly columns: ReadonlyArray<Scalars['String']['output']>;
  /** Rows without the heading. */
  readonly rows: Scalars['Int']['output'];
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: Scalars['String']['output'];
};

/** How far an export of offers is. */
export type OfferExportStatus =
  /** The file has been deleted. */
  | 'EXPIRED'
  /** It could not be written. */
  | 'FAILED'
  /** Waiting. */
  | 'QUEUED'
  /** Being written. */
  | 'RUNNING'
  /** The file is there. */
  | 'SUCCEEDED';

/** What sort of benefit an offer is. */
export type OfferKind =
  /** A fixed amount less. */
  | 'AMOUNT_OFF'
  /** Buy some, and the cheapest of them costs less or nothing. */
  | 'BOGO'
  /** Points on top of those that the order earns. */
  | 'BONUS_POINTS'
  /** Several items together for a fixed price. */
  | 'BUNDLE_PRICE'
  /** No charge for delivery. */
  | 'FREE_DELIVERY'
  /** An item for nothing. */
  | 'FREE_ITEM'
  /** A percentage less. */
  | 'PERCENT_OFF'
  /** The order earns a multiple of its points. */
  | 'POINTS_MULTIPLIER';

/** One use of an offer. It leads to no customer and to no order. */
export type OfferRedemption = {
  readonly __typename?: 'OfferRedemption';
  /** What it took off; zero for offers that give points. */
  readonly discount: Money;
  /** Id of the redemption. */
  readonly id: Scalars['ID']['output'];
  /** When it was used. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** Stands for the order, the same for all its offers; not the id of the order. Null until there is one. */
  readonly orderRef?: Maybe<Scalars['ID']['output']>;
  /** How far it got. */
  readonly status: OfferRedemptionStatus;
  /** Code of the store, as the tills know it. */
  readonly storeCode?: Maybe<Scalars['String']['output']>;
};

/** A page of redemptions. */
export type OfferRedemptionConnection = {
  readonly __typename?: 'OfferRedemptionConnection';
  /** The entries. */
  readonly edges: ReadonlyArray<OfferRedemptionEdge>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
};

/** An entry of a list of redemptions. */
export type OfferRedemptionEdge = {
  readonly __typename?: 'OfferRedemptionEdge';
  /** Place of the entry in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The redemption. */
  readonly node: OfferRedemption;
};

/** How far a redemption got. */
export type OfferRedemptionStatus =
  /** It is on an order. */
  | 'COMMITTED'
  /** The checkout came to nothing. */
  | 'RELEASED'
  /** A checkout holds it. */
  | 'RESERVED'
  /** The order was refunded or cancelled, and the use given back. One whose offer was over by then stays COMMITTED. */
  | 'REVERSED';

/** Whether an offer runs. */
export type OfferStatus =
  /** Not released yet. */
  | 'DRAFT'
  /** Over. */
  | 'ENDED'
  /** Running. */
  | 'LIVE'
  /** Taken off for the time being. */
  | 'PAUSED'
  /** Released; its first day is still to come. */
  | 'SCHEDULED';

/** How often an offer was used so far. */
export type OfferUsage = {
  readonly __typename?: 'OfferUsage';
  /** Customers who ever activated it, each once. New ones may take a moment to show. */
  readonly activated: Scalars['Int']['output'];
  /** What the discounts on orders came to, one sum a currency. */
  readonly discountGranted: ReadonlyArray<MoneyTotal>;
  /** Uses on orders. */
  readonly redeemed: Scalars['Int']['output'];
  /** Uses that the total cap still allows; null without one. */
  readonly remaining?: Maybe<Scalars['Int']['output']>;
  /** Uses of checkouts that are under way. */
  readonly reserved: Scalars['Int']['output'];
};

/** One reason why a change was refused. */
export type OfferUserError = {
  readonly __typename?: 'OfferUserError';
  /** What programs go by. */
  readonly code: OfferErrorCode;
  /** A sentence for people. */
  readonly message: Scalars['String']['output'];
  /** The way from the argument to what is wrong, for example `input` and `code`; positions in lists count from 0. Null when it is no part of the input. */
  readonly path?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** NOT_ELIGIBLE and CAP_REACHED: everything that stands in the way of the offer. Null for other codes, and when a promo code is used up. */
  readonly reasons?: Maybe<ReadonlyArray<IneligibilityReason>>;
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

export type Query = {
  readonly __typename?: 'Query';
  /** Offers in every status, by campaign code. */
  readonly marketingOffers?: Maybe<OfferConnection>;
  /** The signed-in customer; null for guests, staff and machines. Answered from the token alone. */
  readonly me?: Maybe<Customer>;
  /** One offer. Only marketing sees offers that are not LIVE; for everybody else they are null. */
  readonly offer?: Maybe<Offer>;
  /** An export of offers or redemptions, as far as it got. */
  readonly offerExport?: Maybe<OfferExport>;
  /** Offers for everybody that run now, those that take precedence first. Personal ones are in Customer.offers. */
  readonly publicOffers?: Maybe<OfferConnection>;
};


export type QueryMarketingOffersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MarketingOfferFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryOfferArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOfferExportArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPublicOffersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  channel?: InputMaybe<SalesChannel>;
  first?: InputMaybe<Scalars['Int']['input']>;
  storeId?: InputMaybe<Scalars['ID']['input']>;
};

/** How often an offer can be used. Uses of checkouts under way count. Null: without limit. */
export type RedemptionCaps = {
  readonly __typename?: 'RedemptionCaps';
  /** What all discounts together may come to. */
  readonly budget?: Maybe<MoneyTotal>;
  /** On one check. */
  readonly perCheck: Scalars['Int']['output'];
  /** By one customer. */
  readonly perCustomer?: Maybe<Scalars['Int']['output']>;
  /** By one customer on one day, by the clock of the store. */
  readonly perCustomerPerDay?: Maybe<Scalars['Int']['output']>;
  /** By all customers together. */
  readonly total?: Maybe<Scalars['Int']['output']>;
};

/** How often an offer can be used. What is left out is without limit. */
export type RedemptionCapsInput = {
  /** What all discounts together may come to. */
  readonly budget?: InputMaybe<MoneyTotalInput>;
  /** On one check. */
  readonly perCheck?: Scalars['Int']['input'];
  /** By one customer. */
  readonly perCustomer?: InputMaybe<Scalars['Int']['input']>;
  /** By one customer on one day, by the clock of the store. */
  readonly perCustomerPerDay?: InputMaybe<Scalars['Int']['input']>;
  /** By all customers together. */
  readonly total?: InputMaybe<Scalars['Int']['input']>;
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

/** An audience for marketing, defined by rules. */
export type Segment = {
  readonly __typename?: 'Segment';
  /** seg_… */
  readonly id: Scalars['ID']['output'];
};

/** Whether an offer bears others on the same check. */
export type StackingMode =
  /** It stands alone. */
  | 'EXCLUSIVE'
  /** Others may be there. */
  | 'STACKABLE';

/** How an offer goes together with others on a check. */
export type StackingPolicy = {
  readonly __typename?: 'StackingPolicy';
  /** A check takes one offer of a group at most; null when it belongs to none. */
  readonly exclusivityGroup?: Maybe<Scalars['String']['output']>;
  /** Whether there may be others at all. */
  readonly mode: StackingMode;
  /** The higher one is applied first; of equals, the one with the lower id. */
  readonly priority: Scalars['Int']['output'];
};

/** A whole offer: what is left out or null is not set, also where the offer had it before. */
export type UpsertOfferInput = {
  /** How often it can be used. Left out: once on a check, else without limit. */
  readonly caps?: InputMaybe<RedemptionCapsInput>;
  /** Where it can be used. Left out or empty: everywhere. */
  readonly channels?: InputMaybe<ReadonlyArray<SalesChannel>>;
  /** Promo codes that customers may claim: new ones, or others of this offer with a new limit. Codes that are not in the list stay. No answer ever shows them again. */
  readonly claimCodes?: InputMaybe<ReadonlyArray<ClaimCodeInput>>;
  /** Campaign code for reports: up to 64 letters, digits, dots, dashes and underscores, and no other offer's; capitals and small letters are the same. */
  readonly code: Scalars['String']['input'];
  /** In which parts of the day, by the clock of the store. Left out or empty: in all. */
  readonly dayparts?: InputMaybe<ReadonlyArray<Daypart>>;
  /** What it gives. */
  readonly effect: OfferEffectInput;
  /** When it stops, this instant excluded; left out: until further notice. */
  readonly endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** A check takes one offer of a group at most; left out: it belongs to none. */
  readonly exclusivityGroup?: InputMaybe<Scalars['String']['input']>;
  /** For which ways of handing over. Left out or empty: for all. */
  readonly handoffModes?: InputMaybe<ReadonlyArray<HandoffMode>>;
  /** Id of the offer to replace, ofr_…; left out for a new one. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** Made by the client: a new one for each change, the same one when it is sent again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** What sort of benefit it is. */
  readonly kind: OfferKind;
  /** What the order must come to before discounts; left out: any order will do. */
  readonly minimumSubtotal?: InputMaybe<MoneyInput>;
  /** The higher one is applied first; of equals, the one with the lower id. */
  readonly priority?: Scalars['Int']['input'];
  /** True: customers must activate it before they use it. */
  readonly requiresActivation?: Scalars['Boolean']['input'];
  /** Ids of the segments that it is meant for, seg_… Left out or empty: everybody. */
  readonly segmentIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Whether there may be other offers on the check. */
  readonly stackingMode?: StackingMode;
  /** From when on it runs. */
  readonly startsAt: Scalars['DateTime']['input'];
  /** Whether it is released. A released one is SCHEDULED, LIVE or ENDED by its dates; DRAFT and PAUSED keep it from running. It is no DRAFT again once released, and ENDED is for good. */
  readonly status: OfferStatus;
  /** Groups of stores that take part. Left out or empty: every store. */
  readonly storeGroupCodes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** Outcome of making or replacing an offer. */
export type UpsertOfferPayload = {
  readonly __typename?: 'UpsertOfferPayload';
  /** The offer as it is now, in whatever status; null when refused. */
  readonly offer?: Maybe<Offer>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<OfferUserError>;
};



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
  Customer: Customer;
  CustomerOffer: CustomerOffer;
  Offer: Offer;
  OfferExport: OfferExport;
  OfferRedemption: OfferRedemption;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Customer:
    ( { __typename: 'Customer' }
    & GraphQLRecursivePick<FederationTypes['Customer'], {"id":true}> );
  CustomerOffer:
    ( { __typename: 'CustomerOffer' }
    & GraphQLRecursivePick<FederationTypes['CustomerOffer'], {"id":true}> );
  Offer:
    ( { __typename: 'Offer' }
    & GraphQLRecursivePick<FederationTypes['Offer'], {"id":true}> );
  OfferExport:
    ( { __typename: 'OfferExport' }
    & GraphQLRecursivePick<FederationTypes['OfferExport'], {"id":true}> );
  OfferRedemption:
    ( { __typename: 'OfferRedemption' }
    & GraphQLRecursivePick<FederationTypes['OfferRedemption'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ActivateOfferInput: ActivateOfferInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ActivateOfferPayload: ResolverTypeWrapper<ActivateOfferPayloadMapper>;
  CacheControlScope: CacheControlScope;
  ClaimCodeInput: ClaimCodeInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ClaimOfferCodeInput: ClaimOfferCodeInput;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  Customer: ResolverTypeWrapper<CustomerMapper>;
  CustomerOffer: ResolverTypeWrapper<CustomerOfferMapper>;
  CustomerOfferConnection: ResolverTypeWrapper<Omit<CustomerOfferConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['CustomerOfferEdge']> }>;
  CustomerOfferEdge: ResolverTypeWrapper<Omit<CustomerOfferEdge, 'node'> & { node: ResolversTypes['CustomerOffer'] }>;
  CustomerOfferFilter: CustomerOfferFilter;
  CustomerOfferState: CustomerOfferState;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Daypart: Daypart;
  DeactivateOfferInput: DeactivateOfferInput;
  DiscountScope: DiscountScope;
  HandoffMode: HandoffMode;
  IneligibilityReason: IneligibilityReason;
  MarketingOfferFilter: MarketingOfferFilter;
  MenuItem: ResolverTypeWrapper<MenuItem>;
  MinorUnits: ResolverTypeWrapper<Scalars['MinorUnits']['output']>;
  Money: ResolverTypeWrapper<MoneyMapper>;
  MoneyInput: MoneyInput;
  MoneyTotal: ResolverTypeWrapper<MoneyTotalMapper>;
  MoneyTotalInput: MoneyTotalInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Offer: ResolverTypeWrapper<OfferMapper>;
  OfferConnection: ResolverTypeWrapper<Omit<OfferConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['OfferEdge']> }>;
  OfferEdge: ResolverTypeWrapper<Omit<OfferEdge, 'node'> & { node: ResolversTypes['Offer'] }>;
  OfferEffect: ResolverTypeWrapper<OfferEffectMapper>;
  OfferEffectInput: OfferEffectInput;
  OfferEligibility: ResolverTypeWrapper<OfferEligibilityMapper>;
  OfferErrorCode: OfferErrorCode;
  OfferExport: ResolverTypeWrapper<OfferExportMapper>;
  OfferExportKind: OfferExportKind;
  OfferExportManifest: ResolverTypeWrapper<OfferExportManifest>;
  OfferExportStatus: OfferExportStatus;
  OfferKind: OfferKind;
  OfferRedemption: ResolverTypeWrapper<OfferRedemptionMapper>;
  OfferRedemptionConnection: ResolverTypeWrapper<Omit<OfferRedemptionConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['OfferRedemptionEdge']> }>;
  OfferRedemptionEdge: ResolverTypeWrapper<Omit<OfferRedemptionEdge, 'node'> & { node: ResolversTypes['OfferRedemption'] }>;
  OfferRedemptionStatus: OfferRedemptionStatus;
  OfferStatus: OfferStatus;
  OfferUsage: ResolverTypeWrapper<OfferUsageMapper>;
  OfferUserError: ResolverTypeWrapper<OfferUserError>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RedemptionCaps: ResolverTypeWrapper<Omit<RedemptionCaps, 'budget'> & { budget?: Maybe<ResolversTypes['MoneyTotal']> }>;
  RedemptionCapsInput: RedemptionCapsInput;
  SalesChannel: SalesChannel;
  Segment: ResolverTypeWrapper<Segment>;
  StackingMode: StackingMode;
  StackingPolicy: ResolverTypeWrapper<StackingPolicy>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  UpsertOfferInput: UpsertOfferInput;
  UpsertOfferPayload: ResolverTypeWrapper<UpsertOfferPayloadMapper>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ActivateOfferInput: ActivateOfferInput;
  ID: Scalars['ID']['output'];
  ActivateOfferPayload: ActivateOfferPayloadMapper;
  ClaimCodeInput: ClaimCodeInput;
  String: Scalars['String']['output'];
  ClaimOfferCodeInput: ClaimOfferCodeInput;
  CurrencyCode: Scalars['CurrencyCode']['output'];
  Customer: CustomerMapper;
  CustomerOffer: CustomerOfferMapper;
  CustomerOfferConnection: Omit<CustomerOfferConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['CustomerOfferEdge']> };
  CustomerOfferEdge: Omit<CustomerOfferEdge, 'node'> & { node: ResolversParentTypes['CustomerOffer'] };
  CustomerOfferFilter: CustomerOfferFilter;
  DateTime: Scalars['DateTime']['output'];
  DeactivateOfferInput: DeactivateOfferInput;
  MarketingOfferFilter: MarketingOfferFilter;
  MenuItem: MenuItem;
  MinorUnits: Scalars['MinorUnits']['output'];
  Money: MoneyMapper;
  MoneyInput: MoneyInput;
  MoneyTotal: MoneyTotalMapper;
  MoneyTotalInput: MoneyTotalInput;
  Mutation: Record<PropertyKey, never>;
  Offer: OfferMapper;
  OfferConnection: Omit<OfferConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['OfferEdge']> };
  OfferEdge: Omit<OfferEdge, 'node'> & { node: ResolversParentTypes['Offer'] };
  OfferEffect: OfferEffectMapper;
  OfferEffectInput: OfferEffectInput;
  OfferEligibility: OfferEligibilityMapper;
  OfferExport: OfferExportMapper;
  OfferExportManifest: OfferExportManifest;
  OfferRedemption: OfferRedemptionMapper;
  OfferRedemptionConnection: Omit<OfferRedemptionConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['OfferRedemptionEdge']> };
  OfferRedemptionEdge: Omit<OfferRedemptionEdge, 'node'> & { node: ResolversParentTypes['OfferRedemption'] };
  OfferUsage: OfferUsageMapper;
  OfferUserError: OfferUserError;
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  RedemptionCaps: Omit<RedemptionCaps, 'budget'> & { budget?: Maybe<ResolversParentTypes['MoneyTotal']> };
  RedemptionCapsInput: RedemptionCapsInput;
  Segment: Segment;
  StackingPolicy: StackingPolicy;
  URL: Scalars['URL']['output'];
  UpsertOfferInput: UpsertOfferInput;
  UpsertOfferPayload: UpsertOfferPayloadMapper;
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
};

export type CacheControlDirectiveArgs = {
  inheritMaxAge?: Maybe<Scalars['Boolean']['input']>;
  maxAge?: Maybe<Scalars['Int']['input']>;
  scope?: Maybe<CacheControlScope>;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ActivateOfferPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivateOfferPayload'] = ResolversParentTypes['ActivateOfferPayload']> = {
  customerOffer?: Resolver<Maybe<ResolversTypes['CustomerOffer']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['OfferUserError']>, ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export type CustomerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  offers?: Resolver<Maybe<ResolversTypes['CustomerOfferConnection']>, ParentType, ContextType, RequireFields<CustomerOffersArgs, 'first'>>;
};

export type CustomerOfferResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerOffer'] = ResolversParentTypes['CustomerOffer'], FederationReferenceType extends FederationReferenceTypes['CustomerOffer'] = FederationReferenceTypes['CustomerOffer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CustomerOffer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  activatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  eligibility?: Resolver<ResolversTypes['OfferEligibility'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  offer?: Resolver<ResolversTypes['Offer'], ParentType, ContextType>;
  redemptionsLeft?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CustomerOfferState'], ParentType, ContextType>;
};

export type CustomerOfferConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerOfferConnection'] = ResolversParentTypes['CustomerOfferConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CustomerOfferEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CustomerOfferEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerOfferEdge'] = ResolversParentTypes['CustomerOfferEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CustomerOffer'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type MenuItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MenuItem'] = ResolversParentTypes['MenuItem']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface MinorUnitsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MinorUnits'], any> {
  name: 'MinorUnits';
}

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amountMinor?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  exponent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MoneyTotalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoneyTotal'] = ResolversParentTypes['MoneyTotal']> = {
  amountMinor?: Resolver<ResolversTypes['MinorUnits'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  exponent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  activateOffer?: Resolver<Maybe<ResolversTypes['ActivateOfferPayload']>, ParentType, ContextType, RequireFields<MutationActivateOfferArgs, 'input'>>;
  claimOfferCode?: Resolver<Maybe<ResolversTypes['ActivateOfferPayload']>, ParentType, ContextType, RequireFields<MutationClaimOfferCodeArgs, 'input'>>;
  deactivateOffer?: Resolver<Maybe<ResolversTypes['ActivateOfferPayload']>, ParentType, ContextType, RequireFields<MutationDeactivateOfferArgs, 'input'>>;
  upsertOffer?: Resolver<Maybe<ResolversTypes['UpsertOfferPayload']>, ParentType, ContextType, RequireFields<MutationUpsertOfferArgs, 'input'>>;
};

export type OfferResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Offer'] = ResolversParentTypes['Offer'], FederationReferenceType extends FederationReferenceTypes['Offer'] = FederationReferenceTypes['Offer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Offer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  audience?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Segment']>>, ParentType, ContextType>;
  caps?: Resolver<Maybe<ResolversTypes['RedemptionCaps']>, ParentType, ContextType>;
  channels?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SalesChannel']>>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dayparts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Daypart']>>, ParentType, ContextType>;
  effect?: Resolver<Maybe<ResolversTypes['OfferEffect']>, ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  handoffModes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['HandoffMode']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['OfferKind']>, ParentType, ContextType>;
  minimumSubtotal?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  redemptions?: Resolver<Maybe<ResolversTypes['OfferRedemptionConnection']>, ParentType, ContextType, RequireFields<OfferRedemptionsArgs, 'first'>>;
  requiresActivation?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  stacking?: Resolver<Maybe<ResolversTypes['StackingPolicy']>, ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['OfferStatus']>, ParentType, ContextType>;
  storeGroupCodes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  usage?: Resolver<Maybe<ResolversTypes['OfferUsage']>, ParentType, ContextType>;
};

export type OfferConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferConnection'] = ResolversParentTypes['OfferConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OfferEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OfferEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferEdge'] = ResolversParentTypes['OfferEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Offer'], ParentType, ContextType>;
};

export type OfferEffectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferEffect'] = ResolversParentTypes['OfferEffect']> = {
  amountOff?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  bonusPoints?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  buyQuantity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  fixedPrice?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  getQuantity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxDiscount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  menuItems?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MenuItem']>>, ParentType, ContextType>;
  percentOffBps?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  pointsMultiplierPercent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['DiscountScope'], ParentType, ContextType>;
};

export type OfferEligibilityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferEligibility'] = ResolversParentTypes['OfferEligibility']> = {
  eligible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['IneligibilityReason']>, ParentType, ContextType>;
};

export type OfferExportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferExport'] = ResolversParentTypes['OfferExport'], FederationReferenceType extends FederationReferenceTypes['OfferExport'] = FederationReferenceTypes['OfferExport']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['OfferExport']> | FederationReferenceType, FederationReferenceType, ContextType>;
  downloadUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  estimatedCompletionAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OfferExportKind'], ParentType, ContextType>;
  manifest?: Resolver<Maybe<ResolversTypes['OfferExportManifest']>, ParentType, ContextType>;
  progressPercent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  recordCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OfferExportStatus'], ParentType, ContextType>;
};

export type OfferExportManifestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferExportManifest'] = ResolversParentTypes['OfferExportManifest']> = {
  bytes?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  columns?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OfferRedemptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferRedemption'] = ResolversParentTypes['OfferRedemption'], FederationReferenceType extends FederationReferenceTypes['OfferRedemption'] = FederationReferenceTypes['OfferRedemption']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['OfferRedemption']> | FederationReferenceType, FederationReferenceType, ContextType>;
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  orderRef?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OfferRedemptionStatus'], ParentType, ContextType>;
  storeCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OfferRedemptionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferRedemptionConnection'] = ResolversParentTypes['OfferRedemptionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OfferRedemptionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OfferRedemptionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferRedemptionEdge'] = ResolversParentTypes['OfferRedemptionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OfferRedemption'], ParentType, ContextType>;
};

export type OfferUsageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferUsage'] = ResolversParentTypes['OfferUsage']> = {
  activated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  discountGranted?: Resolver<ReadonlyArray<ResolversTypes['MoneyTotal']>, ParentType, ContextType>;
  redeemed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  remaining?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reserved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OfferUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferUserError'] = ResolversParentTypes['OfferUserError']> = {
  code?: Resolver<ResolversTypes['OfferErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  reasons?: Resolver<Maybe<ReadonlyArray<ResolversTypes['IneligibilityReason']>>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  marketingOffers?: Resolver<Maybe<ResolversTypes['OfferConnection']>, ParentType, ContextType, RequireFields<QueryMarketingOffersArgs, 'first'>>;
  me?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  offer?: Resolver<Maybe<ResolversTypes['Offer']>, ParentType, ContextType, RequireFields<QueryOfferArgs, 'id'>>;
  offerExport?: Resolver<Maybe<ResolversTypes['OfferExport']>, ParentType, ContextType, RequireFields<QueryOfferExportArgs, 'id'>>;
  publicOffers?: Resolver<Maybe<ResolversTypes['OfferConnection']>, ParentType, ContextType, RequireFields<QueryPublicOffersArgs, 'first'>>;
};

export type RedemptionCapsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedemptionCaps'] = ResolversParentTypes['RedemptionCaps']> = {
  budget?: Resolver<Maybe<ResolversTypes['MoneyTotal']>, ParentType, ContextType>;
  perCheck?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  perCustomer?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  perCustomerPerDay?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SegmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Segment'] = ResolversParentTypes['Segment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type StackingPolicyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StackingPolicy'] = ResolversParentTypes['StackingPolicy']> = {
  exclusivityGroup?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['StackingMode'], ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type UpsertOfferPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpsertOfferPayload'] = ResolversParentTypes['UpsertOfferPayload']> = {
  offer?: Resolver<Maybe<ResolversTypes['Offer']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['OfferUserError']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  ActivateOfferPayload?: ActivateOfferPayloadResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  Customer?: CustomerResolvers<ContextType>;
  CustomerOffer?: CustomerOfferResolvers<ContextType>;
  CustomerOfferConnection?: CustomerOfferConnectionResolvers<ContextType>;
  CustomerOfferEdge?: CustomerOfferEdgeResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  MenuItem?: MenuItemResolvers<ContextType>;
  MinorUnits?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  MoneyTotal?: MoneyTotalResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Offer?: OfferResolvers<ContextType>;
  OfferConnection?: OfferConnectionResolvers<ContextType>;
  OfferEdge?: OfferEdgeResolvers<ContextType>;
  OfferEffect?: OfferEffectResolvers<ContextType>;
  OfferEligibility?: OfferEligibilityResolvers<ContextType>;
  OfferExport?: OfferExportResolvers<ContextType>;
  OfferExportManifest?: OfferExportManifestResolvers<ContextType>;
  OfferRedemption?: OfferRedemptionResolvers<ContextType>;
  OfferRedemptionConnection?: OfferRedemptionConnectionResolvers<ContextType>;
  OfferRedemptionEdge?: OfferRedemptionEdgeResolvers<ContextType>;
  OfferUsage?: OfferUsageResolvers<ContextType>;
  OfferUserError?: OfferUserErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RedemptionCaps?: RedemptionCapsResolvers<ContextType>;
  Segment?: SegmentResolvers<ContextType>;
  StackingPolicy?: StackingPolicyResolvers<ContextType>;
  URL?: GraphQLScalarType;
  UpsertOfferPayload?: UpsertOfferPayloadResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};
