import type { LoyaltyClient } from '@qsr/legacy';
import type { Logger } from '@qsr/telemetry';
import { attempted, enrolledWith, type LegacyCard } from '../domain/enrolment.ts';
import { addDays, dayOf } from '../domain/calendar.ts';
import { dueAgain } from '../domain/round.ts';
import { memberEvent } from '../events/publish.ts';
import { changeAccount, type LoyaltyAccountItem, type StoredLoyaltyAccount } from '../repository/accounts.ts';
import type { Repositories } from '../repository/index.ts';
import { reserveCard } from './reserve-card.ts';

/** What enrolling needs: of the process, for it goes on after the answer. */
export interface EnrolParts {
  readonly repositories: Repositories;
  readonly client: LoyaltyClient;
  readonly now: () => Date;
  readonly random: () => number;
  readonly log: Pick<Logger, 'warn'>;
  /** Wakes the job that posts. */
  readonly nudge: () => void;
  /** Pause between two rounds of an account, in ms. */
  readonly roundEveryMs: number;
}

/** Nothing was in the book of an account that was made just now; one that was there before is opened by its round. */
const newBook = (now: Date) => ({ through: addDays(dayOf(now), -1), covered: [], fraction: 0, difference: 0 });

/** Tells that a customer is a member now. */
export const accountEnrolled = (account: LoyaltyAccountItem, at: string) =>
  memberEvent('loyalty.account.enrolled', account, {
    data: { programCode: account.programCode, tierCode: account.announcedTierCode },
    key: account.id,
    at,
  });

const activate = async (
  { repositories, now, roundEveryMs }: EnrolParts,
  account: StoredLoyaltyAccount,
  { existed, ...card }: LegacyCard & { readonly existed: boolean },
): Promise<StoredLoyaltyAccount> => {
  const changed = await changeAccount({
    table: repositories.accounts.table,
    account,
    now: now(),
    step: (current) => {
      if (current.status !== 'PENDING_ENROLLMENT') return null;
      const enrolled = enrolledWith(current, card, now());
      const state = dueAgain(enrolled, now(), existed ? 0 : roundEveryMs);
      return {
        state: existed ? state : { ...state, reconciliation: newBook(now()) },
        events: [accountEnrolled(current, now().toISOString())],
      };
    },
  });
  return changed ?? account;
};

/**
 * One attempt to have the legacy system make an account, which knows a customer once however often it is asked. The
 * attempt is written down first: nobody else makes one before its pause is over. Answers the account as it is then.
 */
export const enrolAccount = async (parts: EnrolParts, account: StoredLoyaltyAccount): Promise<StoredLoyaltyAccount> => {
  const { repositories, client, now, random, log, nudge } = parts;
  const { id: accountId, customerId, programCode, enrolment, version } = account;
  if (account.status !== 'PENDING_ENROLLMENT' || enrolment === undefined) return account;
  const claimed = attempted(account, now(), random);
  if (!(await repositories.accounts.table.replace(claimed, version))) return account;
  await repositories.enrolments.table.create({ customerId, programCode, accountId });
  const { optIn, textCampaignOptIn } = enrolment;
  const outcome = await client.writes().enrol({ customerId, optIn, textCampaignOptIn });
  if (outcome.outcome !== 'applied') {
    log.warn({ account: accountId, outcome }, 'an account could not be enrolled; it is tried again');
    return { ...claimed, version: version + 1 };
  }
  await reserveCard({ cardNumber: outcome.cardNumber, accountId }, parts);
  const activated = await activate(parts, { ...claimed, version: version + 1 }, outcome);
  nudge();
  return activated;
};
