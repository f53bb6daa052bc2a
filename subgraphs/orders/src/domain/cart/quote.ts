import type { HandoffMode, SalesChannel } from '@qsr/subgraph/channels';
import { after } from '@qsr/subgraph/instants';
import type { BenefitSelection } from '../benefits.ts';
import { subtotalOf, type Line } from '../lines.ts';
import type { Owned } from '../ownership.ts';
import { priceCheck } from '../pricing/price.ts';
import type { ChargeTerms, PricedCheck } from '../pricing/terms.ts';
import { quoteKeptMs, quoteLifeMs } from '../quote-status.ts';
import { mostMinor } from './lines.ts';
import type { DeliveryAddress } from '../order.ts';
import { problem, type Problem } from './problem.ts';
import { benefitTerms, type Answers } from './terms.ts';

/** What is priced: a cart, or an earlier quote of it. */
export interface QuoteBasis extends Owned {
  readonly cartId: string;
  readonly cartVersion: number;
  readonly storeId: string;
  readonly currency: string;
  readonly channel: SalesChannel;
  readonly handoffMode: HandoffMode;
  readonly requestedFor: string | null;
  readonly deliveryAddress: DeliveryAddress | null;
  readonly lines: readonly Line[];
  readonly benefits: BenefitSelection;
  /** Minor units. */
  readonly tip: number;
}

/** A tip as a client sent it. */
export interface Tip {
  readonly amountMinor: number;
  readonly currency: string;
}

/** What is wrong with a tip; null when nothing is. */
export const tipProblem = ({ amountMinor, currency }: Tip, expected: string): Problem | null => {
  if (currency !== expected) {
    return problem('CURRENCY_MISMATCH', `The restaurant counts in ${expected}, not in ${currency}.`, 'tip', 'currency');
  }
  if (amountMinor >= 0 && amountMinor <= mostMinor) return null;
  const message = amountMinor < 0 ? 'A tip is nothing or more.' : 'This is more than a tip can be.';
  return problem('INVALID_INPUT', message, 'tip', 'amountMinor');
};

/** The lines as they were, those that are priced now, and what others say about the benefits. */
export interface QuoteFacts {
  readonly lines: readonly Line[];
  readonly store: Omit<ChargeTerms, 'handoffMode'>;
  readonly answers: Answers;
  readonly now: Date;
}

const changedPrices = 'Prices have changed since the items were put into the cart.';

const priced = ({ lineDiscounts, ...check }: PricedCheck) => ({
  ...check,
  lineDiscounts: Object.fromEntries(lineDiscounts),
});

/** Prices a basis at `facts.lines`. Throws `AppError` for prices that nobody can pay: negative ones, fractions. */
export const quoteOf = ({ tip, ...basis }: QuoteBasis, { lines, store, answers, now }: QuoteFacts) => {
  const { warnings, ...terms } = benefitTerms(basis.benefits, answers);
  const { handoffMode, currency } = basis;
  const check = priceCheck({ ...terms, currency, lines, tip, store: { ...store, handoffMode } });
  return {
    ...basis,
    ...priced(check),
    status: 'OPEN' as const,
    lines,
    createdAt: now.toISOString(),
    expiresAt: after(now, quoteLifeMs),
    keptUntil: after(now, quoteKeptMs),
    warnings: subtotalOf(lines) === subtotalOf(basis.lines) ? warnings : [changedPrices, ...warnings],
  };
};
