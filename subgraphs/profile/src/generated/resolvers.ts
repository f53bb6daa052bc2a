import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CustomerMapper, ConsentMapper, SegmentMapper, AudienceExportMapper, PrivacyRequestMapper } from '../mappers.ts';
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
  /** An e-mail address. */
  EmailAddress: { input: string; output: string; }
  /** A language tag of BCP 47, for example en-US. */
  Locale: { input: string; output: string; }
  /** A phone number in E.164 form, for example +14155550100. */
  PhoneNumber: { input: string; output: string; }
  /** An absolute URL. */
  URL: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** A file with the contactable members of a segment. */
export type AudienceExport = {
  readonly __typename?: 'AudienceExport';
  /** On which channel. */
  readonly channel: CommunicationChannel;
  /** When consents were last checked. */
  readonly consentCheckedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Signed link to the file; works until expiresAt. */
  readonly downloadUrl?: Maybe<Scalars['URL']['output']>;
  /** When it will be done, as far as can be told. */
  readonly estimatedCompletionAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the file is deleted. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Id of the export. */
  readonly id: Scalars['ID']['output'];
  /** What the file holds, once it is written. */
  readonly manifest?: Maybe<ExportManifest>;
  /** 0 to 100 while RUNNING. */
  readonly progressPercent?: Maybe<Scalars['Int']['output']>;
  /** What the members agreed to. */
  readonly purpose: ConsentPurpose;
  /** Rows written. */
  readonly recordCount?: Maybe<Scalars['Int']['output']>;
  /** Whose members it holds. */
  readonly segment?: Maybe<Segment>;
  /** How far it is. */
  readonly status: JobStatus;
  /** Members left out because they did not consent. */
  readonly suppressedCount?: Maybe<Scalars['Int']['output']>;
};

/** A day of the year. */
export type Birthday = {
  readonly __typename?: 'Birthday';
  /** 1 to 31. */
  readonly day: Scalars['Int']['output'];
  /** 1 to 12. */
  readonly month: Scalars['Int']['output'];
  /** Null when the customer keeps it to themselves. */
  readonly year?: Maybe<Scalars['Int']['output']>;
};

/** Whom an answer may be shared with. */
export type CacheControlScope =
  /** Nobody but the caller. So is everything that says nothing. */
  | 'PRIVATE'
  /** Everybody: it is the same for all who ask. */
  | 'PUBLIC';

/** How a person is reached. */
export type CommunicationChannel =
  /** E-mail. */
  | 'EMAIL'
  /** Push notification of the app. */
  | 'PUSH'
  /** Text message. */
  | 'SMS';

