import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { HomeScreenMapper, ContentPageMapper, LegalDocumentMapper, OfferMapper, LoyaltyRewardMapper, MenuItemMapper, StoreMapper, MenuCategoryMapper, ModifierGroupMapper, ModifierMapper } from '../mappers.ts';
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
  /** An instant in UTC as RFC 3339, for example 2026-03-01T12:00:00Z. */
  DateTime: { input: string; output: string; }
  /** A language tag of BCP 47, for example en-US. */
  Locale: { input: string; output: string; }
  /** An absolute URL. */
  URL: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** The substances that must be declared in the European Union. */
export type Allergen =
  /** Celery and products of it. */
  | 'CELERY'
  /** Crabs, prawns, lobsters. */
  | 'CRUSTACEANS'
  /** Eggs. */
  | 'EGG'
  /** Fish. */
  | 'FISH'
  /** Cereals with gluten: wheat, rye, barley, oats. */
  | 'GLUTEN'
  /** Lupin seeds and flour. */
  | 'LUPIN'
  /** Milk, lactose included. */
  | 'MILK'
  /** Mussels, oysters, squid, snails. */
  | 'MOLLUSCS'
  /** Mustard. */
  | 'MUSTARD'
  /** Tree nuts, for example almonds, hazelnuts, walnuts. */
  | 'NUTS'
  /** Peanuts. */
  | 'PEANUTS'
  /** Sesame seeds. */
  | 'SESAME'
  /** Soya. */
  | 'SOY'
  /** Sulphur dioxide and sulphites above 10 mg per kilogram. */
  | 'SULPHITES';

/** Whom an answer may be shared with. */
export type CacheControlScope =
  /** Nobody but the caller. So is everything that says nothing. */
  | 'PRIVATE'
  /** Everybody: it is the same for all who ask. */
  | 'PUBLIC';

/** A button. */
export type CallToAction = {
  readonly __typename?: 'CallToAction';
  /** Where it leads, in the app or on the web. */
  readonly deepLink: Scalars['URL']['output'];
  /** What stands on it. */
  readonly label: Scalars['String']['output'];
};

/** A page of the site. */
export type ContentPage = {
  readonly __typename?: 'ContentPage';
  /** Text in CommonMark. */
  readonly body: Scalars['String']['output'];
  /** Id of the page in one language. */
  readonly id: Scalars['ID']['output'];
  /** When it was published. */
  readonly publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Name of the page in URLs. */
  readonly slug: Scalars['String']['output'];
  /** Headline. */
  readonly title: Scalars['String']['output'];
};

/** A large picture with a headline. */
export type HeroBanner = {
  readonly __typename?: 'HeroBanner';
  /** Button, if there is one. */
  readonly callToAction?: Maybe<CallToAction>;
  /** Id of the module. */
  readonly id: Scalars['ID']['output'];
  /** Background picture. */
  readonly image?: Maybe<Media>;
  /** Second line. */
  readonly subtitle?: Maybe<Scalars['String']['output']>;
  /** Headline. */
  readonly title: Scalars['String']['output'];
};

/** One part of a home screen. New kinds may come: skip those that you do not know. */
export type HomeModule = HeroBanner | LoyaltyPanel | MenuHighlights | OfferCarousel | TextPanel;

