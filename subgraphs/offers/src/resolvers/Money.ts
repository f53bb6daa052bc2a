import { exponentOf } from '../domain/money.ts';
import type { MoneyResolvers } from '../generated/resolvers.ts';

export const Money: MoneyResolvers = {
  exponent: ({ currency }) => exponentOf(currency),
};
