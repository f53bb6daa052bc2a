import { createJob, type Job } from '@qsr/subgraph';
import type { Logger } from '@qsr/telemetry';
import { attendAccount, type RoundParts } from '../commands/attend-account.ts';
import type { StoredLoyaltyAccount } from '../repository/accounts.ts';

/** Accounts that one run takes of each shard of the index. */
const batch = 5;

const attend = async (parts: RoundParts, account: StoredLoyaltyAccount): Promise<boolean> => {
  try {
    return await attendAccount(parts, account);
  } catch (error) {
    parts.log.warn({ err: error, account: account.id }, 'an account could not be attended; its round comes again');
    return false;
  }
};

/**
 * The daily round of every account: what runs out is announced and expires, tiers that are lost are told of, and the
 * book is held against that of the legacy system. An account that fails fails alone.
 */
export const createAttendAccounts = (parts: RoundParts & { readonly log: Logger }): Job =>
  createJob({
    name: 'attend-accounts',
    everyMs: 5_000,
    log: parts.log,
    run: async () => {
      const due = await parts.repositories.accounts.toAttend(parts.now(), batch);
      const done = await Promise.all(due.map((account) => attend(parts, account)));
      return done.filter(Boolean).length;
    },
  });