/** A home screen as the editors composed it. */
export type HomeScreen = {
  readonly __typename?: 'HomeScreen';
  /** Id of the screen. */
  readonly id: Scalars['ID']['output'];
  /** Language of its texts. */
  readonly locale: Scalars['Locale']['output'];
  /** What it shows, from top to bottom. */
  readonly modules: ReadonlyArray<HomeModule>;
  /** When it went live; null for a draft. */
  readonly publishedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Name and explanation. */
export type LabelPresentation = {
  readonly __typename?: 'LabelPresentation';
  /** Explanation. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Name. */
  readonly name: Scalars['String']['output'];
};

/** One version of a legal text in one language. */
export type LegalDocument = {
  readonly __typename?: 'LegalDocument';
  /** Text in CommonMark. */
  readonly body: Scalars['String']['output'];
  /** From when on it is in force. */
  readonly effectiveFrom: Scalars['DateTime']['output'];
  /** Id of this version in this language. */
  readonly id: Scalars['ID']['output'];
  /** Language of the text. */
  readonly locale: Scalars['Locale']['output'];
  /** Headline. */
  readonly title: Scalars['String']['output'];
  /** Which text it is. */
  readonly type: LegalDocumentType;
  /** Name of the version; consents refer to it. */
  readonly version: Scalars['String']['output'];
};

/** The legal texts that guests meet. */
export type LegalDocumentType =
  /** Terms of the loyalty program. */
  | 'LOYALTY_TERMS'
  /** What a consent to marketing says. */
  | 'MARKETING_CONSENT'
  /** Privacy notice. */
  | 'PRIVACY_NOTICE'
  /** Terms of use. */
  | 'TERMS';

/** Where the customer's points are shown; the client takes them from me.loyaltyAccount. */
export type LoyaltyPanel = {
  readonly __typename?: 'LoyaltyPanel';
  /** Headline for everybody else. */
  readonly guestTitle: Scalars['String']['output'];
  /** Id of the module. */
  readonly id: Scalars['ID']['output'];
  /** Headline for members. */
  readonly title: Scalars['String']['output'];
};

/** Something to get for points. */
export type LoyaltyReward = {
  readonly __typename?: 'LoyaltyReward';
  /** rwd_… */
  readonly id: Scalars['ID']['output'];
  /** How it is told to guests. */
  readonly presentation?: Maybe<RewardPresentation>;
};


/** Something to get for points. */
export type LoyaltyRewardPresentationArgs = {
  locale: Scalars['Locale']['input'];
};

/** A picture. */
export type Media = {
  readonly __typename?: 'Media';
  /** What it shows, for those who cannot see it. */
  readonly alt: Scalars['String']['output'];
  /** Height in pixels. */
  readonly height?: Maybe<Scalars['Int']['output']>;
  /** Where it is. */
  readonly url: Scalars['URL']['output'];
  /** Width in pixels. */
  readonly width?: Maybe<Scalars['Int']['output']>;
};

/** A heading of the menu. */
export type MenuCategory = {
  readonly __typename?: 'MenuCategory';
  /** Id of the category. */
  readonly id: Scalars['ID']['output'];
  /** How it is told to guests. */
  readonly presentation?: Maybe<LabelPresentation>;
};


/** A heading of the menu. */
export type MenuCategoryPresentationArgs = {
  locale: Scalars['Locale']['input'];
};

/** Menu items that the editors picked. */
export type MenuHighlights = {
  readonly __typename?: 'MenuHighlights';
  /** Id of the module. */
  readonly id: Scalars['ID']['output'];
  /** The items, in order. */
  readonly items: ReadonlyArray<MenuItem>;
  /** Headline. */
  readonly title: Scalars['String']['output'];
};

/** Something to eat or drink. */
export type MenuItem = {
  readonly __typename?: 'MenuItem';
  /** Allergens that it contains; an empty list means none of those that must be declared. */
  readonly allergens?: Maybe<ReadonlyArray<Allergen>>;
  /** mit_… */
  readonly id: Scalars['ID']['output'];
  /** Nutrition of one portion as served. */
  readonly nutrition?: Maybe<NutritionFacts>;
  /** How it is told to guests. */
  readonly presentation?: Maybe<MenuItemPresentation>;
};


/** Something to eat or drink. */
export type MenuItemPresentationArgs = {
  locale: Scalars['Locale']['input'];
};

/** Texts and picture of a menu item. */
export type MenuItemPresentation = {
  readonly __typename?: 'MenuItemPresentation';
  /** Words such as NEW or SPICY. */
  readonly badges: ReadonlyArray<Scalars['String']['output']>;
  /** What it is made of. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Picture. */
  readonly image?: Maybe<Media>;
  /** Name. */
  readonly name: Scalars['String']['output'];
};

/** One possibility of a choice, for example oat milk. */
export type Modifier = {
  readonly __typename?: 'Modifier';
  /** Id of the modifier. */
  readonly id: Scalars['ID']['output'];
  /** How it is told to guests. */
  readonly presentation?: Maybe<LabelPresentation>;
};


/** One possibility of a choice, for example oat milk. */
export type ModifierPresentationArgs = {
  locale: Scalars['Locale']['input'];
};

/** A choice that comes with an item, for example the drink of a combo. `min` and `max` count pieces, not kinds. */
export type ModifierGroup = {
  readonly __typename?: 'ModifierGroup';
  /** Id of the group. */
  readonly id: Scalars['ID']['output'];
  /** How it is told to guests. */
  readonly presentation?: Maybe<LabelPresentation>;
};


/** A choice that comes with an item, for example the drink of a combo. `min` and `max` count pieces, not kinds. */
export type ModifierGroupPresentationArgs = {
  locale: Scalars['Locale']['input'];
};

/** Nutrition of one portion. */
export type NutritionFacts = {
  readonly __typename?: 'NutritionFacts';
  /** Carbohydrates in milligrams. */
  readonly carbohydrateMg?: Maybe<Scalars['Int']['output']>;
  /** Energy in kilocalories. */
  readonly energyKcal: Scalars['Int']['output'];
  /** Fat in milligrams. */
  readonly fatMg?: Maybe<Scalars['Int']['output']>;
  /** Protein in milligrams. */
  readonly proteinMg?: Maybe<Scalars['Int']['output']>;
  /** Salt in milligrams. */
  readonly saltMg?: Maybe<Scalars['Int']['output']>;
};

/** A promotion. */
export type Offer = {
  readonly __typename?: 'Offer';
  /** ofr_… */
  readonly id: Scalars['ID']['output'];
  /** How it is told to guests. */
  readonly presentation?: Maybe<OfferPresentation>;
};


/** A promotion. */
export type OfferPresentationArgs = {
  locale: Scalars['Locale']['input'];
};

/** Offers that the editors picked. Personal offers are in Customer.offers. */
export type OfferCarousel = {
  readonly __typename?: 'OfferCarousel';
  /** Id of the module. */
  readonly id: Scalars['ID']['output'];
  /** The offers, in order. */
  readonly offers: ReadonlyArray<Offer>;
  /** Headline. */
  readonly title: Scalars['String']['output'];
};

/** Texts and picture of an offer. */
export type OfferPresentation = {
  readonly __typename?: 'OfferPresentation';
  /** Word for a corner of the picture, for example NEW. */
  readonly badge?: Maybe<Scalars['String']['output']>;
  /** What the guest gets. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Picture. */
  readonly image?: Maybe<Media>;
  /** Conditions in small print. */
  readonly terms?: Maybe<Scalars['String']['output']>;
  /** Headline. */
  readonly title: Scalars['String']['output'];
};

export type Query = {
  readonly __typename?: 'Query';
  /** What the home screen shows, in order. A language without a screen of its own gets the closest one there is. */
  readonly homeScreen?: Maybe<HomeScreen>;
  /** A legal text: the version in force, or the one asked for. A consent records its version. */
  readonly legalDocument?: Maybe<LegalDocument>;
  /** A page of the site, for example about-us; null when there is none of that name. */
  readonly page?: Maybe<ContentPage>;
  /** A home screen that is not published yet. */
  readonly previewHomeScreen?: Maybe<HomeScreen>;
};


export type QueryHomeScreenArgs = {
  channel: SalesChannel;
  locale: Scalars['Locale']['input'];
  storeId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryLegalDocumentArgs = {
  locale: Scalars['Locale']['input'];
  type: LegalDocumentType;
  version?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPageArgs = {
  locale: Scalars['Locale']['input'];
  slug: Scalars['String']['input'];
};


export type QueryPreviewHomeScreenArgs = {
  channel: SalesChannel;
  locale: Scalars['Locale']['input'];
  revision: Scalars['ID']['input'];
};

/** Texts and picture of a reward. */
export type RewardPresentation = {
  readonly __typename?: 'RewardPresentation';
  /** What the guest gets. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Picture. */
  readonly image?: Maybe<Media>;
  /** Headline. */
  readonly title: Scalars['String']['output'];
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

/** A restaurant. */
export type Store = {
  readonly __typename?: 'Store';
  /** sto_… */
  readonly id: Scalars['ID']['output'];
  /** How it is told to guests. */
  readonly presentation?: Maybe<StorePresentation>;
};


/** A restaurant. */
export type StorePresentationArgs = {
  locale: Scalars['Locale']['input'];
};

/** Texts and picture of a restaurant. */
export type StorePresentation = {
  readonly __typename?: 'StorePresentation';
  /** Headline. */
  readonly headline?: Maybe<Scalars['String']['output']>;
  /** Picture. */
  readonly image?: Maybe<Media>;
  /** What guests should know now, for example about building works. */
  readonly notice?: Maybe<Scalars['String']['output']>;
};

/** A paragraph. */
export type TextPanel = {
  readonly __typename?: 'TextPanel';
  /** Text in CommonMark. */
  readonly body: Scalars['String']['output'];
  /** Id of the module. */
  readonly id: Scalars['ID']['output'];
  /** Headline, if there is one. */
  readonly title?: Maybe<Scalars['String']['output']>;
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
  ContentPage: ContentPage;
  HomeScreen: HomeScreen;
  LegalDocument: LegalDocument;
  LoyaltyReward: LoyaltyReward;
  MenuCategory: MenuCategory;
  MenuItem: MenuItem;
  Modifier: Modifier;
  ModifierGroup: ModifierGroup;
  Offer: Offer;
  Store: Store;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  ContentPage:
    ( { __typename: 'ContentPage' }
    & GraphQLRecursivePick<FederationTypes['ContentPage'], {"id":true}> );
  HomeScreen:
    ( { __typename: 'HomeScreen' }
    & GraphQLRecursivePick<FederationTypes['HomeScreen'], {"id":true}> );
  LegalDocument:
    ( { __typename: 'LegalDocument' }
    & GraphQLRecursivePick<FederationTypes['LegalDocument'], {"id":true}> );
  LoyaltyReward:
    ( { __typename: 'LoyaltyReward' }
    & GraphQLRecursivePick<FederationTypes['LoyaltyReward'], {"id":true}> );
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
  Offer:
    ( { __typename: 'Offer' }
    & GraphQLRecursivePick<FederationTypes['Offer'], {"id":true}> );
  Store:
    ( { __typename: 'Store' }
    & GraphQLRecursivePick<FederationTypes['Store'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  HomeModule:
    | ( HeroBanner )
    | ( LoyaltyPanel )
    | ( Omit<MenuHighlights, 'items'> & { items: ReadonlyArray<_RefType['MenuItem']> } )
    | ( Omit<OfferCarousel, 'offers'> & { offers: ReadonlyArray<_RefType['Offer']> } )
    | ( TextPanel )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Allergen: Allergen;
  CacheControlScope: CacheControlScope;
  CallToAction: ResolverTypeWrapper<CallToAction>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ContentPage: ResolverTypeWrapper<ContentPageMapper>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  HeroBanner: ResolverTypeWrapper<HeroBanner>;
  HomeModule: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['HomeModule']>;
  HomeScreen: ResolverTypeWrapper<HomeScreenMapper>;
  LabelPresentation: ResolverTypeWrapper<LabelPresentation>;
  LegalDocument: ResolverTypeWrapper<LegalDocumentMapper>;
  LegalDocumentType: LegalDocumentType;
  Locale: ResolverTypeWrapper<Scalars['Locale']['output']>;
  LoyaltyPanel: ResolverTypeWrapper<LoyaltyPanel>;
  LoyaltyReward: ResolverTypeWrapper<LoyaltyRewardMapper>;
  Media: ResolverTypeWrapper<Media>;
  MenuCategory: ResolverTypeWrapper<MenuCategoryMapper>;
  MenuHighlights: ResolverTypeWrapper<Omit<MenuHighlights, 'items'> & { items: ReadonlyArray<ResolversTypes['MenuItem']> }>;
  MenuItem: ResolverTypeWrapper<MenuItemMapper>;
  MenuItemPresentation: ResolverTypeWrapper<MenuItemPresentation>;
  Modifier: ResolverTypeWrapper<ModifierMapper>;
  ModifierGroup: ResolverTypeWrapper<ModifierGroupMapper>;
  NutritionFacts: ResolverTypeWrapper<NutritionFacts>;
  Offer: ResolverTypeWrapper<OfferMapper>;
  OfferCarousel: ResolverTypeWrapper<Omit<OfferCarousel, 'offers'> & { offers: ReadonlyArray<ResolversTypes['Offer']> }>;
  OfferPresentation: ResolverTypeWrapper<OfferPresentation>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RewardPresentation: ResolverTypeWrapper<RewardPresentation>;
  SalesChannel: SalesChannel;
  Store: ResolverTypeWrapper<StoreMapper>;
  StorePresentation: ResolverTypeWrapper<StorePresentation>;
  TextPanel: ResolverTypeWrapper<TextPanel>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  CallToAction: CallToAction;
  String: Scalars['String']['output'];
  ContentPage: ContentPageMapper;
  ID: Scalars['ID']['output'];
  DateTime: Scalars['DateTime']['output'];
  HeroBanner: HeroBanner;
  HomeModule: ResolversUnionTypes<ResolversParentTypes>['HomeModule'];
  HomeScreen: HomeScreenMapper;
  LabelPresentation: LabelPresentation;
  LegalDocument: LegalDocumentMapper;
  Locale: Scalars['Locale']['output'];
  LoyaltyPanel: LoyaltyPanel;
  LoyaltyReward: LoyaltyRewardMapper;
  Media: Media;
  MenuCategory: MenuCategoryMapper;
  MenuHighlights: Omit<MenuHighlights, 'items'> & { items: ReadonlyArray<ResolversParentTypes['MenuItem']> };
  MenuItem: MenuItemMapper;
  MenuItemPresentation: MenuItemPresentation;
  Modifier: ModifierMapper;
  ModifierGroup: ModifierGroupMapper;
  NutritionFacts: NutritionFacts;
  Offer: OfferMapper;
  OfferCarousel: Omit<OfferCarousel, 'offers'> & { offers: ReadonlyArray<ResolversParentTypes['Offer']> };
  OfferPresentation: OfferPresentation;
  Query: Record<PropertyKey, never>;
  RewardPresentation: RewardPresentation;
  Store: StoreMapper;
  StorePresentation: StorePresentation;
  TextPanel: TextPanel;
  URL: Scalars['URL']['output'];
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
};

export type CacheControlDirectiveArgs = {
  inheritMaxAge?: Maybe<Scalars['Boolean']['input']>;
  maxAge?: Maybe<Scalars['Int']['input']>;
  scope?: Maybe<CacheControlScope>;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CallToActionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CallToAction'] = ResolversParentTypes['CallToAction']> = {
  deepLink?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ContentPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContentPage'] = ResolversParentTypes['ContentPage'], FederationReferenceType extends FederationReferenceTypes['ContentPage'] = FederationReferenceTypes['ContentPage']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ContentPage']> | FederationReferenceType, FederationReferenceType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type HeroBannerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HeroBanner'] = ResolversParentTypes['HeroBanner']> = {
  callToAction?: Resolver<Maybe<ResolversTypes['CallToAction']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  subtitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HomeModuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HomeModule'] = ResolversParentTypes['HomeModule']> = {
  __resolveType: TypeResolveFn<'HeroBanner' | 'LoyaltyPanel' | 'MenuHighlights' | 'OfferCarousel' | 'TextPanel', ParentType, ContextType>;
};

export type HomeScreenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HomeScreen'] = ResolversParentTypes['HomeScreen'], FederationReferenceType extends FederationReferenceTypes['HomeScreen'] = FederationReferenceTypes['HomeScreen']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['HomeScreen']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  modules?: Resolver<ReadonlyArray<ResolversTypes['HomeModule']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type LabelPresentationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LabelPresentation'] = ResolversParentTypes['LabelPresentation']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LegalDocumentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LegalDocument'] = ResolversParentTypes['LegalDocument'], FederationReferenceType extends FederationReferenceTypes['LegalDocument'] = FederationReferenceTypes['LegalDocument']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['LegalDocument']> | FederationReferenceType, FederationReferenceType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  effectiveFrom?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['LegalDocumentType'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface LocaleScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Locale'], any> {
  name: 'Locale';
}

export type LoyaltyPanelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoyaltyPanel'] = ResolversParentTypes['LoyaltyPanel']> = {
  guestTitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LoyaltyRewardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoyaltyReward'] = ResolversParentTypes['LoyaltyReward'], FederationReferenceType extends FederationReferenceTypes['LoyaltyReward'] = FederationReferenceTypes['LoyaltyReward']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['LoyaltyReward']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  presentation?: Resolver<Maybe<ResolversTypes['RewardPresentation']>, ParentType, ContextType, RequireFields<LoyaltyRewardPresentationArgs, 'locale'>>;
};

export type MediaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Media'] = ResolversParentTypes['Media']> = {
  alt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  height?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  width?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type MenuCategoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MenuCategory'] = ResolversParentTypes['MenuCategory'], FederationReferenceType extends FederationReferenceTypes['MenuCategory'] = FederationReferenceTypes['MenuCategory']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MenuCategory']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  presentation?: Resolver<Maybe<ResolversTypes['LabelPresentation']>, ParentType, ContextType, RequireFields<MenuCategoryPresentationArgs, 'locale'>>;
};

