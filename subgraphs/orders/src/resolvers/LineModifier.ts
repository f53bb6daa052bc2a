import type { LineModifierResolvers } from '../generated/resolvers.ts';
import { amountOf } from './amounts.ts';

export const LineModifier: LineModifierResolvers = {
  priceDelta: amountOf('priceDelta'),
};
