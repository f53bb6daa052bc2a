import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CustomerMapper, LoyaltyAccountMapper, LoyaltyProgramMapper, LoyaltyRewardMapper, LedgerEntryMapper, MoneyMapper, WalletMapper, AccountRewardMapper, OrderMapper, OrderLoyaltyMapper, QuoteMapper } from '../mappers.ts';
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
  /** A calendar date, for example 2026-03-01. */
  Date: { input: string; output: string; }
  /** An instant in UTC as RFC 3339, for example 2026-03-01T12:00:00Z. */
  DateTime: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** A reward as one member sees it. */
export type AccountReward = {
  readonly __typename?: 'AccountReward';
  /** The available points pay for it. */
  readonly affordable: Scalars['Boolean']['output'];
  /** Points that are missing; 0 when it is affordable. */
  readonly pointsShort: Scalars['Int']['output'];
  /** The reward. */
  readonly reward: LoyaltyReward;
};

/** A correction of points. */
export type AdjustPointsInput = {
  /** Id of the account, lac_… */
  readonly accountId: Scalars['ID']['input'];
  /** Made by the client: a new one for each correction, the same one when it is sent again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Points to give; negative to take. Not 0. */
  readonly points: Scalars['Int']['input'];
  /** Why. The member reads it in the ledger. */
  readonly reason: Scalars['String']['input'];
  /** The wallet to correct, as in Wallet.code. */
  readonly walletCode: Scalars['String']['input'];
};

/** Outcome of a correction of points. */
export type AdjustPointsPayload = {
  readonly __typename?: 'AdjustPointsPayload';
  /** The new entry of the ledger, PENDING until the system of record has booked it; null when refused. */
  readonly entry?: Maybe<LedgerEntry>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<LoyaltyUserError>;
};

/** Whom an answer may be shared with. */
export type CacheControlScope =
  /** Nobody but the caller. So is everything that says nothing. */
  | 'PRIVATE'
  /** Everybody: it is the same for all who ask. */
  | 'PUBLIC';

/** A member of the public who has signed up. */
export type Customer = {
  readonly __typename?: 'Customer';
  /** cus_ and 26 characters that sort by time of sign-up. */
  readonly id: Scalars['ID']['output'];
  /** The customer's points account; null when they have not joined the program. */
  readonly loyaltyAccount?: Maybe<LoyaltyAccount>;
};

/** How old a balance is. */
export type DataFreshness = {
  readonly __typename?: 'DataFreshness';
  /** When it was true. */
  readonly asOf: Scalars['DateTime']['output'];
  /** Where it comes from. */
  readonly source: FreshnessSource;
};

/** How a customer joins a program. */
export type EnrollInLoyaltyInput = {
  /** Made by the client: a new one for each enrolment, the same one when it is sent again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Code of the program. */
  readonly programCode?: Scalars['String']['input'];
  /** Code of the member who recommended the program. */
  readonly referralCode?: InputMaybe<Scalars['String']['input']>;
  /** Version of the program's terms that the customer accepted, from content's LegalDocument. */
  readonly termsVersion: Scalars['String']['input'];
};

/** Outcome of an enrolment. */
export type EnrollInLoyaltyPayload = {
  readonly __typename?: 'EnrollInLoyaltyPayload';
  /** The account; null when refused, except for ALREADY_ENROLLED, where it is the one that the customer has. */
  readonly account?: Maybe<LoyaltyAccount>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<LoyaltyUserError>;
};

/** Where a balance comes from. */
export type FreshnessSource =
  /** Read from it within the last half minute. */
  | 'CACHED'
  /** Read from the system of record for this very answer. */
  | 'LIVE'
  /** The last known value: the system of record did not answer. */
  | 'SNAPSHOT';

/** One movement of points. It is never changed: a mistake is corrected by another entry. */
export type LedgerEntry = {
  readonly __typename?: 'LedgerEntry';
  /** A sentence for the member. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** For credits: the last day on which the points can be spent. */
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  /** led_… */
  readonly id: Scalars['ID']['output'];
  /** Its number in the system of record, 64 bits. */
  readonly legacyTransactionId?: Maybe<Scalars['String']['output']>;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The order that it belongs to. */
  readonly order?: Maybe<Order>;
  /** Credits are positive, debits negative. */
  readonly points: Scalars['Int']['output'];
  /** When the system of record booked it; null until then. */
  readonly postedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it counts towards the tier; other than zero for ACCRUAL and its REVERSAL only. */
  readonly qualifyingPoints: Scalars['Int']['output'];
  /** For REVERSAL: the entry that it takes back, in whole or in part. */
  readonly reversalOf?: Maybe<LedgerEntry>;
  /** How far the booking is. */
  readonly status: LedgerEntryStatus;
  /** Why points moved. */
  readonly type: LedgerEntryType;
  /** The wallet that it changed. */
  readonly walletCode: Scalars['String']['output'];
};

