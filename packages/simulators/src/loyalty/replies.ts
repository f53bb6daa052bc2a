import { decimal, id64 } from '../core/wire.ts';
import type { AccountRow } from './accounts.ts';
import type { Movement, TransactionRow } from './transactions.ts';
import type { WalletBalance, Wallets } from './wallets.ts';

const CARD_TEMPLATE = { code: 1, label: 'Loyalty Card' };

/** The wrapped fields of a user, as they were set. */
export const fieldsOf = (account: AccountRow): Record<string, unknown> =>
  JSON.parse(account.userFields) as Record<string, unknown>;

/** First value of a wrapped field: `firstName: ["Ann"]` → `Ann`. */
export const firstValue = (fields: Record<string, unknown>, name: string): string | null => {
  const value = fields[name];
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  return typeof first === 'string' && first !== '' ? first : null;
};

const nameOf = (account: AccountRow): string => {
  const fields = fieldsOf(account);
  return [firstValue(fields, 'firstName'), firstValue(fields, 'lastName')].filter((name) => name !== null).join(' ');
};

const masked = (account: AccountRow) => account.printedCardNumber.slice(-6);

const pointsReply = (wallet: WalletBalance) => ({
  pointName: wallet.name,
  pointType: 1,
  points: decimal(wallet.points),
  walletCode: wallet.walletCode,
  expirationDates: wallet.lots.map(({ expiresOn, points }) => ({ quantity: decimal(points), date: expiresOn })),
});

/** Redeemable wallets, the others, and stored value, which this merchant does not use. */
export const balancesReply = (wallets: Wallets, accountId: string): object => {
  const list = wallets.list(accountId);
  return {
    balancePoints: list.filter(({ redeemable }) => redeemable === 0).map(pointsReply),
    rewardPoints: list.filter(({ redeemable }) => redeemable === 1).map(pointsReply),
    svCurrentBalance: decimal(0),
  };
};

/** What `guest/accountInformation` says, which the bulk extension repeats for each key. */
export const accountReply = (wallets: Wallets, account: AccountRow): object => ({
  result: 'success',
  accountId: id64(account.accountId),
  username: account.email ?? '',
  accountStatus: account.status,
  queryCardStatus: account.status === 'ACTIVE' ? 'ACTIVE' : 'DISABLED',
  isRegistered: account.email !== null,
  cardTemplateCode: CARD_TEMPLATE.code,
  cardTemplateLabel: CARD_TEMPLATE.label,
  tierCode: account.tierCode,
  tierLabel: account.tierLabel,
  fields: {
    style: 'typed',
    enrollDate: [account.enrolledOn],
    customerNumber: account.customerNumber === null ? [] : [account.customerNumber],
  },
  primaryCard: {
    printedCardNumber: account.printedCardNumber,
    maskedCardNumber: masked(account),
    status: account.status === 'ACTIVE' ? 'ACTIVE' : 'DISABLED',
  },
  additionalCards: [],
  ...balancesReply(wallets, account.accountId),
});

/** The account's part of every reply of the transaction service. */
export const cardReply = (account: AccountRow): object => ({
  enrollDate: account.enrolledOn,
  printedCardNumber: account.printedCardNumber,
  maskedCardNumber: masked(account),
  isRegistered: account.email !== null,
  tierName: account.tierLabel,
  tierCode: account.tierCode,
  cardTemplateCode: CARD_TEMPLATE.code,
  cardTemplateName: CARD_TEMPLATE.label,
  customerName: nameOf(account),
});

const operationNames = { 1: 'Earned', 2: 'Used', 3: 'Earned', 4: 'Used' } as const;

export const movementReply = (wallets: readonly WalletBalance[], movement: Movement): object => {
  const name = wallets.find(({ walletCode }) => walletCode === movement.walletCode)?.name ?? '';
  return {
    name: `${name} ${operationNames[movement.operationType]}`,
    operationType: movement.operationType,
    walletCode: movement.walletCode,
    quantity: decimal(movement.points),
  };
};

/** How a transaction is referred to later. */
export const referenceReply = (transaction: TransactionRow): object => ({
  posTransactionId: transaction.posTransactionId,
  pxAuthCode: transaction.pxAuthCode,
  pxTransactionId: id64(transaction.pxTransactionId),
});

const outcomes = {
  authorizedSuccess: [200, 'Authorized'],
  insufficient: [305, 'Insufficient balance'],
  inactive: [310, 'Card is not active'],
  duplicate: [320, 'Duplicate transaction'],
  tooOld: [330, 'Transaction is older than seven days'],
  alreadyReversed: [331, 'Transaction was reversed before'],
  invalid: [400, 'Invalid request'],
  unknownCard: [404, 'Card not found'],
  unknownTransaction: [405, 'Transaction not found'],
  unknownWallet: [406, 'Wallet not found'],
} as const;

export type Outcome = keyof typeof outcomes;

const resultOf = (code: number) => {
  if (code < 300) return 'authorizedSuccess';
  return code < 400 ? 'denied' : 'userDataError';
};

/** Result and code of a reply of the transaction service; the numbers are ours, their hundreds the real system's. */
export const outcomeReply = (outcome: Outcome, detail?: string): object => {
  const [responseCode, responseMessage] = outcomes[outcome];
  const result = resultOf(responseCode);
  if (result === 'authorizedSuccess') return { result, responseCode, responseMessage };
  return {
    ...{ result, responseCode, responseMessage },
    errorCode: `transaction.${outcome}`,
    errorMessage: detail ?? responseMessage,
  };
};

/** What the guest, check and enrolment services answer when they refuse. */
export const failureReply = (errorCode: string, errorMessage: string): object => ({
  ...{ result: 'failure', errorCode, errorMessage },
});
