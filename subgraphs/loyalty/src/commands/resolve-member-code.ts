import type { resolveMemberCode as contract } from '@qsr/commands';
import type { Context } from '../context.ts';
import type { InputOf, OutputOf } from './contract-types.ts';

/** Whose code was scanned; null for a code that is forged or has run out, and for accounts that are not active. */
export const resolveMemberCode = async (
  { memberCode }: InputOf<typeof contract>,
  { memberCodes, now, loaders }: Context,
): Promise<OutputOf<typeof contract>> => {
  const accountId = memberCodes.accountOf(memberCode, now());
  const account = accountId === null ? null : await loaders.accounts.load(accountId);
  return { customerId: account?.status === 'ACTIVE' ? account.customerId : null };
};