export type MenuHighlightsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MenuHighlights'] = ResolversParentTypes['MenuHighlights']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['MenuItem']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MenuItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MenuItem'] = ResolversParentTypes['MenuItem'], FederationReferenceType extends FederationReferenceTypes['MenuItem'] = FederationReferenceTypes['MenuItem']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MenuItem']> | FederationReferenceType, FederationReferenceType, ContextType>;
  allergens?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Allergen']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nutrition?: Resolver<Maybe<ResolversTypes['NutritionFacts']>, ParentType, ContextType>;
  presentation?: Resolver<Maybe<ResolversTypes['MenuItemPresentation']>, ParentType, ContextType, RequireFields<MenuItemPresentationArgs, 'locale'>>;
};

export type MenuItemPresentationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MenuItemPresentation'] = ResolversParentTypes['MenuItemPresentation']> = {
  badges?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ModifierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Modifier'] = ResolversParentTypes['Modifier'], FederationReferenceType extends FederationReferenceTypes['Modifier'] = FederationReferenceTypes['Modifier']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Modifier']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  presentation?: Resolver<Maybe<ResolversTypes['LabelPresentation']>, ParentType, ContextType, RequireFields<ModifierPresentationArgs, 'locale'>>;
};

export type ModifierGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModifierGroup'] = ResolversParentTypes['ModifierGroup'], FederationReferenceType extends FederationReferenceTypes['ModifierGroup'] = FederationReferenceTypes['ModifierGroup']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ModifierGroup']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  presentation?: Resolver<Maybe<ResolversTypes['LabelPresentation']>, ParentType, ContextType, RequireFields<ModifierGroupPresentationArgs, 'locale'>>;
};

