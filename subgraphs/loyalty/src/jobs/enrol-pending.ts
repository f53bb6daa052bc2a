import { createJob, type Job } from '@qsr/subgraph';
import type { Logger } from '@qsr/telemetry';
import { enrolAccount, type EnrolParts } from '../commands/enrol-account.ts';
import { actOnWaitingEvents } from '../commands/waiting-events.ts';
import type { StoredLoyaltyAccount } from '../repository/accounts.ts';

/** Accounts that one run takes, all at once: the client of the legacy system bounds how many writes are in flight. */
const batch = 20;

const enrol = async (parts: EnrolParts, account: StoredLoyaltyAccount): Promise<boolean> => {
  try {
    await enrolAccount(parts, account);
    await actOnWaitingEvents(parts, account);
    return true;
  } catch (error) {
    parts.log.warn({ err: error, account: account.id }, 'an account could not be enrolled; it stays due');
    return false;
  }
};

/** Has the legacy system make the accounts that it does not know yet. One that fails waits longer each time. */
export const createEnrolPending = (parts: EnrolParts & { readonly log: Logger }): Job =>
  createJob({
    name: 'enrol-pending',
    everyMs: 1_000,
    log: parts.log,
    run: async () => {
      const due = await parts.repositories.accounts.toEnrol(parts.now(), batch);
      const done = await Promise.all(due.map((account) => enrol(parts, account)));
      return done.filter(Boolean).length;
    },
  });