/** Whether the customer gets a group of messages on a channel. Marketing needs a consent besides. */
export type CommunicationPreference = {
  readonly __typename?: 'CommunicationPreference';
  /** Channel of the messages. */
  readonly channel: CommunicationChannel;
  /** Name of the group, for example order-updates. */
  readonly group: Scalars['String']['output'];
  /** True when the customer wants them. */
  readonly subscribed: Scalars['Boolean']['output'];
  /** When this was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
};

/** Whether a group of messages is wanted on a channel. */
export type CommunicationPreferenceInput = {
  /** Channel of the messages. */
  readonly channel: CommunicationChannel;
  /** Name of the group, for example order-updates. */
  readonly group: Scalars['String']['input'];
  /** True: wanted. False: not any more. */
  readonly subscribed: Scalars['Boolean']['input'];
};

/** One decision of a customer about one purpose on one channel. */
export type Consent = {
  readonly __typename?: 'Consent';
  /** The channel it covers; null for a purpose without one, which then covers no channel. */
  readonly channel?: Maybe<CommunicationChannel>;
  /** When it ends by itself; null when it does not. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Id of the record. */
  readonly id: Scalars['ID']['output'];
  /** ISO 3166-2 code of the law that applied, for example US-CA. */
  readonly jurisdiction?: Maybe<Scalars['String']['output']>;
  /** Why the processing is lawful. */
  readonly legalBasis: LegalBasis;
  /** Version of the legal text that was shown; content serves it as a LegalDocument. */
  readonly policyVersion: Scalars['String']['output'];
  /** What it is about. */
  readonly purpose: ConsentPurpose;
  /** When the decision was made. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** Where the decision was made. */
  readonly source: ConsentSource;
  /** What the customer decided, as of now. */
  readonly status: ConsentStatus;
};

/** A page of consents. */
export type ConsentConnection = {
  readonly __typename?: 'ConsentConnection';
  /** The entries. */
  readonly edges: ReadonlyArray<ConsentEdge>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
};

/** An entry of a list of consents. */
export type ConsentEdge = {
  readonly __typename?: 'ConsentEdge';
  /** Place of the entry in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The consent. */
  readonly node: Consent;
};

/** A decision about one purpose on one channel. */
export type ConsentInput = {
  /** The channel it is for. Leave it out for a purpose without one; such a consent covers no channel. */
  readonly channel?: InputMaybe<CommunicationChannel>;
  /** True: the customer agrees. False: they refuse, or take back what they agreed to. */
  readonly granted: Scalars['Boolean']['input'];
  /** Version of the legal text that was shown, from content's LegalDocument. */
  readonly policyVersion: Scalars['String']['input'];
  /** What it is about. */
  readonly purpose: ConsentPurpose;
};

/** What personal data may be used for. */
export type ConsentPurpose =
  /** Measuring how our products are used. */
  | 'ANALYTICS'
  /** Advertising our own products. */
  | 'MARKETING'
  /** Fitting content and offers to the person. */
  | 'PERSONALIZATION'
  /** Passing data on to other companies. */
  | 'THIRD_PARTY_SHARING';

/** Where a consent was given. */
export type ConsentSource =
  /** Mobile app. */
  | 'APP'
  /** By telephone. */
  | 'CALL_CENTER'
  /** Taken over from another system. */
  | 'IMPORT'
  /** Kiosk in the restaurant. */
  | 'KIOSK'
  /** Keyword in a text message. */
  | 'SMS_KEYWORD'
  /** Web site. */
  | 'WEB';

/** What a consent record says. */
export type ConsentStatus =
  /** The person refused. */
  | 'DENIED'
  /** The person agreed for a time that is over. */
  | 'EXPIRED'
  /** The person agreed. */
  | 'GRANTED'
  /** The person agreed once and took it back. */
  | 'WITHDRAWN';

/** An e-mail address and whether it was confirmed. */
export type ContactEmail = {
  readonly __typename?: 'ContactEmail';
  /** The address. */
  readonly address: Scalars['EmailAddress']['output'];
  /** When the customer confirmed it; null until then. */
  readonly verifiedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A phone number and whether it was confirmed. */
export type ContactPhone = {
  readonly __typename?: 'ContactPhone';
  /** The number. */
  readonly number: Scalars['PhoneNumber']['output'];
  /** When the customer confirmed it; null until then. */
  readonly verifiedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A member of the public who has signed up. */
export type Customer = {
  readonly __typename?: 'Customer';
  /** For the birthday reward; the year is optional. */
  readonly birthday?: Maybe<Birthday>;
  /** Subscriptions to groups of messages, by channel. */
  readonly communicationPreferences?: Maybe<ReadonlyArray<CommunicationPreference>>;
  /** Every consent record ever made, newest first. Records are added, never changed. */
  readonly consentHistory?: Maybe<ConsentConnection>;
  /** What the customer agrees to now: the latest record of each purpose and channel. */
  readonly consents?: Maybe<ReadonlyArray<Consent>>;
  /** When the customer signed up. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** True when the customer opted out of the sale or sharing of their data (CCPA/CPRA). */
  readonly doNotSellOrShare?: Maybe<Scalars['Boolean']['output']>;
  /** E-mail address of the account. */
  readonly email?: Maybe<ContactEmail>;
  /** Last name. */
  readonly familyName?: Maybe<Scalars['String']['output']>;
  /** First name. */
  readonly givenName?: Maybe<Scalars['String']['output']>;
  /** The restaurant that the customer chose as theirs. */
  readonly homeStore?: Maybe<Store>;
  /** cus_ and 26 characters that sort by time of sign-up. */
  readonly id: Scalars['ID']['output'];
  /** Language in which to address the customer. */
  readonly locale?: Maybe<Scalars['Locale']['output']>;
  /** Mobile phone of the account. */
  readonly phone?: Maybe<ContactPhone>;
  /** Requests for access or erasure, newest first. */
  readonly privacyRequests?: Maybe<ReadonlyArray<PrivacyRequest>>;
  /** Whether the profile is in use. */
  readonly status?: Maybe<CustomerStatus>;
  /** Grows with every change of the profile; mutations take it as expectedVersion. */
  readonly version?: Maybe<Scalars['Int']['output']>;
};


/** A member of the public who has signed up. */
export type CustomerConsentHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** State of a customer's profile. */
export type CustomerStatus =
  /** In use. */
  | 'ACTIVE'
  /** Personal data is gone; the id remains for the books. */
  | 'ERASED'
  /** Erasure was asked for and is under way. */
  | 'ERASURE_PENDING'
  /** Locked by customer service. */
  | 'SUSPENDED';

/** What an export file holds, so that the receiver can check it. */
export type ExportManifest = {
  readonly __typename?: 'ExportManifest';
  /** Size in bytes, as text because it may pass 2^31. */
  readonly bytes: Scalars['String']['output'];
  /** Names of the columns, in order. */
  readonly columns: ReadonlyArray<Scalars['String']['output']>;
  /** Rows without the heading. */
  readonly rows: Scalars['Int']['output'];
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: Scalars['String']['output'];
};

/** How far a background job is. */
export type JobStatus =
  /** The result was deleted. */
  | 'EXPIRED'
  /** Ended without a result. */
  | 'FAILED'
  /** Waiting for its turn. */
  | 'QUEUED'
  /** At work. */
  | 'RUNNING'
  /** Done; the result can be fetched. */
  | 'SUCCEEDED';

/** Why processing is lawful, in the words of the GDPR. */
export type LegalBasis =
  /** The person agreed. */
  | 'CONSENT'
  /** Needed to fulfil a contract. */
  | 'CONTRACT'
  /** A law demands it. */
  | 'LEGAL_OBLIGATION'
  /** Our interest outweighs theirs. */
  | 'LEGITIMATE_INTEREST';

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Records what the signed-in customer agrees to. It adds records and never changes one: for each purpose and channel the latest counts. */
  readonly recordConsents?: Maybe<RecordConsentsPayload>;
  /** Opts the signed-in customer out of the sale or sharing of their data (CCPA/CPRA), or in again. */
  readonly setDoNotSellOrShare?: Maybe<UpdateProfilePayload>;
  /**
   * Makes a new customer. It needs no token. In this answer, and in no other, the new customer's profile can be read
   * without one; for all else get a token for the new id first.
   */
  readonly signUp?: Maybe<SignUpPayload>;
  /** Subscribes the signed-in customer to groups of messages, or ends it. Marketing needs a consent besides. */
  readonly updateCommunicationPreferences?: Maybe<UpdateProfilePayload>;
  /** Changes the signed-in customer's own profile. */
  readonly updateProfile?: Maybe<UpdateProfilePayload>;
};


export type MutationRecordConsentsArgs = {
  input: RecordConsentsInput;
};


export type MutationSetDoNotSellOrShareArgs = {
  input: SetDoNotSellOrShareInput;
};


export type MutationSignUpArgs = {
  input: SignUpInput;
};


export type MutationUpdateCommunicationPreferencesArgs = {
  input: UpdateCommunicationPreferencesInput;
};


export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
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

/** A customer's request for a copy or for deletion of their data. */
export type PrivacyRequest = {
  readonly __typename?: 'PrivacyRequest';
  /** When it was done. */
  readonly completedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Link to the copy, for an ACCESS request that is completed. */
  readonly downloadUrl?: Maybe<Scalars['URL']['output']>;
  /** By when the law wants it done. */
  readonly dueAt: Scalars['DateTime']['output'];
  /** Id of the request. */
  readonly id: Scalars['ID']['output'];
  /** When it was made. */
  readonly requestedAt: Scalars['DateTime']['output'];
  /** How far it is. */
  readonly status: PrivacyRequestStatus;
  /** One task for each system that holds data of the customer. */
  readonly tasks: ReadonlyArray<PrivacyTask>;
  /** What is asked for. */
  readonly type: PrivacyRequestType;
};

/** How far a privacy request is. */
export type PrivacyRequestStatus =
  /** Taken back by the customer. */
  | 'CANCELLED'
  /** Every owner is done. */
  | 'COMPLETED'
  /** An owner could not do it; people are looking into it. */
  | 'FAILED'
  /** The owners of the data are at work. */
  | 'IN_PROGRESS'
  /** Taken in. */
  | 'RECEIVED'
  /** Refused. */
  | 'REJECTED'
  /** The identity of the person is being checked. */
  | 'VERIFYING';

/** What a privacy request asks for. */
export type PrivacyRequestType =
  /** A copy of one's data. */
  | 'ACCESS'
  /** Deletion of one's data. */
  | 'ERASURE';

/** The part of a privacy request that one system does. */
export type PrivacyTask = {
  readonly __typename?: 'PrivacyTask';
  /** When it was done. */
  readonly completedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What there is to say about it. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** Name of the system. */
  readonly owner: Scalars['String']['output'];
  /** How far it is. */
  readonly status: PrivacyRequestStatus;
};

/** Why a change of a profile was refused. */
export type ProfileErrorCode =
  /** Another customer has this e-mail address. Offer to sign in instead. */
  | 'EMAIL_TAKEN'
  /** The first request with this key is still at work. Send it again with the same key in a moment. */
  | 'IDEMPOTENCY_IN_PROGRESS'
  /** The key was used before with another input. Nothing was done; take a new key. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** Something in the input is wrong; path and message say what. Let the person correct it. */
  | 'INVALID_INPUT'
  /** The customer, or something that the input names, does not exist. */
  | 'NOT_FOUND'
  /** Another customer has this phone number. Ask for another one, or none. */
  | 'PHONE_TAKEN'
  /** The legal text has a newer version. Fetch and show it, then ask again. */
  | 'POLICY_VERSION_OUTDATED'
  /** The profile was changed meanwhile. Read it again and repeat the change with its version and a new key. */
  | 'VERSION_CONFLICT';

/** One reason why a change of a profile was refused. */
export type ProfileUserError = {
  readonly __typename?: 'ProfileUserError';
  /** What programs go by. */
  readonly code: ProfileErrorCode;
  /** A sentence for people. */
  readonly message: Scalars['String']['output'];
  /** The way from the argument to what is wrong, for example `input` and `email`; positions in lists count from 0. Null when it is no part of the input. */
  readonly path?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** True: nothing is wrong with the input, and the same may succeed in a moment. */
  readonly retryable: Scalars['Boolean']['output'];
};

export type Query = {
  readonly __typename?: 'Query';
  /** An export of an audience, as far as it got. */
  readonly audienceExport?: Maybe<AudienceExport>;
  /** Any customer, for customer service. */
  readonly customer?: Maybe<Customer>;
  /** The signed-in customer; null for guests, staff and machines. Answered from the token alone. */
  readonly me?: Maybe<Customer>;
  /** What a segment with these rules would hold now, before anybody saves it. */
  readonly previewSegment?: Maybe<SegmentPreview>;
  /** A request for access or erasure of one's own data; null for everybody but its owner. */
  readonly privacyRequest?: Maybe<PrivacyRequest>;
  /** One audience. */
  readonly segment?: Maybe<Segment>;
  /** All audiences that marketing has defined, by code. */
  readonly segments?: Maybe<SegmentConnection>;
};


export type QueryAudienceExportArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCustomerArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPreviewSegmentArgs = {
  channel: CommunicationChannel;
  purpose: ConsentPurpose;
  rules: SegmentRulesInput;
};


export type QueryPrivacyRequestArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySegmentArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySegmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SegmentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Decisions of the signed-in customer. */
export type RecordConsentsInput = {
  /** One or more decisions. */
  readonly consents: ReadonlyArray<ConsentInput>;
  /** Made by the client: a new one for each set of decisions, the same one when it is sent again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** ISO 3166-2 code of the law that applies, for example US-CA. */
  readonly jurisdiction?: InputMaybe<Scalars['String']['input']>;
  /** Where they were made. */
  readonly source: ConsentSource;
};

/** Outcome of recording consents. All of them are recorded, or none. */
export type RecordConsentsPayload = {
  readonly __typename?: 'RecordConsentsPayload';
  /** The customer with what they agree to now; may be null when refused. */
  readonly customer?: Maybe<Customer>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<ProfileUserError>;
};

/** An audience for marketing, defined by rules. */
export type Segment = {
  readonly __typename?: 'Segment';
  /** Short name for reports, unique. */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** What the audience is for. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** How many customers matched at refreshedAt; null before the first count. */
  readonly estimatedSize?: Maybe<Scalars['Int']['output']>;
  /** seg_… */
  readonly id: Scalars['ID']['output'];
  /** Members who may be contacted for this purpose on this channel now. The consent check cannot be switched off. */
  readonly members?: Maybe<SegmentMemberConnection>;
  /** Name for people. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Time of the newest event that the membership follows. */
  readonly refreshedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who belongs to it. */
  readonly rules?: Maybe<SegmentRules>;
};


/** An audience for marketing, defined by rules. */
export type SegmentMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  channel: CommunicationChannel;
  first?: InputMaybe<Scalars['Int']['input']>;
  purpose: ConsentPurpose;
};

/** One test of one fact. */
export type SegmentCondition = {
  readonly __typename?: 'SegmentCondition';
  /** What is looked at. */
  readonly fact: SegmentFact;
  /** How it is compared. */
  readonly operator: SegmentOperator;
  /** What it is compared with; two values for BETWEEN, one for AT_LEAST and AT_MOST. */
  readonly values: ReadonlyArray<Scalars['String']['output']>;
};

/** One test of one fact. */
export type SegmentConditionInput = {
  /** What is looked at. */
  readonly fact: SegmentFact;
  /** How it is compared. */
  readonly operator: SegmentOperator;
  /** What it is compared with. */
  readonly values: ReadonlyArray<Scalars['String']['input']>;
};

/** A page of segments. */
export type SegmentConnection = {
  readonly __typename?: 'SegmentConnection';
  /** The entries. */
  readonly edges: ReadonlyArray<SegmentEdge>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
};

/** An entry of a list of segments. */
export type SegmentEdge = {
  readonly __typename?: 'SegmentEdge';
  /** Place of the entry in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The segment. */
  readonly node: Segment;
};

/** What segments can look at. */
export type SegmentFact =
  /** 1 to 12. */
  | 'BIRTHDAY_MONTH'
  /** Days since the last order. */
  | 'DAYS_SINCE_LAST_ORDER'
  /** Days since the customer signed up. */
  | 'DAYS_SINCE_SIGN_UP'
  /** The part of the day in which the customer orders most. */
  | 'FAVOURITE_DAYPART'
  /** Id of the home store. */
  | 'HOME_STORE'
  /** Language tag of the customer. */
  | 'LOCALE'
  /** Id of an offer that the customer redeemed. */
  | 'OFFER_REDEEMED'
  /** Orders of the last 90 days. */
  | 'ORDERS_IN_90_DAYS'
  /** Points that can be spent. */
  | 'POINTS_AVAILABLE'
  /** Money spent in the last 90 days, in minor units. */
  | 'SPEND_MINOR_IN_90_DAYS'
  /** Code of the loyalty tier. */
  | 'TIER';

/** Which segments to list. */
export type SegmentFilter = {
  /** Only these codes. */
  readonly codeIn?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only names that contain this text, in any case of letters. */
  readonly nameContains?: InputMaybe<Scalars['String']['input']>;
};

/** A customer as marketing sees one. */
export type SegmentMember = {
  readonly __typename?: 'SegmentMember';
  /** Address on the channel asked for. */
  readonly contact?: Maybe<Scalars['String']['output']>;
  /** When the customer came into the segment. */
  readonly joinedAt: Scalars['DateTime']['output'];
  /** Reference for exports; not the id of the customer. */
  readonly memberRef: Scalars['ID']['output'];
};

/** A page of members. */
export type SegmentMemberConnection = {
  readonly __typename?: 'SegmentMemberConnection';
  /** The entries. */
  readonly edges: ReadonlyArray<SegmentMemberEdge>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many members were left out because they did not consent. */
  readonly suppressedCount?: Maybe<Scalars['Int']['output']>;
};

/** An entry of a list of members. */
export type SegmentMemberEdge = {
  readonly __typename?: 'SegmentMemberEdge';
  /** Place of the entry in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The member. */
  readonly node: SegmentMember;
};

/** How a fact is compared. */
export type SegmentOperator =
  /** At least the value. */
  | 'AT_LEAST'
  /** At most the value. */
  | 'AT_MOST'
  /** From the first value to the second, both included. */
  | 'BETWEEN'
  /** Equals one of the values. */
  | 'IN'
  /** Equals none of the values. */
  | 'NOT_IN';

/** What a segment would hold. */
export type SegmentPreview = {
  readonly __typename?: 'SegmentPreview';
  /** How many customers each condition keeps by itself, in the order of the input. */
  readonly conditionCounts: ReadonlyArray<Scalars['Int']['output']>;
  /** Customers that the rules match. */
  readonly matching: Scalars['Int']['output'];
  /** Some of the members. */
  readonly sample: ReadonlyArray<SegmentMember>;
  /** Of these, how many did not consent to the purpose on the channel. */
  readonly suppressedCount: Scalars['Int']['output'];
};

/** Who belongs to a segment: every condition of `all`, at least one of `any` unless it is empty, none of `none`. */
export type SegmentRules = {
  readonly __typename?: 'SegmentRules';
  /** All of these must hold. */
  readonly all: ReadonlyArray<SegmentCondition>;
  /** One of these must hold; no condition when empty. */
  readonly any: ReadonlyArray<SegmentCondition>;
  /** None of these may hold. */
  readonly none: ReadonlyArray<SegmentCondition>;
};

/** Rules of a segment that is tried out. */
export type SegmentRulesInput = {
  /** All of these must hold. */
  readonly all?: ReadonlyArray<SegmentConditionInput>;
  /** One of these must hold; no condition when empty. */
  readonly any?: ReadonlyArray<SegmentConditionInput>;
  /** None of these may hold. */
  readonly none?: ReadonlyArray<SegmentConditionInput>;
};

/** Decision about the sale or sharing of data. */
export type SetDoNotSellOrShareInput = {
  /** Made by the client: a new one for each decision, the same one when it is sent again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** True: data must be neither sold nor shared. */
  readonly optedOut: Scalars['Boolean']['input'];
};

/** A new customer. */
export type SignUpInput = {
  /** Day of birth, 1 to 31; only together with birthMonth. */
  readonly birthDay?: InputMaybe<Scalars['Int']['input']>;
  /** Month of birth, 1 to 12, for the birthday reward; only together with birthDay. */
  readonly birthMonth?: InputMaybe<Scalars['Int']['input']>;
  /** What they agree to or refuse; may be empty. */
  readonly consents: ReadonlyArray<ConsentInput>;
  /** E-mail address. No other customer may have it: EMAIL_TAKEN. */
  readonly email: Scalars['EmailAddress']['input'];
  /** True: they join the loyalty program too. The account follows a moment later. */
  readonly enrollInLoyalty?: Scalars['Boolean']['input'];
  /** Last name. */
  readonly familyName?: InputMaybe<Scalars['String']['input']>;
  /** First name. */
  readonly givenName: Scalars['String']['input'];
  /** Id of the restaurant they choose as theirs, sto_… */
  readonly homeStoreId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * Made by the client: a new one for each sign-up, the same one when it is sent again. At least 128 random bits, for
   * example a random UUID, because nothing else tells callers without a token apart.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** ISO 3166-2 code of where they live, for example US-CA; it decides which privacy law applies. */
  readonly jurisdiction?: InputMaybe<Scalars['String']['input']>;
  /** Language in which to address the customer. */
  readonly locale: Scalars['Locale']['input'];
  /** Mobile phone. No other customer may have it: PHONE_TAKEN. */
  readonly phone?: InputMaybe<Scalars['PhoneNumber']['input']>;
  /** Code of the member who recommended the program. */
  readonly referralCode?: InputMaybe<Scalars['String']['input']>;
  /** Where they sign up. */
  readonly source: ConsentSource;
  /** Version of the terms that the customer accepted, from content's LegalDocument. */
  readonly termsVersion: Scalars['String']['input'];
};

/** Outcome of a sign-up. */
export type SignUpPayload = {
  readonly __typename?: 'SignUpPayload';
  /** The new customer; null when refused. When the request is sent again without a token, the id alone can be read. */
  readonly customer?: Maybe<Customer>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<ProfileUserError>;
};

/** A restaurant. */
export type Store = {
  readonly __typename?: 'Store';
  /** sto_… */
  readonly id: Scalars['ID']['output'];
};

/** Subscriptions of the signed-in customer. Those that are not named stay as they are. */
export type UpdateCommunicationPreferencesInput = {
  /** Made by the client: a new one for each change, the same one when it is sent again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** The subscriptions to set, each group and channel once. */
  readonly preferences: ReadonlyArray<CommunicationPreferenceInput>;
};

/** Changes of a profile. What is left out stays as it is; null removes it, except where a profile must have it: INVALID_INPUT. */
export type UpdateProfileInput = {
  /** Day of birth, 1 to 31; only together with birthMonth. */
  readonly birthDay?: InputMaybe<Scalars['Int']['input']>;
  /** Month of birth, 1 to 12; only together with birthDay. */
  readonly birthMonth?: InputMaybe<Scalars['Int']['input']>;
  /** E-mail address; cannot be removed. A new one is unverified until the customer confirms it. */
  readonly email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** Customer.version that the change was made from. When the profile has moved on since: VERSION_CONFLICT. Left out: not checked. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Last name. */
  readonly familyName?: InputMaybe<Scalars['String']['input']>;
  /** First name; cannot be removed. */
  readonly givenName?: InputMaybe<Scalars['String']['input']>;
  /** Id of the restaurant they choose as theirs, sto_… */
  readonly homeStoreId?: InputMaybe<Scalars['ID']['input']>;
  /** Made by the client: a new one for each change, the same one when it is sent again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Language in which to address the customer; cannot be removed. */
  readonly locale?: InputMaybe<Scalars['Locale']['input']>;
  /** Mobile phone. A new one is unverified until the customer confirms it. */
  readonly phone?: InputMaybe<Scalars['PhoneNumber']['input']>;
};

/** Outcome of a change of a profile. */
export type UpdateProfilePayload = {
  readonly __typename?: 'UpdateProfilePayload';
  /** The customer as they are now; may be null when refused. */
  readonly customer?: Maybe<Customer>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<ProfileUserError>;
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
  AudienceExport: AudienceExport;
  Customer: Customer;
  PrivacyRequest: PrivacyRequest;
  Segment: Segment;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  AudienceExport:
    ( { __typename: 'AudienceExport' }
    & GraphQLRecursivePick<FederationTypes['AudienceExport'], {"id":true}> );
  Customer:
    ( { __typename: 'Customer' }
    & GraphQLRecursivePick<FederationTypes['Customer'], {"id":true}> );
  PrivacyRequest:
    ( { __typename: 'PrivacyRequest' }
    & GraphQLRecursivePick<FederationTypes['PrivacyRequest'], {"id":true}> );
  Segment:
    ( { __typename: 'Segment' }
    & GraphQLRecursivePick<FederationTypes['Segment'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AudienceExport: ResolverTypeWrapper<AudienceExportMapper>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Birthday: ResolverTypeWrapper<Birthday>;
  CacheControlScope: CacheControlScope;
  CommunicationChannel: CommunicationChannel;
  CommunicationPreference: ResolverTypeWrapper<CommunicationPreference>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  CommunicationPreferenceInput: CommunicationPreferenceInput;
  Consent: ResolverTypeWrapper<ConsentMapper>;
  ConsentConnection: ResolverTypeWrapper<Omit<ConsentConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ConsentEdge']> }>;
  ConsentEdge: ResolverTypeWrapper<Omit<ConsentEdge, 'node'> & { node: ResolversTypes['Consent'] }>;
  ConsentInput: ConsentInput;
  ConsentPurpose: ConsentPurpose;
  ConsentSource: ConsentSource;
  ConsentStatus: ConsentStatus;
  ContactEmail: ResolverTypeWrapper<ContactEmail>;
  ContactPhone: ResolverTypeWrapper<ContactPhone>;
  Customer: ResolverTypeWrapper<CustomerMapper>;
  CustomerStatus: CustomerStatus;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  ExportManifest: ResolverTypeWrapper<ExportManifest>;
  JobStatus: JobStatus;
  LegalBasis: LegalBasis;
  Locale: ResolverTypeWrapper<Scalars['Locale']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PhoneNumber: ResolverTypeWrapper<Scalars['PhoneNumber']['output']>;
  PrivacyRequest: ResolverTypeWrapper<PrivacyRequestMapper>;
  PrivacyRequestStatus: PrivacyRequestStatus;
  PrivacyRequestType: PrivacyRequestType;
  PrivacyTask: ResolverTypeWrapper<PrivacyTask>;
  ProfileErrorCode: ProfileErrorCode;
  ProfileUserError: ResolverTypeWrapper<ProfileUserError>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecordConsentsInput: RecordConsentsInput;
  RecordConsentsPayload: ResolverTypeWrapper<Omit<RecordConsentsPayload, 'customer'> & { customer?: Maybe<ResolversTypes['Customer']> }>;
  Segment: ResolverTypeWrapper<SegmentMapper>;
  SegmentCondition: ResolverTypeWrapper<SegmentCondition>;
  SegmentConditionInput: SegmentConditionInput;
  SegmentConnection: ResolverTypeWrapper<Omit<SegmentConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['SegmentEdge']> }>;
  SegmentEdge: ResolverTypeWrapper<Omit<SegmentEdge, 'node'> & { node: ResolversTypes['Segment'] }>;
  SegmentFact: SegmentFact;
  SegmentFilter: SegmentFilter;
  SegmentMember: ResolverTypeWrapper<SegmentMember>;
  SegmentMemberConnection: ResolverTypeWrapper<SegmentMemberConnection>;
  SegmentMemberEdge: ResolverTypeWrapper<SegmentMemberEdge>;
  SegmentOperator: SegmentOperator;
  SegmentPreview: ResolverTypeWrapper<SegmentPreview>;
  SegmentRules: ResolverTypeWrapper<SegmentRules>;
  SegmentRulesInput: SegmentRulesInput;
  SetDoNotSellOrShareInput: SetDoNotSellOrShareInput;
  SignUpInput: SignUpInput;
  SignUpPayload: ResolverTypeWrapper<Omit<SignUpPayload, 'customer'> & { customer?: Maybe<ResolversTypes['Customer']> }>;
  Store: ResolverTypeWrapper<Store>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  UpdateCommunicationPreferencesInput: UpdateCommunicationPreferencesInput;
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfilePayload: ResolverTypeWrapper<Omit<UpdateProfilePayload, 'customer'> & { customer?: Maybe<ResolversTypes['Customer']> }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AudienceExport: AudienceExportMapper;
  ID: Scalars['ID']['output'];
  Birthday: Birthday;
  CommunicationPreference: CommunicationPreference;
  String: Scalars['String']['output'];
  CommunicationPreferenceInput: CommunicationPreferenceInput;
  Consent: ConsentMapper;
  ConsentConnection: Omit<ConsentConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ConsentEdge']> };
  ConsentEdge: Omit<ConsentEdge, 'node'> & { node: ResolversParentTypes['Consent'] };
  ConsentInput: ConsentInput;
  ContactEmail: ContactEmail;
  ContactPhone: ContactPhone;
  Customer: CustomerMapper;
  DateTime: Scalars['DateTime']['output'];
  EmailAddress: Scalars['EmailAddress']['output'];
  ExportManifest: ExportManifest;
  Locale: Scalars['Locale']['output'];
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  PhoneNumber: Scalars['PhoneNumber']['output'];
  PrivacyRequest: PrivacyRequestMapper;
  PrivacyTask: PrivacyTask;
  ProfileUserError: ProfileUserError;
  Query: Record<PropertyKey, never>;
  RecordConsentsInput: RecordConsentsInput;
  RecordConsentsPayload: Omit<RecordConsentsPayload, 'customer'> & { customer?: Maybe<ResolversParentTypes['Customer']> };
  Segment: SegmentMapper;
  SegmentCondition: SegmentCondition;
  SegmentConditionInput: SegmentConditionInput;
  SegmentConnection: Omit<SegmentConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['SegmentEdge']> };
  SegmentEdge: Omit<SegmentEdge, 'node'> & { node: ResolversParentTypes['Segment'] };
  SegmentFilter: SegmentFilter;
  SegmentMember: SegmentMember;
  SegmentMemberConnection: SegmentMemberConnection;
  SegmentMemberEdge: SegmentMemberEdge;
  SegmentPreview: SegmentPreview;
  SegmentRules: SegmentRules;
  SegmentRulesInput: SegmentRulesInput;
  SetDoNotSellOrShareInput: SetDoNotSellOrShareInput;
  SignUpInput: SignUpInput;
  SignUpPayload: Omit<SignUpPayload, 'customer'> & { customer?: Maybe<ResolversParentTypes['Customer']> };
  Store: Store;
  URL: Scalars['URL']['output'];
  UpdateCommunicationPreferencesInput: UpdateCommunicationPreferencesInput;
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfilePayload: Omit<UpdateProfilePayload, 'customer'> & { customer?: Maybe<ResolversParentTypes['Customer']> };
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
};

export type CacheControlDirectiveArgs = {
  inheritMaxAge?: Maybe<Scalars['Boolean']['input']>;
  maxAge?: Maybe<Scalars['Int']['input']>;
  scope?: Maybe<CacheControlScope>;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AudienceExportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AudienceExport'] = ResolversParentTypes['AudienceExport'], FederationReferenceType extends FederationReferenceTypes['AudienceExport'] = FederationReferenceTypes['AudienceExport']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['AudienceExport']> | FederationReferenceType, FederationReferenceType, ContextType>;
  channel?: Resolver<ResolversTypes['CommunicationChannel'], ParentType, ContextType>;
  consentCheckedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  downloadUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  estimatedCompletionAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  manifest?: Resolver<Maybe<ResolversTypes['ExportManifest']>, ParentType, ContextType>;
  progressPercent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['ConsentPurpose'], ParentType, ContextType>;
  recordCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  segment?: Resolver<Maybe<ResolversTypes['Segment']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['JobStatus'], ParentType, ContextType>;
  suppressedCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type BirthdayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Birthday'] = ResolversParentTypes['Birthday']> = {
  day?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  year?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CommunicationPreferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommunicationPreference'] = ResolversParentTypes['CommunicationPreference']> = {
  channel?: Resolver<ResolversTypes['CommunicationChannel'], ParentType, ContextType>;
  group?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subscribed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ConsentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Consent'] = ResolversParentTypes['Consent']> = {
  channel?: Resolver<Maybe<ResolversTypes['CommunicationChannel']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  jurisdiction?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  legalBasis?: Resolver<ResolversTypes['LegalBasis'], ParentType, ContextType>;
  policyVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['ConsentPurpose'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['ConsentSource'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ConsentStatus'], ParentType, ContextType>;
};

export type ConsentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsentConnection'] = ResolversParentTypes['ConsentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ConsentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ConsentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsentEdge'] = ResolversParentTypes['ConsentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Consent'], ParentType, ContextType>;
};

export type ContactEmailResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContactEmail'] = ResolversParentTypes['ContactEmail']> = {
  address?: Resolver<ResolversTypes['EmailAddress'], ParentType, ContextType>;
  verifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ContactPhoneResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContactPhone'] = ResolversParentTypes['ContactPhone']> = {
  number?: Resolver<ResolversTypes['PhoneNumber'], ParentType, ContextType>;
  verifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CustomerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  birthday?: Resolver<Maybe<ResolversTypes['Birthday']>, ParentType, ContextType>;
  communicationPreferences?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CommunicationPreference']>>, ParentType, ContextType>;
  consentHistory?: Resolver<Maybe<ResolversTypes['ConsentConnection']>, ParentType, ContextType, RequireFields<CustomerConsentHistoryArgs, 'first'>>;
  consents?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Consent']>>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  doNotSellOrShare?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['ContactEmail']>, ParentType, ContextType>;
  familyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  givenName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  homeStore?: Resolver<Maybe<ResolversTypes['Store']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  locale?: Resolver<Maybe<ResolversTypes['Locale']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['ContactPhone']>, ParentType, ContextType>;
  privacyRequests?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PrivacyRequest']>>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['CustomerStatus']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export type ExportManifestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExportManifest'] = ResolversParentTypes['ExportManifest']> = {
  bytes?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  columns?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface LocaleScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Locale'], any> {
  name: 'Locale';
}

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  recordConsents?: Resolver<Maybe<ResolversTypes['RecordConsentsPayload']>, ParentType, ContextType, RequireFields<MutationRecordConsentsArgs, 'input'>>;
  setDoNotSellOrShare?: Resolver<Maybe<ResolversTypes['UpdateProfilePayload']>, ParentType, ContextType, RequireFields<MutationSetDoNotSellOrShareArgs, 'input'>>;
  signUp?: Resolver<Maybe<ResolversTypes['SignUpPayload']>, ParentType, ContextType, RequireFields<MutationSignUpArgs, 'input'>>;
  updateCommunicationPreferences?: Resolver<Maybe<ResolversTypes['UpdateProfilePayload']>, ParentType, ContextType, RequireFields<MutationUpdateCommunicationPreferencesArgs, 'input'>>;
  updateProfile?: Resolver<Maybe<ResolversTypes['UpdateProfilePayload']>, ParentType, ContextType, RequireFields<MutationUpdateProfileArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface PhoneNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PhoneNumber'], any> {
  name: 'PhoneNumber';
}

