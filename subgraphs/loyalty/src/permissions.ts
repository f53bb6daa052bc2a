import { everyone, ownerOr, signedIn, withScope, type PermissionTree } from '@qsr/subgraph';
import type {
  CustomerMapper,
  LedgerEntryMapper,
  LoyaltyAccountMapper,
  OrderLoyaltyMapper,
  QuoteMapper,
} from './mappers.ts';

const readAny = 'loyalty:read:any';

const customer = ownerOr<CustomerMapper>(readAny, ({ id }) => id);
const account = ownerOr<LoyaltyAccountMapper>(readAny, ({ customerId }) => customerId);
const entry = ownerOr<LedgerEntryMapper>(readAny, ({ customerId }) => customerId);
const orderLoyalty = ownerOr<OrderLoyaltyMapper>(readAny, ({ customerId }) => customerId);

/**
 * A quote whose owner was not fetched is nobody's, and not a guest's. At a kiosk the guest has the member's quote by its
 * id, and may know what it earns: a number, and nothing of the account.
 */
const quote = ownerOr<QuoteMapper>(readAny, ({ customerId = '', heldByGuest }) =>
  heldByGuest === true ? null : customerId,
);

export const permissions: PermissionTree = {
  Query: {
    me: everyone,
    loyaltyProgram: everyone,
    loyaltyAccount: withScope(readAny),
  },
  Mutation: {
    enrollInLoyalty: signedIn,
    linkLoyaltyCard: signedIn,
    adjustPoints: withScope('loyalty:adjust'),
  },
  Customer: { id: everyone, '*': customer },
  LoyaltyAccount: { id: everyone, '*': account },
  LedgerEntry: { id: everyone, '*': entry },
  OrderLoyalty: orderLoyalty,
  Quote: { id: everyone, '*': quote },

  // The catalogue, which is public.
  LoyaltyProgram: everyone,
  LoyaltyReward: everyone,
  LoyaltyRewardConnection: everyone,
  LoyaltyRewardEdge: everyone,
  Tier: everyone,

  // Reached through the types above only.
  AccountReward: everyone,
  DataFreshness: everyone,
  LedgerEntryConnection: everyone,
  LedgerEntryEdge: everyone,
  MemberCode: everyone,
  MenuItem: everyone,
  Money: everyone,
  Order: everyone,
  PageInfo: everyone,
  PointsExpiration: everyone,
  TierStatus: everyone,
  Wallet: everyone,
  WalletBalance: everyone,

  // Outcomes of mutations; the entities in them have their own rules.
  AdjustPointsPayload: everyone,
  EnrollInLoyaltyPayload: everyone,
  LinkLoyaltyCardPayload: everyone,
  LoyaltyUserError: everyone,
};
