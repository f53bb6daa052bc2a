import { createOnce, keyError, userError } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import { judgeEdition } from '@qsr/subgraph/editions';
import { referralProblem } from '@qsr/subgraph/ids';
import type { EnrollInLoyaltyInput } from '../generated/resolvers.ts';
import { enrolAccount } from './enrol-account.ts';
import { join } from './join.ts';
import {
  accountPayload,
  done,
  invalid,
  refusal,
  refused,
  type AccountOutcome,
  type AccountPayload,
  type LoyaltyError,
} from './payload.ts';

/** The job stays away for so long, in ms: the mutation itself makes the first attempt. */
const ownAttemptMs = 10_000;

/** What the legacy system is told by who joins by themselves: what they consented to is known to profile alone. */
const noChoices = { optIn: false, textCampaignOptIn: false };

const termsProblem = async (shown: string, { repositories, now }: Context): Promise<LoyaltyError | null> => {
  const policy = await repositories.policies.table.get({ partition: 'LOYALTY_TERMS' });
  switch (judgeEdition(policy?.editions ?? [], shown, now())) {
    case 'in force':
      return null;
    case 'unknown':
      return invalid('There is no such edition of the terms.', 'termsVersion');
    case 'outdated':
      return userError(
        'POLICY_VERSION_OUTDATED',
        `Edition ${shown} of the terms is not in force any more. Please show the current one.`,
        'termsVersion',
      );
  }
};

const alreadyEnrolled: LoyaltyError = userError('ALREADY_ENROLLED', 'You are a member of this program already.');

const makeAccount = async (ulid: string, input: EnrollInLoyaltyInput, context: Context): Promise<AccountOutcome> => {
  const { repositories, viewer, now } = context;
  const { programCode = 'default', termsVersion, referralCode } = input;
  const program = await repositories.programs.table.get({ partition: programCode });
  if (program === null) return refused(userError('NOT_FOUND', 'There is no such program.', 'programCode'));
  const outdated = await termsProblem(termsVersion, context);
  if (outdated !== null) return refused(outdated);
  const account = await join(context, {
    ...{ program, termsVersion },
    customerId: viewer.customerId ?? '',
    choices: noChoices,
    joinedAt: now().toISOString(),
    joinedBy: ulid,
    enrolInMs: ownAttemptMs,
    referralCode: referralCode ?? undefined,
  });
  return account.joinedBy === ulid ? done(account.id) : { accountId: account.id, userErrors: [alreadyEnrolled] };
};

/** Makes the signed-in customer a member, with a card if the legacy system answers in time; else a job gets one. */
export const enrollInLoyalty = async (input: EnrollInLoyaltyInput, context: Context): Promise<AccountPayload> => {
  const { viewer, claims, now, signal, enrolling } = context;
  const call = { viewer, mutation: 'enrollInLoyalty', input };
  const keyFault = keyError(call);
  if (keyFault !== null) return refusal(keyFault);
  const problem = referralProblem(input.referralCode);
  if (problem !== null) return refusal(invalid(problem, 'referralCode'));
  const effect = (ulid: string): Promise<AccountOutcome> => makeAccount(ulid, input, context);
  const result = await createOnce({ claims, call, now, signal, effect });
  const payload = await accountPayload(result, context);
  const isNew = result.kind === 'done' && !result.replayed && payload.userErrors.length === 0;
  if (!isNew || payload.account === null) return payload;
  return { ...payload, account: await enrolAccount(enrolling, payload.account) };
};