/** A page of movements. */
export type LedgerEntryConnection = {
  readonly __typename?: 'LedgerEntryConnection';
  /** The entries. */
  readonly edges: ReadonlyArray<LedgerEntryEdge>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
};

/** An entry of a list of movements. */
export type LedgerEntryEdge = {
  readonly __typename?: 'LedgerEntryEdge';
  /** Place of the entry in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The movement. */
  readonly node: LedgerEntry;
};

/** How far a movement is booked. */
export type LedgerEntryStatus =
  /** Refused by the system of record; it changes nothing. */
  | 'FAILED'
  /** Known to us, not yet to the system of record. */
  | 'PENDING'
  /** Booked. */
  | 'POSTED';

/** Why points moved. */
export type LedgerEntryType =
  /** Earned by an order. */
  | 'ACCRUAL'
  /** Corrected by customer service, or granted. */
  | 'ADJUSTMENT'
  /** Ran out. */
  | 'EXPIRATION'
  /** Spent. */
  | 'REDEMPTION'
  /** Taken or given back, because an order was refunded or cancelled. */
  | 'REVERSAL';

/** Which movements to list. All conditions must hold. */
export type LedgerFilter = {
  /** From this instant on. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Before this instant. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only these types; all of them when left out. */
  readonly types?: InputMaybe<ReadonlyArray<LedgerEntryType>>;
};

/** A plastic card that gets an owner. */
export type LinkLoyaltyCardInput = {
  /** Number on the card, digits only. */
  readonly cardNumber: Scalars['String']['input'];
  /** Made by the client: a new one for each attempt, the same one when it is sent again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Code that proves who holds the card, where it has one. */
  readonly registrationCode?: InputMaybe<Scalars['String']['input']>;
};

/** Outcome of linking a card. */
export type LinkLoyaltyCardPayload = {
  readonly __typename?: 'LinkLoyaltyCardPayload';
  /** The account that the card belongs to now; null when refused. */
  readonly account?: Maybe<LoyaltyAccount>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<LoyaltyUserError>;
};

/**
 * The membership of one customer in a program. Balances come from another system that may be slow or down: they are then
 * the last known ones, and `freshness` says so. Everything else here does not depend on it.
 */
export type LoyaltyAccount = {
  readonly __typename?: 'LoyaltyAccount';
  /** Whose account it is. */
  readonly customer?: Maybe<Customer>;
  /** When the customer joined; null while the enrolment is under way. */
  readonly enrolledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Points that run out soon unless they are spent, earliest first. Points on hold are not among them. */
  readonly expiringPoints?: Maybe<ReadonlyArray<PointsExpiration>>;
  /** Where the balances of this answer come from. */
  readonly freshness: DataFreshness;
  /** lac_… */
  readonly id: Scalars['ID']['output'];
  /** Every movement of points, newest first. */
  readonly ledger?: Maybe<LedgerEntryConnection>;
  /** Last digits of the member card, for recognition only. */
  readonly maskedCardNumber?: Maybe<Scalars['String']['output']>;
  /** A code for the scanner at till or kiosk. Ask again when it has run out. Null unless the account is active. */
  readonly memberCode?: Maybe<MemberCode>;
  /** The points that can be spent. */
  readonly points?: Maybe<WalletBalance>;
  /** The program that the customer joined. */
  readonly program?: Maybe<LoyaltyProgram>;
  /** What the program offers for points, cheapest first, and whether the balance suffices. */
  readonly rewards?: Maybe<ReadonlyArray<AccountReward>>;
  /** Whether points can be earned and spent. */
  readonly status: LoyaltyAccountStatus;
  /** The level of membership and the way to the next one. */
  readonly tierStatus?: Maybe<TierStatus>;
  /** Everything the account holds a balance of. */
  readonly wallets?: Maybe<ReadonlyArray<Wallet>>;
};


/**
 * The membership of one customer in a program. Balances come from another system that may be slow or down: they are then
 * the last known ones, and `freshness` says so. Everything else here does not depend on it.
 */
