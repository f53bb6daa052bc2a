import type { CheckTotalsResolvers } from '../generated/resolvers.ts';
import { amountOf } from './amounts.ts';

export const CheckTotals: CheckTotalsResolvers = {
  subtotal: amountOf('subtotal'),
  discountTotal: amountOf('discountTotal'),
  serviceChargeTotal: amountOf('serviceChargeTotal'),
  taxTotal: amountOf('taxTotal'),
  tipTotal: amountOf('tipTotal'),
  total: amountOf('total'),
};
