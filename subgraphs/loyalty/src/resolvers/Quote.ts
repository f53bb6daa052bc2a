import { canEarn } from '../domain/account.ts';
import { dayOf } from '../domain/calendar.ts';
import { earnedPoints } from '../domain/money.ts';
import { tierStatus } from '../domain/tier.ts';
import type { QuoteResolvers } from '../generated/resolvers.ts';
import { programOf } from '../balance.ts';

export const Quote: QuoteResolvers = {
  __resolveReference: (quote) => quote,
  estimatedPoints: async ({ customerId, accrualBase }, _args, { loaders, now }) => {
    const enrolment = customerId == null ? null : await loaders.enrolments.load(customerId);
    const account = enrolment === null ? null : await loaders.accounts.load(enrolment.accountId);
    if (account === null || accrualBase == null || !canEarn(account.status)) return null;
    const program = await programOf(account, { loaders });
    const { tier } = tierStatus(program, account.qualifyingDays, dayOf(now()));
    return earnedPoints(accrualBase, program.earnRates, tier.earnMultiplierPercent);
  },
};