export type LoyaltyAccountExpiringPointsArgs = {
  withinDays?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * The membership of one customer in a program. Balances come from another system that may be slow or down: they are then
 * the last known ones, and `freshness` says so. Everything else here does not depend on it.
 */
export type LoyaltyAccountLedgerArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LedgerFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * The membership of one customer in a program. Balances come from another system that may be slow or down: they are then
 * the last known ones, and `freshness` says so. Everything else here does not depend on it.
 */
export type LoyaltyAccountRewardsArgs = {
  affordableOnly?: InputMaybe<Scalars['Boolean']['input']>;
};

/** State of a loyalty account. */
export type LoyaltyAccountStatus =
  /** Points can be earned and spent. */
  | 'ACTIVE'
  /** Given up; the ledger remains. */
  | 'CLOSED'
  /** The customer has joined; the card is still being made out. Points are earned already. */
  | 'PENDING_ENROLLMENT'
  /** Locked by customer service: points are kept, but neither earned nor spent. */
  | 'SUSPENDED';

/** Why a change of a loyalty account was refused. */
export type LoyaltyErrorCode =
  /** The account is locked. Only customer service can help. */
  | 'ACCOUNT_SUSPENDED'
  /** The customer is a member already. Show the account. */
  | 'ALREADY_ENROLLED'
  /** The card belongs to a member already. */
  | 'CARD_ALREADY_LINKED'
  /** There is no card with this number and code. Let the person check both. */
  | 'CARD_NOT_FOUND'
  /** The first request with this key is still at work. Send it again with the same key in a moment. */
  | 'IDEMPOTENCY_IN_PROGRESS'
  /** The key was used before with another input. Nothing was done; take a new key. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** More points would be taken than there are. */
  | 'INSUFFICIENT_POINTS'
  /** Something in the input is wrong; path and message say what. Let the person correct it. */
  | 'INVALID_INPUT'
  /** The system of record for points does not answer. Nothing was done; try again later. */
  | 'LEGACY_UNAVAILABLE'
  /** The account, program or wallet does not exist. */
  | 'NOT_FOUND'
  /** The terms have a newer version. Fetch and show them, then ask again. */
  | 'POLICY_VERSION_OUTDATED';

/** The rules by which points are earned and spent. */
export type LoyaltyProgram = {
  readonly __typename?: 'LoyaltyProgram';
  /** Short name, for example default. */
  readonly code: Scalars['String']['output'];
  /** Name for people. */
  readonly name: Scalars['String']['output'];
  /** What the points are called. */
  readonly pointsName: Scalars['String']['output'];
  /** What points buy, cheapest first. */
  readonly rewards?: Maybe<LoyaltyRewardConnection>;
  /** Levels of membership, lowest first. */
  readonly tiers: ReadonlyArray<Tier>;
};


/** The rules by which points are earned and spent. */
export type LoyaltyProgramRewardsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Something to get for points. */
export type LoyaltyReward = {
  readonly __typename?: 'LoyaltyReward';
  /** What it takes off the bill, for AMOUNT_OFF. */
  readonly amountOff?: Maybe<Money>;
  /** Short name, unique. */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** rwd_… */
  readonly id: Scalars['ID']['output'];
  /** What it does. */
  readonly kind?: Maybe<LoyaltyRewardKind>;
  /** What it gives, for FREE_ITEM. */
  readonly menuItem?: Maybe<MenuItem>;
  /** Points that it costs. */
  readonly pointsCost?: Maybe<Scalars['Int']['output']>;
};

/** A page of rewards. */
export type LoyaltyRewardConnection = {
  readonly __typename?: 'LoyaltyRewardConnection';
  /** The entries. */
  readonly edges: ReadonlyArray<LoyaltyRewardEdge>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
};

/** An entry of a list of rewards. */
export type LoyaltyRewardEdge = {
  readonly __typename?: 'LoyaltyRewardEdge';
  /** Place of the entry in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The reward. */
  readonly node: LoyaltyReward;
};

/** What a reward does. */
export type LoyaltyRewardKind =
  /** An amount off the bill. */
  | 'AMOUNT_OFF'
  /** An item of the menu for nothing. */
  | 'FREE_ITEM'
  /** A share off the bill. */
  | 'PERCENT_OFF';

/** One reason why a change of a loyalty account was refused. */
export type LoyaltyUserError = {
  readonly __typename?: 'LoyaltyUserError';
  /** What programs go by. */
  readonly code: LoyaltyErrorCode;
  /** A sentence for people. */
  readonly message: Scalars['String']['output'];
  /** The way from the argument to what is wrong, for example `input` and `cardNumber`. Null when it is no part of the input. */
  readonly path?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** True: nothing is wrong with the input, and the same may succeed in a moment. */
  readonly retryable: Scalars['Boolean']['output'];
};

/** A code that stands for the member for a few minutes. */
export type MemberCode = {
  readonly __typename?: 'MemberCode';
  /** When the scanner begins to refuse it. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** How to draw it. */
  readonly format: MemberCodeFormat;
  /** What the code contains. */
  readonly value: Scalars['String']['output'];
};

/** How a code is drawn. */
export type MemberCodeFormat =
  /** Bar code, Code 128. */
  | 'CODE128'
  /** QR code. */
  | 'QR';

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

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Gives or takes points, for customer service. It adds an ADJUSTMENT to the ledger and changes no other entry. */
  readonly adjustPoints?: Maybe<AdjustPointsPayload>;
  /** Lets the signed-in customer join a program. While the card is being made out, the account is PENDING_ENROLLMENT. */
  readonly enrollInLoyalty?: Maybe<EnrollInLoyaltyPayload>;
  /** Gives the signed-in customer a plastic card that they have already, with the points on it. */
  readonly linkLoyaltyCard?: Maybe<LinkLoyaltyCardPayload>;
};