export type NutritionFactsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NutritionFacts'] = ResolversParentTypes['NutritionFacts']> = {
  carbohydrateMg?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  energyKcal?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fatMg?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  proteinMg?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  saltMg?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type OfferResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Offer'] = ResolversParentTypes['Offer'], FederationReferenceType extends FederationReferenceTypes['Offer'] = FederationReferenceTypes['Offer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Offer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  presentation?: Resolver<Maybe<ResolversTypes['OfferPresentation']>, ParentType, ContextType, RequireFields<OfferPresentationArgs, 'locale'>>;
};

export type OfferCarouselResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferCarousel'] = ResolversParentTypes['OfferCarousel']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  offers?: Resolver<ReadonlyArray<ResolversTypes['Offer']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OfferPresentationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferPresentation'] = ResolversParentTypes['OfferPresentation']> = {
  badge?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  terms?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  homeScreen?: Resolver<Maybe<ResolversTypes['HomeScreen']>, ParentType, ContextType, RequireFields<QueryHomeScreenArgs, 'channel' | 'locale'>>;
  legalDocument?: Resolver<Maybe<ResolversTypes['LegalDocument']>, ParentType, ContextType, RequireFields<QueryLegalDocumentArgs, 'locale' | 'type'>>;
  page?: Resolver<Maybe<ResolversTypes['ContentPage']>, ParentType, ContextType, RequireFields<QueryPageArgs, 'locale' | 'slug'>>;
  previewHomeScreen?: Resolver<Maybe<ResolversTypes['HomeScreen']>, ParentType, ContextType, RequireFields<QueryPreviewHomeScreenArgs, 'channel' | 'locale' | 'revision'>>;
};

