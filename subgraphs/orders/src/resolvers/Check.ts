import type { CheckResolvers } from '../generated/resolvers.ts';
import { inCurrency } from './amounts.ts';

export const Check: CheckResolvers = {
  totals: ({ totals, currency }) => ({ ...totals, currency }),
  discounts: ({ discounts, currency }) => inCurrency(discounts, currency),
  tenders: ({ tenders, currency }) => inCurrency(tenders, currency),
};