export type MutationAdjustPointsArgs = {
  input: AdjustPointsInput;
};


export type MutationEnrollInLoyaltyArgs = {
  input: EnrollInLoyaltyInput;
};


export type MutationLinkLoyaltyCardArgs = {
  input: LinkLoyaltyCardInput;
};

/** A purchase, from the moment it was placed. */
export type Order = {
  readonly __typename?: 'Order';
  /** ord_… */
  readonly id: Scalars['ID']['output'];
  /** The points that this order moved; nothing but zeros for an order without points. */
  readonly loyalty?: Maybe<OrderLoyalty>;
};

/** Points that one order moved. */
export type OrderLoyalty = {
  readonly __typename?: 'OrderLoyalty';
  /** The movements behind these sums, oldest first. */
  readonly entries: ReadonlyArray<LedgerEntry>;
  /** Earned and booked. */
  readonly pointsAccrued: Scalars['Int']['output'];
  /** Spent on it. */
  readonly pointsBurned: Scalars['Int']['output'];
  /** Earned, but not booked yet. */
  readonly pointsPending: Scalars['Int']['output'];
  /** Earned points that were taken back. */
  readonly pointsReversed: Scalars['Int']['output'];
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

/** Points that run out on a day. */
export type PointsExpiration = {
  readonly __typename?: 'PointsExpiration';
  /** The last day on which they can be spent. */
  readonly expiresOn: Scalars['Date']['output'];
  /** How many. */
  readonly points: Scalars['Int']['output'];
};

export type Query = {
  readonly __typename?: 'Query';
  /** Any member's account, for customer service. */
  readonly loyaltyAccount?: Maybe<LoyaltyAccount>;
  /** What anybody may know of a loyalty program: its tiers and rewards. */
  readonly loyaltyProgram?: Maybe<LoyaltyProgram>;
  /** The signed-in customer; null for guests, staff and machines. Answered from the token alone. */
  readonly me?: Maybe<Customer>;
};


export type QueryLoyaltyAccountArgs = {
  id: Scalars['ID']['input'];
};


export type QueryLoyaltyProgramArgs = {
  code?: Scalars['String']['input'];
};

/** A cart with its prices frozen for a while. */
export type Quote = {
  readonly __typename?: 'Quote';
  /** The amount that earns points. */
  readonly accrualBase?: Maybe<Money>;
  /** Whose cart it is; null for guests. */
  readonly customerId?: Maybe<Scalars['ID']['output']>;
  /** Points that the order would earn as things stand. For display: what is earned is computed from the completed order. */
  readonly estimatedPoints?: Maybe<Scalars['Int']['output']>;
  /** True when a guest holds it for a member, and its id alone opens it. */
  readonly heldByGuest?: Maybe<Scalars['Boolean']['output']>;
  /** qte_… */
  readonly id: Scalars['ID']['output'];
};

/** A level of membership. */
export type Tier = {
  readonly __typename?: 'Tier';
  /** Short name, for example gold. */
  readonly code: Scalars['String']['output'];
  /** What earned points are multiplied by, in percent: 125 means a quarter more. */
  readonly earnMultiplierPercent: Scalars['Int']['output'];
  /** Name for people. */
  readonly name: Scalars['String']['output'];
  /** Qualifying points that it takes. */
  readonly qualifyingPointsThreshold: Scalars['Int']['output'];
  /** Grows with the level. */
  readonly rank: Scalars['Int']['output'];
};

/** Where a member stands between the tiers. */
export type TierStatus = {
  readonly __typename?: 'TierStatus';
  /** The next higher level; null at the top. */
  readonly nextTier?: Maybe<Tier>;
  /** Last day that counts: today, as the period moves along. */
  readonly periodEnd: Scalars['Date']['output'];
  /** First day that counts. */
  readonly periodStart: Scalars['Date']['output'];
  /** Qualifying points that are missing for it; null at the top. */
  readonly pointsToNextTier?: Maybe<Scalars['Int']['output']>;
  /** Points earned by orders within the period. Spending never lowers it; a refund does. */
  readonly qualifyingPoints: Scalars['Int']['output'];
  /** The level they have. */
  readonly tier: Tier;
  /** Last day of the present level if nothing more is earned; null when it cannot be lost. */
  readonly validUntil?: Maybe<Scalars['Date']['output']>;
};

/** One kind of value that an account holds. */
export type Wallet = {
  readonly __typename?: 'Wallet';
  /** How much it holds. */
  readonly balance?: Maybe<WalletBalance>;
  /** Short name, as in LedgerEntry.walletCode. */
  readonly code: Scalars['String']['output'];
  /** What it holds. */
  readonly kind: WalletKind;
  /** Name for people. */
  readonly name: Scalars['String']['output'];
};

/** A balance. `available` is always `posted` less `held`. */
export type WalletBalance = {
  readonly __typename?: 'WalletBalance';
  /** What can be spent now. */
  readonly available: Scalars['Int']['output'];
  /** Set aside by orders under way, or spent and not booked yet. */
  readonly held: Scalars['Int']['output'];
  /** Earned, but not booked yet: it cannot be spent and is no part of `available`. */
  readonly pending: Scalars['Int']['output'];
  /** What the system of record has booked. */
  readonly posted: Scalars['Int']['output'];
  /** What `available` pays when points are used instead of money, in the member's currency. Null when they cannot be. */
  readonly tenderValue?: Maybe<Money>;
};

/** What a wallet holds. */
export type WalletKind =
  /** Gifts of the house. */
  | 'COMP'
  /** Points. */
  | 'POINTS'
  /** Money that was paid in. */
  | 'STORED_VALUE'
  /** Counted visits. */
  | 'VISITS';



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
  LedgerEntry: LedgerEntry;
  LoyaltyAccount: LoyaltyAccount;
  LoyaltyProgram: LoyaltyProgram;
  LoyaltyReward: LoyaltyReward;
  Order: Order;
  Quote: Quote;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Customer:
    ( { __typename: 'Customer' }
    & GraphQLRecursivePick<FederationTypes['Customer'], {"id":true}> );
  LedgerEntry:
    ( { __typename: 'LedgerEntry' }
    & GraphQLRecursivePick<FederationTypes['LedgerEntry'], {"id":true}> );
  LoyaltyAccount:
    ( { __typename: 'LoyaltyAccount' }
    & GraphQLRecursivePick<FederationTypes['LoyaltyAccount'], {"id":true}> );
  LoyaltyProgram:
    ( { __typename: 'LoyaltyProgram' }
    & GraphQLRecursivePick<FederationTypes['LoyaltyProgram'], {"code":true}> );
  LoyaltyReward:
    ( { __typename: 'LoyaltyReward' }
    & GraphQLRecursivePick<FederationTypes['LoyaltyReward'], {"id":true}> );
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
  Quote:
    ( { __typename: 'Quote' }
    & GraphQLRecursivePick<FederationTypes['Quote'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Quote'], {"customerId":true,"heldByGuest":true,"accrualBase":{"amountMinor":true,"currency":true}}> ) );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccountReward: ResolverTypeWrapper<AccountRewardMapper>;
  AdjustPointsInput: AdjustPointsInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AdjustPointsPayload: ResolverTypeWrapper<Omit<AdjustPointsPayload, 'entry'> & { entry?: Maybe<ResolversTypes['LedgerEntry']> }>;
  CacheControlScope: CacheControlScope;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  Customer: ResolverTypeWrapper<CustomerMapper>;
  DataFreshness: ResolverTypeWrapper<DataFreshness>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EnrollInLoyaltyInput: EnrollInLoyaltyInput;
  EnrollInLoyaltyPayload: ResolverTypeWrapper<Omit<EnrollInLoyaltyPayload, 'account'> & { account?: Maybe<ResolversTypes['LoyaltyAccount']> }>;
  FreshnessSource: FreshnessSource;
  LedgerEntry: ResolverTypeWrapper<LedgerEntryMapper>;
  LedgerEntryConnection: ResolverTypeWrapper<Omit<LedgerEntryConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['LedgerEntryEdge']> }>;
  LedgerEntryEdge: ResolverTypeWrapper<Omit<LedgerEntryEdge, 'node'> & { node: ResolversTypes['LedgerEntry'] }>;
  LedgerEntryStatus: LedgerEntryStatus;
  LedgerEntryType: LedgerEntryType;
  LedgerFilter: LedgerFilter;
  LinkLoyaltyCardInput: LinkLoyaltyCardInput;
  LinkLoyaltyCardPayload: ResolverTypeWrapper<Omit<LinkLoyaltyCardPayload, 'account'> & { account?: Maybe<ResolversTypes['LoyaltyAccount']> }>;
  LoyaltyAccount: ResolverTypeWrapper<LoyaltyAccountMapper>;
  LoyaltyAccountStatus: LoyaltyAccountStatus;
  LoyaltyErrorCode: LoyaltyErrorCode;
  LoyaltyProgram: ResolverTypeWrapper<LoyaltyProgramMapper>;
  LoyaltyReward: ResolverTypeWrapper<LoyaltyRewardMapper>;
  LoyaltyRewardConnection: ResolverTypeWrapper<Omit<LoyaltyRewardConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['LoyaltyRewardEdge']> }>;
  LoyaltyRewardEdge: ResolverTypeWrapper<Omit<LoyaltyRewardEdge, 'node'> & { node: ResolversTypes['LoyaltyReward'] }>;
  LoyaltyRewardKind: LoyaltyRewardKind;
  LoyaltyUserError: ResolverTypeWrapper<LoyaltyUserError>;
  MemberCode: ResolverTypeWrapper<MemberCode>;
  MemberCodeFormat: MemberCodeFormat;
  MenuItem: ResolverTypeWrapper<MenuItem>;
  Money: ResolverTypeWrapper<MoneyMapper>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Order: ResolverTypeWrapper<OrderMapper>;
  OrderLoyalty: ResolverTypeWrapper<OrderLoyaltyMapper>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PointsExpiration: ResolverTypeWrapper<PointsExpiration>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Quote: ResolverTypeWrapper<QuoteMapper>;
  Tier: ResolverTypeWrapper<Tier>;
  TierStatus: ResolverTypeWrapper<TierStatus>;
  Wallet: ResolverTypeWrapper<WalletMapper>;
  WalletBalance: ResolverTypeWrapper<Omit<WalletBalance, 'tenderValue'> & { tenderValue?: Maybe<ResolversTypes['Money']> }>;
  WalletKind: WalletKind;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccountReward: AccountRewardMapper;
  AdjustPointsInput: AdjustPointsInput;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  AdjustPointsPayload: Omit<AdjustPointsPayload, 'entry'> & { entry?: Maybe<ResolversParentTypes['LedgerEntry']> };
  CurrencyCode: Scalars['CurrencyCode']['output'];
  Customer: CustomerMapper;
  DataFreshness: DataFreshness;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  EnrollInLoyaltyInput: EnrollInLoyaltyInput;
  EnrollInLoyaltyPayload: Omit<EnrollInLoyaltyPayload, 'account'> & { account?: Maybe<ResolversParentTypes['LoyaltyAccount']> };
  LedgerEntry: LedgerEntryMapper;
  LedgerEntryConnection: Omit<LedgerEntryConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['LedgerEntryEdge']> };
  LedgerEntryEdge: Omit<LedgerEntryEdge, 'node'> & { node: ResolversParentTypes['LedgerEntry'] };
  LedgerFilter: LedgerFilter;
  LinkLoyaltyCardInput: LinkLoyaltyCardInput;
  LinkLoyaltyCardPayload: Omit<LinkLoyaltyCardPayload, 'account'> & { account?: Maybe<ResolversParentTypes['LoyaltyAccount']> };
  LoyaltyAccount: LoyaltyAccountMapper;
  LoyaltyProgram: LoyaltyProgramMapper;
  LoyaltyReward: LoyaltyRewardMapper;
  LoyaltyRewardConnection: Omit<LoyaltyRewardConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['LoyaltyRewardEdge']> };
  LoyaltyRewardEdge: Omit<LoyaltyRewardEdge, 'node'> & { node: ResolversParentTypes['LoyaltyReward'] };
  LoyaltyUserError: LoyaltyUserError;
  MemberCode: MemberCode;
  MenuItem: MenuItem;
  Money: MoneyMapper;
  Mutation: Record<PropertyKey, never>;
  Order: OrderMapper;
  OrderLoyalty: OrderLoyaltyMapper;
  PageInfo: PageInfo;
  PointsExpiration: PointsExpiration;
  Query: Record<PropertyKey, never>;
  Quote: QuoteMapper;
  Tier: Tier;
  TierStatus: TierStatus;
  Wallet: WalletMapper;
  WalletBalance: Omit<WalletBalance, 'tenderValue'> & { tenderValue?: Maybe<ResolversParentTypes['Money']> };
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
};

