import { z } from 'zod';
import { endpoint, type Answer, type CallContext, type Endpoint } from '../core/endpoint.ts';
import { id64, id64Field } from '../core/wire.ts';
import { answerDuplicate, post } from './posting.ts';
import { balancesReply, cardReply, outcomeReply, referenceReply } from './replies.ts';
import { cardInfo, headerInfo, invalidTransaction, posKey, walletContents } from './requests.ts';
import { newAuthCode, type LoyaltySystem } from './system.ts';
import type { Movement, OperationType, TransactionRow } from './transactions.ts';

const service = (name: string) => ({
  name: `transaction/${name}`,
  methods: ['POST'] as const,
  paths: [`/rest/:release/transaction/${name}.json`],
  invalid: invalidTransaction,
});

const addRedeemParams = z.object({
  headerInfo,
  cardInfo,
  addWalletContents: walletContents,
  redeemWalletContents: walletContents,
});

const movementsOf = (contents: z.output<typeof walletContents>, operationType: OperationType): Movement[] =>
  contents.map(({ walletCode, quantity }) => ({ walletCode, operationType, points: quantity }));

const REVERSIBLE_MS = 7 * 86_400_000;

const addRedeem = (
  system: LoyaltySystem,
  params: z.output<typeof addRedeemParams>,
  { faults }: CallContext,
): Answer => {
  const { accounts, wallets } = system;
  const account = accounts.byCard(params.cardInfo.printedCardNumber);
  if (account === undefined) return outcomeReply('unknownCard');
  const key = posKey(params.headerInfo, 'addRedeem', system.now());
  const duplicate = answerDuplicate(system, key, faults);
  if (duplicate !== undefined) return duplicate;
  if (account.status !== 'ACTIVE') return outcomeReply('inactive');
  const movements = [...movementsOf(params.addWalletContents, 1), ...movementsOf(params.redeemWalletContents, 2)];
  if (!movements.every(({ walletCode }) => wallets.knows(walletCode))) return outcomeReply('unknownWallet');
  const covered = movements
    .filter(({ operationType }) => operationType === 2)
    .every(({ walletCode, points }) => wallets.points({ accountId: account.accountId, walletCode }) >= points);
  if (!covered) return outcomeReply('insufficient');
  return post(system, { account, key, movements, reverses: null, echo: {} });
};

const reverseParams = z.object({
  headerInfo,
  cardInfo: cardInfo.optional(),
  pxTransactionId: id64Field().optional(),
  pxAuthCode: z.string().optional(),
  previousPosTransactionId: z.string().optional(),
  previousRequestType: z.string().optional(),
});

type ReverseParams = z.output<typeof reverseParams>;

const toReverse = ({ transactions, accounts }: LoyaltySystem, params: ReverseParams): TransactionRow | undefined => {
  if (params.pxTransactionId !== undefined) return transactions.byId(params.pxTransactionId);
  if (params.pxAuthCode !== undefined && params.cardInfo !== undefined) {
    const account = accounts.byCard(params.cardInfo.printedCardNumber);
    return account && transactions.byAuthCode(account.accountId, params.pxAuthCode);
  }
  const previous = params.previousPosTransactionId;
  if (previous === undefined) return undefined;
  return transactions.latest(params.headerInfo.storeCode, previous, params.previousRequestType ?? 'addRedeem');
};

const reverse = (system: LoyaltySystem, params: ReverseParams, { faults }: CallContext): Answer => {
  const key = posKey(params.headerInfo, 'reverse', system.now());
  const duplicate = answerDuplicate(system, key, faults);
  if (duplicate !== undefined) return duplicate;
  const original = toReverse(system, params);
  const account = original && system.accounts.byId(original.accountId);
  if (original?.reverses !== null || account === undefined) return outcomeReply('unknownTransaction');
  if (system.transactions.isReversed(original.pxTransactionId)) return outcomeReply('alreadyReversed');
  const age = system.now().getTime() - new Date(original.occurredAt).getTime();
  if (age > REVERSIBLE_MS) return outcomeReply('tooOld');
  const movements = system.transactions
    .movements(original.pxTransactionId)
    .map((movement): Movement => ({ ...movement, operationType: movement.operationType === 1 ? 3 : 4 }));
  return post(system, { account, key, movements, reverses: original.pxTransactionId, echo: {} });
};

const statusParams = z.object({ headerInfo, previousRequestType: z.string().optional() });

/** Tells what became of a transaction, by the sender's own number. */
const status = ({ transactions, accounts }: LoyaltySystem, params: z.output<typeof statusParams>): Answer => {
  const { storeCode, posTransactionId } = params.headerInfo;
  const found = transactions.latest(storeCode, posTransactionId, params.previousRequestType);
  const account = found && accounts.byId(found.accountId);
  if (found === undefined || account === undefined) return outcomeReply('unknownTransaction');
  return {
    ...outcomeReply('authorizedSuccess'),
    ...referenceReply(found),
    ...cardReply(account),
    requestType: found.requestType,
    datetime: found.occurredAt,
    reversed: transactions.isReversed(found.pxTransactionId),
  };
};

const inquiryParams = z.object({ headerInfo, cardInfo });

const balanceInquiry = (system: LoyaltySystem, params: z.output<typeof inquiryParams>): Answer => {
  const account = system.accounts.byCard(params.cardInfo.printedCardNumber);
  if (account === undefined) return outcomeReply('unknownCard');
  return {
    ...outcomeReply('authorizedSuccess'),
    posTransactionId: params.headerInfo.posTransactionId,
    pxAuthCode: newAuthCode(system.random),
    pxTransactionId: id64('0'),
    ...cardReply(account),
    ...balancesReply(system.wallets, account.accountId),
  };
};

/** The transaction service, but for accountQuery. Writes are all or nothing. */
export const transactionEndpoints = (system: LoyaltySystem): Endpoint[] => [
  endpoint({
    ...service('addRedeem'),
    params: addRedeemParams,
    answer: (params, context) => system.book.transaction(() => addRedeem(system, params, context)),
  }),
  endpoint({
    ...service('reverse'),
    params: reverseParams,
    answer: (params, context) => system.book.transaction(() => reverse(system, params, context)),
  }),
  endpoint({ ...service('status'), params: statusParams, answer: (params) => status(system, params) }),
  endpoint({ ...service('balanceInquiry'), params: inquiryParams, answer: (params) => balanceInquiry(system, params) }),
];
