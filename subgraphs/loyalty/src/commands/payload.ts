import { callError, userError, type UserError } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import type { LoyaltyErrorCode } from '../generated/resolvers.ts';
import type { LoyaltyAccountMapper } from '../mappers.ts';

export type LoyaltyError = UserError<LoyaltyErrorCode>;

/** What enrolling and linking answer. */
export interface AccountPayload {
  readonly account: LoyaltyAccountMapper | null;
  readonly userErrors: readonly LoyaltyError[];
}

/** What is remembered of such an answer. */
export type AccountOutcome = { readonly accountId: string | null; readonly userErrors: readonly LoyaltyError[] };

export const done = (accountId: string): AccountOutcome => ({ accountId, userErrors: [] });

export const refused = (error: LoyaltyError): AccountOutcome => ({ accountId: null, userErrors: [error] });

export const refusal = (error: LoyaltyError): AccountPayload => ({ account: null, userErrors: [error] });

export const invalid = (message: string, field: string): LoyaltyError => userError('INVALID_INPUT', message, field);

/** What a call of the kit ended with, as a payload; the account as it is now. */
export const accountPayload = async (
  result: { readonly kind: string } | { readonly kind: 'done'; readonly outcome: AccountOutcome },
  { repositories }: Pick<Context, 'repositories'>,
): Promise<AccountPayload> => {
  if (!('outcome' in result)) {
    return refusal(callError(result) ?? userError('NOT_FOUND', 'There is no such account.'));
  }
  const { accountId, userErrors } = result.outcome;
  const account = accountId === null ? null : await repositories.accounts.table.get({ partition: accountId });
  return { account, userErrors };
};