export type CacheControlDirectiveArgs = {
  inheritMaxAge?: Maybe<Scalars['Boolean']['input']>;
  maxAge?: Maybe<Scalars['Int']['input']>;
  scope?: Maybe<CacheControlScope>;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AccountRewardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccountReward'] = ResolversParentTypes['AccountReward']> = {
  affordable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  pointsShort?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reward?: Resolver<ResolversTypes['LoyaltyReward'], ParentType, ContextType>;
};

export type AdjustPointsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AdjustPointsPayload'] = ResolversParentTypes['AdjustPointsPayload']> = {
  entry?: Resolver<Maybe<ResolversTypes['LedgerEntry']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['LoyaltyUserError']>, ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export type CustomerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  loyaltyAccount?: Resolver<Maybe<ResolversTypes['LoyaltyAccount']>, ParentType, ContextType>;
};

export type DataFreshnessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataFreshness'] = ResolversParentTypes['DataFreshness']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['FreshnessSource'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type EnrollInLoyaltyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrollInLoyaltyPayload'] = ResolversParentTypes['EnrollInLoyaltyPayload']> = {
  account?: Resolver<Maybe<ResolversTypes['LoyaltyAccount']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['LoyaltyUserError']>, ParentType, ContextType>;
};

export type LedgerEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerEntry'] = ResolversParentTypes['LedgerEntry'], FederationReferenceType extends FederationReferenceTypes['LedgerEntry'] = FederationReferenceTypes['LedgerEntry']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['LedgerEntry']> | FederationReferenceType, FederationReferenceType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  legacyTransactionId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  postedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  qualifyingPoints?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reversalOf?: Resolver<Maybe<ResolversTypes['LedgerEntry']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['LedgerEntryStatus'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['LedgerEntryType'], ParentType, ContextType>;
  walletCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LedgerEntryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerEntryConnection'] = ResolversParentTypes['LedgerEntryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LedgerEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LedgerEntryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerEntryEdge'] = ResolversParentTypes['LedgerEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LedgerEntry'], ParentType, ContextType>;
};

