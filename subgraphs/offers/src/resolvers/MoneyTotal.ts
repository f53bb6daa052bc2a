import { exponentOf } from '../domain/money.ts';
import type { MoneyTotalResolvers } from '../generated/resolvers.ts';

export const MoneyTotal: MoneyTotalResolvers = {
  exponent: ({ currency }) => exponentOf(currency),
};
