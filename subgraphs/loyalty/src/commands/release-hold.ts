import type { releaseHold as contract } from '@qsr/commands';
import type { Context } from '../context.ts';
import { walletIn, withWallet } from '../domain/entries.ts';
import { releaseOf } from '../domain/holds.ts';
import { holdIdOf } from '../ids.ts';
import { changeAccount } from '../repository/accounts.ts';
import { memberAccount } from '../repository/members.ts';
import { programOfAccount } from '../repository/programs.ts';
import type { InputOf, OutputOf } from './contract-types.ts';

/** Ends a hold; of a checkout that held nothing it is remembered. Who is no member holds nothing. */
export const releaseHold = async (
  { checkoutId, customerId }: InputOf<typeof contract>,
  { repositories, now, signal }: Context,
): Promise<OutputOf<typeof contract>> => {
  const account = await memberAccount(repositories, customerId);
  if (account === null) return { outcome: 'RELEASED' };
  const { code } = (await programOfAccount(repositories, account)).pointsWallet;
  const unknown = { id: holdIdOf(checkoutId), checkoutId, orderId: null, storeCode: null, points: 0 };
  const found = { captured: false };
  await changeAccount({
    table: repositories.accounts.table,
    account,
    now: now(),
    signal,
    step: (current) => {
      const wallet = walletIn(current, code);
      const released = releaseOf(wallet, unknown, now());
      found.captured = released === null;
      return released === null || released === wallet ? null : { state: withWallet(current, code, released) };
    },
  });
  return { outcome: found.captured ? 'ALREADY_CAPTURED' : 'RELEASED' };
};