export type PrivacyRequestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PrivacyRequest'] = ResolversParentTypes['PrivacyRequest'], FederationReferenceType extends FederationReferenceTypes['PrivacyRequest'] = FederationReferenceTypes['PrivacyRequest']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PrivacyRequest']> | FederationReferenceType, FederationReferenceType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  downloadUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  dueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PrivacyRequestStatus'], ParentType, ContextType>;
  tasks?: Resolver<ReadonlyArray<ResolversTypes['PrivacyTask']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['PrivacyRequestType'], ParentType, ContextType>;
};

export type PrivacyTaskResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PrivacyTask'] = ResolversParentTypes['PrivacyTask']> = {
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PrivacyRequestStatus'], ParentType, ContextType>;
};

export type ProfileUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProfileUserError'] = ResolversParentTypes['ProfileUserError']> = {
  code?: Resolver<ResolversTypes['ProfileErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  audienceExport?: Resolver<Maybe<ResolversTypes['AudienceExport']>, ParentType, ContextType, RequireFields<QueryAudienceExportArgs, 'id'>>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType, RequireFields<QueryCustomerArgs, 'id'>>;
  me?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  previewSegment?: Resolver<Maybe<ResolversTypes['SegmentPreview']>, ParentType, ContextType, RequireFields<QueryPreviewSegmentArgs, 'channel' | 'purpose' | 'rules'>>;
  privacyRequest?: Resolver<Maybe<ResolversTypes['PrivacyRequest']>, ParentType, ContextType, RequireFields<QueryPrivacyRequestArgs, 'id'>>;
  segment?: Resolver<Maybe<ResolversTypes['Segment']>, ParentType, ContextType, RequireFields<QuerySegmentArgs, 'id'>>;
  segments?: Resolver<Maybe<ResolversTypes['SegmentConnection']>, ParentType, ContextType, RequireFields<QuerySegmentsArgs, 'first'>>;
};

