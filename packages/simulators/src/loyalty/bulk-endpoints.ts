import { z } from 'zod';
import { endpoint, type Answer, type CallContext, type Endpoint } from '../core/endpoint.ts';
import { shuffled } from '../core/random.ts';
import { id64, id64Field, integerField } from '../core/wire.ts';
import { accountReply, failureReply } from './replies.ts';
import { invalidGuestCall } from './requests.ts';
import type { LoyaltySystem } from './system.ts';

const bulkParams = z.object({ merchantId: integerField(), accountIds: z.array(id64Field()).min(1).max(100) });

const one = (system: LoyaltySystem, accountId: string, { faults, random }: CallContext): object => {
  if (random() < faults.keyErrorRate) return failureReply('system.temporarily_unavailable', 'Try this account later');
  const account = system.accounts.byId(accountId);
  return account === undefined
    ? failureReply('account.not_found', 'Account not found')
    : accountReply(system.wallets, account);
};

/** Each key answers for itself, in no order. */
const accountInformation = (
  system: LoyaltySystem,
  { accountIds }: z.output<typeof bulkParams>,
  context: CallContext,
): Answer => ({
  result: 'success',
  accounts: shuffled([...new Set(accountIds)], context.random).map((accountId) => ({
    accountId: id64(accountId),
    ...one(system, accountId, context),
  })),
});

/** Not part of the real system: a batch read that its owner could add. */
export const bulkEndpoints = (system: LoyaltySystem): Endpoint[] => [
  endpoint({
    name: 'ext/bulk/accountInformation',
    methods: ['POST'],
    paths: ['/rest/:release/ext/bulk/accountInformation.json'],
    params: bulkParams,
    answer: (params, context) => accountInformation(system, params, context),
    invalid: invalidGuestCall,
  }),
];
