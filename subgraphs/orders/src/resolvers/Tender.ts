import type { TenderResolvers } from '../generated/resolvers.ts';
import { amountOf } from './amounts.ts';

export const Tender: TenderResolvers = {
  amount: amountOf('amount'),
};