export type LinkLoyaltyCardPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkLoyaltyCardPayload'] = ResolversParentTypes['LinkLoyaltyCardPayload']> = {
  account?: Resolver<Maybe<ResolversTypes['LoyaltyAccount']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['LoyaltyUserError']>, ParentType, ContextType>;
};

export type LoyaltyAccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoyaltyAccount'] = ResolversParentTypes['LoyaltyAccount'], FederationReferenceType extends FederationReferenceTypes['LoyaltyAccount'] = FederationReferenceTypes['LoyaltyAccount']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['LoyaltyAccount']> | FederationReferenceType, FederationReferenceType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  enrolledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expiringPoints?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PointsExpiration']>>, ParentType, ContextType, RequireFields<LoyaltyAccountExpiringPointsArgs, 'withinDays'>>;
  freshness?: Resolver<ResolversTypes['DataFreshness'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ledger?: Resolver<Maybe<ResolversTypes['LedgerEntryConnection']>, ParentType, ContextType, RequireFields<LoyaltyAccountLedgerArgs, 'first'>>;
  maskedCardNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  memberCode?: Resolver<Maybe<ResolversTypes['MemberCode']>, ParentType, ContextType>;
  points?: Resolver<Maybe<ResolversTypes['WalletBalance']>, ParentType, ContextType>;
  program?: Resolver<Maybe<ResolversTypes['LoyaltyProgram']>, ParentType, ContextType>;
  rewards?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AccountReward']>>, ParentType, ContextType, RequireFields<LoyaltyAccountRewardsArgs, 'affordableOnly'>>;
  status?: Resolver<ResolversTypes['LoyaltyAccountStatus'], ParentType, ContextType>;
  tierStatus?: Resolver<Maybe<ResolversTypes['TierStatus']>, ParentType, ContextType>;
  wallets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Wallet']>>, ParentType, ContextType>;
};

