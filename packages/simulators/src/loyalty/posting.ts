import { id64 } from '../core/wire.ts';
import type { CallContext } from '../core/endpoint.ts';
import type { AccountRow } from './accounts.ts';
import { balancesReply, cardReply, movementReply, outcomeReply } from './replies.ts';
import { dayOf, newAuthCode, type LoyaltySystem } from './system.ts';
import type { Movement, NewTransaction, PosKey } from './transactions.ts';

/** Odd steps from a base far beyond 2^53: a client that reads them as doubles gets every one wrong. */
export const idAt = (base: bigint, sequence: number): string => String(base + 2n * BigInt(sequence));

const TRANSACTION_BASE = 6_500_000_000_000_000_001n;

/** What is to be written: the wallets must have been checked before. */
export interface Posting {
  readonly account: AccountRow;
  readonly key: PosKey;
  readonly movements: readonly Movement[];
  readonly reverses: string | null;
  /** More fields of the reply. */
  readonly echo: object;
}

const apply = ({ wallets, settings, now }: LoyaltySystem, accountId: string, movement: Movement): void => {
  const wallet = { accountId, walletCode: movement.walletCode };
  const adds = movement.operationType === 1 || movement.operationType === 4;
  if (adds) wallets.credit(wallet, movement.points, dayOf(now(), settings().pointsLifeDays));
  else wallets.debit(wallet, movement.points);
};

const replyOf = ({ wallets }: LoyaltySystem, posting: Posting, transaction: NewTransaction): string => {
  const list = wallets.list(posting.account.accountId);
  return JSON.stringify({
    ...outcomeReply('authorizedSuccess'),
    posTransactionId: transaction.posTransactionId,
    pxAuthCode: transaction.pxAuthCode,
    pxTransactionId: id64(transaction.pxTransactionId),
    ...cardReply(posting.account),
    ...posting.echo,
    changedWalletContents: posting.movements.map((movement) => movementReply(list, movement)),
    ...balancesReply(wallets, posting.account.accountId),
  });
};

/** Writes one transaction with its effect on the wallets, and answers what the client is told. */
export const post = (system: LoyaltySystem, posting: Posting): string => {
  const { transactions, now, random } = system;
  const transaction: NewTransaction = {
    ...posting.key,
    pxTransactionId: idAt(TRANSACTION_BASE, transactions.next()),
    pxAuthCode: newAuthCode(random),
    accountId: posting.account.accountId,
    occurredAt: now().toISOString(),
    reverses: posting.reverses,
    reply: null,
  };
  transactions.add(transaction, posting.movements);
  for (const movement of posting.movements) apply(system, posting.account.accountId, movement);
  const reply = replyOf(system, posting, transaction);
  transactions.keepReply(transaction.pxTransactionId, reply);
  return reply;
};

/** The answer to a request that was posted before; undefined when it is new, or when doubles are let through. */
export const answerDuplicate = (
  { transactions }: LoyaltySystem,
  key: PosKey,
  { duplicateMode }: CallContext['faults'],
): object | string | undefined => {
  if (duplicateMode === 'none') return undefined;
  const first = transactions.byKey(key);
  if (first === undefined) return undefined;
  return duplicateMode === 'A' && first.reply !== null ? first.reply : outcomeReply('duplicate');
};
