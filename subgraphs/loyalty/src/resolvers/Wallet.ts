import type { WalletResolvers } from '../generated/resolvers.ts';
import { pointsBalance } from '../balance.ts';

export const Wallet: WalletResolvers = {
  balance: ({ account }, _args, context) => pointsBalance(account, context),
};