export type LoyaltyProgramResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoyaltyProgram'] = ResolversParentTypes['LoyaltyProgram'], FederationReferenceType extends FederationReferenceTypes['LoyaltyProgram'] = FederationReferenceTypes['LoyaltyProgram']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['LoyaltyProgram']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pointsName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rewards?: Resolver<Maybe<ResolversTypes['LoyaltyRewardConnection']>, ParentType, ContextType, RequireFields<LoyaltyProgramRewardsArgs, 'first'>>;
  tiers?: Resolver<ReadonlyArray<ResolversTypes['Tier']>, ParentType, ContextType>;
};

export type LoyaltyRewardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoyaltyReward'] = ResolversParentTypes['LoyaltyReward'], FederationReferenceType extends FederationReferenceTypes['LoyaltyReward'] = FederationReferenceTypes['LoyaltyReward']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['LoyaltyReward']> | FederationReferenceType, FederationReferenceType, ContextType>;
  amountOff?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['LoyaltyRewardKind']>, ParentType, ContextType>;
  menuItem?: Resolver<Maybe<ResolversTypes['MenuItem']>, ParentType, ContextType>;
  pointsCost?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LoyaltyRewardConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoyaltyRewardConnection'] = ResolversParentTypes['LoyaltyRewardConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LoyaltyRewardEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LoyaltyRewardEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoyaltyRewardEdge'] = ResolversParentTypes['LoyaltyRewardEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LoyaltyReward'], ParentType, ContextType>;
};