export type RecordConsentsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordConsentsPayload'] = ResolversParentTypes['RecordConsentsPayload']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ProfileUserError']>, ParentType, ContextType>;
};

export type SegmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Segment'] = ResolversParentTypes['Segment'], FederationReferenceType extends FederationReferenceTypes['Segment'] = FederationReferenceTypes['Segment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Segment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  estimatedSize?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  members?: Resolver<Maybe<ResolversTypes['SegmentMemberConnection']>, ParentType, ContextType, RequireFields<SegmentMembersArgs, 'channel' | 'first' | 'purpose'>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refreshedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rules?: Resolver<Maybe<ResolversTypes['SegmentRules']>, ParentType, ContextType>;
};

export type SegmentConditionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentCondition'] = ResolversParentTypes['SegmentCondition']> = {
  fact?: Resolver<ResolversTypes['SegmentFact'], ParentType, ContextType>;
  operator?: Resolver<ResolversTypes['SegmentOperator'], ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SegmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentConnection'] = ResolversParentTypes['SegmentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SegmentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SegmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentEdge'] = ResolversParentTypes['SegmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
};

export type SegmentMemberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentMember'] = ResolversParentTypes['SegmentMember']> = {
  contact?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  joinedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  memberRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SegmentMemberConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentMemberConnection'] = ResolversParentTypes['SegmentMemberConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SegmentMemberEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  suppressedCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SegmentMemberEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentMemberEdge'] = ResolversParentTypes['SegmentMemberEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SegmentMember'], ParentType, ContextType>;
};

