import { AppError } from '@qsr/errors';
import { after } from '@qsr/subgraph/instants';
import { enrolShard, type ContactChoices } from '../domain/enrolment.ts';
import { accountIdOf } from '../ids.ts';
import type { LoyaltyAccountItem, StoredLoyaltyAccount } from '../repository/accounts.ts';
import type { Repositories } from '../repository/index.ts';
import type { StoredProgram } from '../repository/programs.ts';

/** What joining needs. */
export interface JoinParts {
  readonly repositories: Pick<Repositories, 'accounts' | 'enrolments'>;
  readonly now: () => Date;
}

/** A customer who becomes a member. Instants are RFC 3339. */
export interface Joining {
  readonly customerId: string;
  readonly program: StoredProgram;
  readonly choices: ContactChoices;
  /** From when on orders earn. */
  readonly joinedAt: string;
  /** Names what brings them in. */
  readonly joinedBy: string;
  /** When the job may enrol the account, in ms from now: whoever does it at once keeps the job away. */
  readonly enrolInMs: number;
  readonly termsVersion?: string | undefined;
  readonly referralCode?: string | undefined;
}

const newAccount = (joining: Joining, now: Date): LoyaltyAccountItem => {
  const { customerId, program, choices, joinedAt, joinedBy, enrolInMs, termsVersion, referralCode } = joining;
  const [lowest] = program.tiers;
  const [rate] = program.tenderRates;
  if (lowest === undefined) throw new AppError('INTERNAL_SERVER_ERROR', `program ${program.code} has no tier`);
  return {
    ...{ customerId, joinedAt, joinedBy, termsVersion, referralCode },
    id: accountIdOf(customerId, program.code),
    revision: 1,
    programCode: program.code,
    status: 'PENDING_ENROLLMENT',
    enrolledAt: null,
    legacyAccountId: null,
    cardNumber: null,
    currency: rate?.money.currency ?? 'USD',
    announcedTierCode: lowest.code,
    qualifyingDays: {},
    wallets: {},
    entries: [],
    refunds: [],
    updatedAt: now.toISOString(),
    enrolment: { ...choices, attempts: 0 },
    enrolShard,
    enrolDue: after(now, enrolInMs),
  };
};

/**
 * The account of a customer in a program, made where there is none: PENDING_ENROLLMENT, with points to be earned from
 * the first moment. The account comes first, then the customer's place in the program; should this process die in
 * between, the account's enrolment finds the place missing and takes it.
 */
export const join = async (parts: JoinParts, joining: Joining): Promise<StoredLoyaltyAccount> => {
  const { accounts, enrolments } = parts.repositories;
  const { customerId, program } = joining;
  const place = { partition: customerId, sort: program.code };
  const present = await enrolments.table.get(place);
  if (present === null) {
    const account = newAccount(joining, parts.now());
    await accounts.table.create(account);
    await enrolments.table.create({ customerId, programCode: program.code, accountId: account.id });
  }
  const { accountId } = (await enrolments.table.get(place)) ?? { accountId: '' };
  const account = await accounts.table.get({ partition: accountId });
  if (account !== null) return account;
  throw new AppError('INTERNAL_SERVER_ERROR', `the account of ${customerId} is gone`);
};
