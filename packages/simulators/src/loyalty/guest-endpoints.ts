import { z } from 'zod';
import { endpoint, type Answer, type Endpoint } from '../core/endpoint.ts';
import { booleanField, integerField } from '../core/wire.ts';
import type { AccountRow } from './accounts.ts';
import { accountReply, failureReply, fieldsOf, movementReply, referenceReply } from './replies.ts';
import { findAccount, guestParams, invalidGuestCall, type GuestParams } from './requests.ts';
import { dayOf, type LoyaltySystem } from './system.ts';
import type { GuestTokens } from './tokens.ts';

/** Documented as GET; older releases took the same fields as a POST body, and so does this. */
const service = (name: string) => ({
  name: `guest/${name}`,
  methods: ['GET', 'POST'] as const,
  paths: [`/rest/:release/guest/${name}.json`],
  invalid: invalidGuestCall,
});

/** Why the caller may not see an account; undefined when it may. */
const refusalOf = (
  { system, tokens }: { readonly system: LoyaltySystem; readonly tokens: GuestTokens },
  params: GuestParams,
  account: AccountRow,
): object | undefined => {
  if (params.authentication === 'oauth' && tokens.accountOf(params.access_token ?? '') !== account.accountId) {
    return failureReply('oauth.invalid_token', 'The access token is not valid for this account');
  }
  if (params.authentication !== 'card') return undefined;
  const code = system.accounts.registrationCode(account.printedCardNumber);
  return params.printedCardNumber === account.printedCardNumber &&
    (code === undefined || code === params.registrationCode)
    ? undefined
    : failureReply('card.invalid_registration_code', 'The registration code does not belong to this card');
};

/** Answers for the account that is meant, if the caller may see it. */
const forAccount = (
  parts: { readonly system: LoyaltySystem; readonly tokens: GuestTokens },
  params: GuestParams,
  answer: (account: AccountRow) => Answer,
): Answer => {
  const account = findAccount(parts.system, params);
  if (account === undefined) return failureReply('account.not_found', 'Account not found');
  return refusalOf(parts, params, account) ?? answer(account);
};

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'not a date YYYY-MM-DD');

const historyParams = guestParams.extend({
  dateStart: day.default('0000-01-01'),
  dateEnd: day.optional(),
  maxNumberOfResults: integerField().default(100),
  limitToBalanceAffectingTransactions: booleanField().default(false),
});

const history = (system: LoyaltySystem, account: AccountRow, params: z.output<typeof historyParams>): Answer => {
  const { transactions, wallets } = system;
  const names = wallets.list(account.accountId);
  const rows = transactions.history({
    accountId: account.accountId,
    dateStart: params.dateStart,
    dateEnd: params.dateEnd ?? dayOf(system.now()),
    limit: params.maxNumberOfResults,
  });
  return {
    result: 'success',
    transactions: rows.map((row) => ({
      ...referenceReply(row),
      datetime: row.occurredAt,
      transactionType: row.requestType,
      storeCode: row.storeCode,
      reversed: transactions.isReversed(row.pxTransactionId),
      changedWalletContents: transactions
        .movements(row.pxTransactionId)
        .map((movement) => movementReply(names, movement)),
    })),
  };
};

/** The guest service: what a guest may see of an account. */
export const guestEndpoints = (system: LoyaltySystem, tokens: GuestTokens): Endpoint[] => [
  endpoint({
    ...service('accountInformation'),
    params: guestParams,
    answer: (params) => forAccount({ system, tokens }, params, (account) => accountReply(system.wallets, account)),
  }),
  endpoint({
    ...service('userInformation'),
    params: guestParams,
    answer: (params) =>
      forAccount({ system, tokens }, params, (account) => ({ result: 'success', fields: fieldsOf(account) })),
  }),
  endpoint({
    ...service('transactionHistory'),
    params: historyParams,
    answer: (params) => forAccount({ system, tokens }, params, (account) => history(system, account, params)),
  }),
];
