import { badUserInput } from '@qsr/errors';
import { pageRequest, storeConnection } from '@qsr/subgraph';
import { dayOf } from '../domain/calendar.ts';
import { expiringPoints } from '../domain/expiry.ts';
import { tierStatus } from '../domain/tier.ts';
import { heldNow } from '../domain/wallet.ts';
import type { LoyaltyAccountResolvers } from '../generated/resolvers.ts';
import { freshnessOf, pointsBalance, pointsWalletOf, programOf } from '../balance.ts';

const daysAhead = (withinDays: number | null | undefined): number => {
  const days = withinDays ?? 30;
  if (days >= 0 && days <= 366) return days;
  throw badUserInput('LoyaltyAccount.expiringPoints(withinDays:)', `${days} is out of range; it goes from 0 to 366`);
};

/** A client may write an instant in any time zone; positions in the ledger are in UTC. */
const instant = (text: string | null | undefined): string | null =>
  text == null ? null : new Date(text).toISOString();

export const LoyaltyAccount: LoyaltyAccountResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.accounts.load(id),
  customer: ({ customerId }) => ({ id: customerId }),
  program: ({ programCode }, _args, { loaders }) => loaders.programs.load(programCode),
  maskedCardNumber: ({ cardNumber }) => (cardNumber === null ? null : `•••• ${cardNumber.slice(-4)}`),
  memberCode: ({ id, status }, _args, { memberCodes, now }) =>
    status === 'ACTIVE' ? { ...memberCodes.issue(id, now()), format: 'QR' } : null,
  points: (account, _args, context) => pointsBalance(account, context),
  wallets: async (account, _args, context) => [{ ...(await programOf(account, context)).pointsWallet, account }],
  tierStatus: async (account, _args, context) => {
    const program = await programOf(account, context);
    return tierStatus(program, account.qualifyingDays, dayOf(context.now()));
  },
  expiringPoints: async (account, args, context) => {
    const withinDays = daysAhead(args.withinDays);
    const wallet = pointsWalletOf(account, await programOf(account, context));
    const now = context.now();
    return expiringPoints(wallet.lots, heldNow(wallet, now), { today: dayOf(now), withinDays });
  },
  rewards: async (account, { affordableOnly }, context) => {
    const rewards = await context.loaders.rewardsOfProgram.load(account.programCode);
    if (!affordableOnly) return rewards.map((reward) => ({ account, reward }));
    const { available } = await pointsBalance(account, context);
    return rewards.filter(({ pointsCost }) => pointsCost <= available).map((reward) => ({ account, reward }));
  },
  ledger: async ({ id }, { filter, ...args }, { repositories }) => {
    const page = pageRequest(args, { where: 'LoyaltyAccount.ledger', initial: 20, maximum: 100 });
    const types = filter?.types == null ? null : [...new Set(filter.types)];
    const range = { from: instant(filter?.from), to: instant(filter?.to) };
    return storeConnection(await repositories.ledger.page({ ...page, ...range, accountId: id, types }), page);
  },
  freshness: (account, _args, context) => freshnessOf(account, context),
};