export type LoyaltyUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoyaltyUserError'] = ResolversParentTypes['LoyaltyUserError']> = {
  code?: Resolver<ResolversTypes['LoyaltyErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MemberCodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MemberCode'] = ResolversParentTypes['MemberCode']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  format?: Resolver<ResolversTypes['MemberCodeFormat'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MenuItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MenuItem'] = ResolversParentTypes['MenuItem']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amountMinor?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  exponent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  adjustPoints?: Resolver<Maybe<ResolversTypes['AdjustPointsPayload']>, ParentType, ContextType, RequireFields<MutationAdjustPointsArgs, 'input'>>;
  enrollInLoyalty?: Resolver<Maybe<ResolversTypes['EnrollInLoyaltyPayload']>, ParentType, ContextType, RequireFields<MutationEnrollInLoyaltyArgs, 'input'>>;
  linkLoyaltyCard?: Resolver<Maybe<ResolversTypes['LinkLoyaltyCardPayload']>, ParentType, ContextType, RequireFields<MutationLinkLoyaltyCardArgs, 'input'>>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  loyalty?: Resolver<Maybe<ResolversTypes['OrderLoyalty']>, ParentType, ContextType>;
};

export type OrderLoyaltyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderLoyalty'] = ResolversParentTypes['OrderLoyalty']> = {
  entries?: Resolver<ReadonlyArray<ResolversTypes['LedgerEntry']>, ParentType, ContextType>;
  pointsAccrued?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pointsBurned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pointsPending?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pointsReversed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PointsExpirationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PointsExpiration'] = ResolversParentTypes['PointsExpiration']> = {
  expiresOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  loyaltyAccount?: Resolver<Maybe<ResolversTypes['LoyaltyAccount']>, ParentType, ContextType, RequireFields<QueryLoyaltyAccountArgs, 'id'>>;
  loyaltyProgram?: Resolver<Maybe<ResolversTypes['LoyaltyProgram']>, ParentType, ContextType, RequireFields<QueryLoyaltyProgramArgs, 'code'>>;
  me?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
};

export type QuoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Quote'] = ResolversParentTypes['Quote'], FederationReferenceType extends FederationReferenceTypes['Quote'] = FederationReferenceTypes['Quote']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Quote']> | FederationReferenceType, FederationReferenceType, ContextType>;
  estimatedPoints?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type TierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Tier'] = ResolversParentTypes['Tier']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  earnMultiplierPercent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  qualifyingPointsThreshold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rank?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TierStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TierStatus'] = ResolversParentTypes['TierStatus']> = {
  nextTier?: Resolver<Maybe<ResolversTypes['Tier']>, ParentType, ContextType>;
  periodEnd?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  periodStart?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  pointsToNextTier?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  qualifyingPoints?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tier?: Resolver<ResolversTypes['Tier'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type WalletResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Wallet'] = ResolversParentTypes['Wallet']> = {
  balance?: Resolver<Maybe<ResolversTypes['WalletBalance']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['WalletKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WalletBalanceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WalletBalance'] = ResolversParentTypes['WalletBalance']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  held?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pending?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  posted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tenderValue?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AccountReward?: AccountRewardResolvers<ContextType>;
  AdjustPointsPayload?: AdjustPointsPayloadResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  Customer?: CustomerResolvers<ContextType>;
  DataFreshness?: DataFreshnessResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  EnrollInLoyaltyPayload?: EnrollInLoyaltyPayloadResolvers<ContextType>;
  LedgerEntry?: LedgerEntryResolvers<ContextType>;
  LedgerEntryConnection?: LedgerEntryConnectionResolvers<ContextType>;
  LedgerEntryEdge?: LedgerEntryEdgeResolvers<ContextType>;
  LinkLoyaltyCardPayload?: LinkLoyaltyCardPayloadResolvers<ContextType>;
  LoyaltyAccount?: LoyaltyAccountResolvers<ContextType>;
  LoyaltyProgram?: LoyaltyProgramResolvers<ContextType>;
  LoyaltyReward?: LoyaltyRewardResolvers<ContextType>;
  LoyaltyRewardConnection?: LoyaltyRewardConnectionResolvers<ContextType>;
  LoyaltyRewardEdge?: LoyaltyRewardEdgeResolvers<ContextType>;
  LoyaltyUserError?: LoyaltyUserErrorResolvers<ContextType>;
  MemberCode?: MemberCodeResolvers<ContextType>;
  MenuItem?: MenuItemResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderLoyalty?: OrderLoyaltyResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PointsExpiration?: PointsExpirationResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Quote?: QuoteResolvers<ContextType>;
  Tier?: TierResolvers<ContextType>;
  TierStatus?: TierStatusResolvers<ContextType>;
  Wallet?: WalletResolvers<ContextType>;
  WalletBalance?: WalletBalanceResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};