export type RewardPresentationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RewardPresentation'] = ResolversParentTypes['RewardPresentation']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StoreResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Store'] = ResolversParentTypes['Store'], FederationReferenceType extends FederationReferenceTypes['Store'] = FederationReferenceTypes['Store']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Store']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  presentation?: Resolver<Maybe<ResolversTypes['StorePresentation']>, ParentType, ContextType, RequireFields<StorePresentationArgs, 'locale'>>;
};

export type StorePresentationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StorePresentation'] = ResolversParentTypes['StorePresentation']> = {
  headline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  notice?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TextPanelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TextPanel'] = ResolversParentTypes['TextPanel']> = {
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type Resolvers<ContextType = Context> = {
  CallToAction?: CallToActionResolvers<ContextType>;
  ContentPage?: ContentPageResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  HeroBanner?: HeroBannerResolvers<ContextType>;
  HomeModule?: HomeModuleResolvers<ContextType>;
  HomeScreen?: HomeScreenResolvers<ContextType>;
  LabelPresentation?: LabelPresentationResolvers<ContextType>;
  LegalDocument?: LegalDocumentResolvers<ContextType>;
  Locale?: GraphQLScalarType;
  LoyaltyPanel?: LoyaltyPanelResolvers<ContextType>;
  LoyaltyReward?: LoyaltyRewardResolvers<ContextType>;
  Media?: MediaResolvers<ContextType>;
  MenuCategory?: MenuCategoryResolvers<ContextType>;
  MenuHighlights?: MenuHighlightsResolvers<ContextType>;
  MenuItem?: MenuItemResolvers<ContextType>;
  MenuItemPresentation?: MenuItemPresentationResolvers<ContextType>;
  Modifier?: ModifierResolvers<ContextType>;
  ModifierGroup?: ModifierGroupResolvers<ContextType>;
  NutritionFacts?: NutritionFactsResolvers<ContextType>;
  Offer?: OfferResolvers<ContextType>;
  OfferCarousel?: OfferCarouselResolvers<ContextType>;
  OfferPresentation?: OfferPresentationResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RewardPresentation?: RewardPresentationResolvers<ContextType>;
  Store?: StoreResolvers<ContextType>;
  StorePresentation?: StorePresentationResolvers<ContextType>;
  TextPanel?: TextPanelResolvers<ContextType>;
  URL?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};
