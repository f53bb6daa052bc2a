import { mainProgram } from '../domain/account.ts';
import type { StoredLoyaltyAccount } from './accounts.ts';
import type { Repositories } from './index.ts';

/** The account of a customer; null for who is no member. Two reads, both strongly consistent. */
export const memberAccount = async (
  { enrolments, accounts }: Pick<Repositories, 'enrolments' | 'accounts'>,
  customerId: string,
): Promise<StoredLoyaltyAccount | null> => {
  const enrolment = await enrolments.table.get({ partition: customerId, sort: mainProgram });
  return enrolment === null ? null : accounts.table.get({ partition: enrolment.accountId });
};
