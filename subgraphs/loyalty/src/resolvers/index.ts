import { Money, type ResolverMap } from '@qsr/subgraph';
import { AccountReward } from './AccountReward.ts';
import { Customer } from './Customer.ts';
import { LedgerEntry } from './LedgerEntry.ts';
import { LoyaltyAccount } from './LoyaltyAccount.ts';
import { LoyaltyProgram } from './LoyaltyProgram.ts';
import { LoyaltyReward } from './LoyaltyReward.ts';
import { Mutation } from './Mutation.ts';
import { Order } from './Order.ts';
import { OrderLoyalty } from './OrderLoyalty.ts';
import { Query } from './Query.ts';
import { Quote } from './Quote.ts';
import { Wallet } from './Wallet.ts';

/** Every type with resolvers of its own; all other fields are read off the object that stands behind their type. */
export const resolvers: ResolverMap = {
  AccountReward,
  Customer,
  LedgerEntry,
  LoyaltyAccount,
  LoyaltyProgram,
  LoyaltyReward,
  Money,
  Mutation,
  Order,
  OrderLoyalty,
  Query,
  Quote,
  Wallet,
};