export type SegmentPreviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentPreview'] = ResolversParentTypes['SegmentPreview']> = {
  conditionCounts?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  matching?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sample?: Resolver<ReadonlyArray<ResolversTypes['SegmentMember']>, ParentType, ContextType>;
  suppressedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SegmentRulesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentRules'] = ResolversParentTypes['SegmentRules']> = {
  all?: Resolver<ReadonlyArray<ResolversTypes['SegmentCondition']>, ParentType, ContextType>;
  any?: Resolver<ReadonlyArray<ResolversTypes['SegmentCondition']>, ParentType, ContextType>;
  none?: Resolver<ReadonlyArray<ResolversTypes['SegmentCondition']>, ParentType, ContextType>;
};

export type SignUpPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignUpPayload'] = ResolversParentTypes['SignUpPayload']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ProfileUserError']>, ParentType, ContextType>;
};

export type StoreResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Store'] = ResolversParentTypes['Store']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type UpdateProfilePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateProfilePayload'] = ResolversParentTypes['UpdateProfilePayload']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ProfileUserError']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AudienceExport?: AudienceExportResolvers<ContextType>;
  Birthday?: BirthdayResolvers<ContextType>;
  CommunicationPreference?: CommunicationPreferenceResolvers<ContextType>;
  Consent?: ConsentResolvers<ContextType>;
  ConsentConnection?: ConsentConnectionResolvers<ContextType>;
  ConsentEdge?: ConsentEdgeResolvers<ContextType>;
  ContactEmail?: ContactEmailResolvers<ContextType>;
  ContactPhone?: ContactPhoneResolvers<ContextType>;
  Customer?: CustomerResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  EmailAddress?: GraphQLScalarType;
  ExportManifest?: ExportManifestResolvers<ContextType>;
  Locale?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PhoneNumber?: GraphQLScalarType;
  PrivacyRequest?: PrivacyRequestResolvers<ContextType>;
  PrivacyTask?: PrivacyTaskResolvers<ContextType>;
  ProfileUserError?: ProfileUserErrorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RecordConsentsPayload?: RecordConsentsPayloadResolvers<ContextType>;
  Segment?: SegmentResolvers<ContextType>;
  SegmentCondition?: SegmentConditionResolvers<ContextType>;
  SegmentConnection?: SegmentConnectionResolvers<ContextType>;
  SegmentEdge?: SegmentEdgeResolvers<ContextType>;
  SegmentMember?: SegmentMemberResolvers<ContextType>;
  SegmentMemberConnection?: SegmentMemberConnectionResolvers<ContextType>;
  SegmentMemberEdge?: SegmentMemberEdgeResolvers<ContextType>;
  SegmentPreview?: SegmentPreviewResolvers<ContextType>;
  SegmentRules?: SegmentRulesResolvers<ContextType>;
  SignUpPayload?: SignUpPayloadResolvers<ContextType>;
  Store?: StoreResolvers<ContextType>;
  URL?: GraphQLScalarType;
  UpdateProfilePayload?: UpdateProfilePayloadResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};
