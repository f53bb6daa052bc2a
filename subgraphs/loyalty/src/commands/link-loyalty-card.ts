import { AppError } from '@qsr/errors';
import type { LegacyMember } from '@qsr/legacy';
import { createOnce, isPassing, keyError, retryLater, userError } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import { mainProgram } from '../domain/account.ts';
import { enrolledWith, isUntouched } from '../domain/enrolment.ts';
import { dueAgain } from '../domain/round.ts';
import type { LinkLoyaltyCardInput } from '../generated/resolvers.ts';
import { accountIdOf } from '../ids.ts';
import { changeAccount, type StoredLoyaltyAccount } from '../repository/accounts.ts';
import { accountEnrolled } from './enrol-account.ts';
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
import { releaseCard, reserveCard } from './reserve-card.ts';

/** Should this process die after the account was made and before it has the card, a job makes another card then. */
const ownAttemptMs = 60_000;

const noChoices = { optIn: false, textCampaignOptIn: false };

const formProblem = ({ cardNumber, registrationCode }: LinkLoyaltyCardInput): LoyaltyError | null => {
  if (!/^\d{8,32}$/.test(cardNumber))
    return invalid('A card number has 8 to 32 digits and nothing else.', 'cardNumber');
  if (registrationCode == null || /^[A-Za-z0-9]{1,32}$/.test(registrationCode)) return null;
  return invalid('A registration code has up to 32 letters and digits.', 'registrationCode');
};

const unknownCard: LoyaltyError = userError(
  'CARD_NOT_FOUND',
  'There is no card with this number and registration code. Please check both.',
  'cardNumber',
);
const taken: LoyaltyError = userError('CARD_ALREADY_LINKED', 'This card belongs to a member already.', 'cardNumber');
const locked: LoyaltyError = userError('ACCOUNT_SUSPENDED', 'This account is locked. Please ask customer service.');
const otherCard: LoyaltyError = userError(
  'ALREADY_ENROLLED',
  'You have a card with points already. Customer service can put both together.',
);
const unavailable: LoyaltyError = retryLater(
  'LEGACY_UNAVAILABLE',
  'Cards cannot be looked up at the moment. Please try again later.',
);

/** The id of the account that the customer has, or is to have. */
const accountIdFor = async (customerId: string, { repositories }: Context): Promise<string> => {
  const place = await repositories.enrolments.table.get({ partition: customerId, sort: mainProgram });
  return place?.accountId ?? accountIdOf(customerId, mainProgram);
};

/** The account behind a card that its holder can prove to have, or why it cannot be linked. */
const provenCard = async (input: LinkLoyaltyCardInput, context: Context): Promise<LegacyMember | LoyaltyError> => {
  const { cardNumber, registrationCode } = input;
  const proof = { cardNumber, ...(registrationCode != null && { registrationCode }) };
  const card = await context.members.findByCard(proof).catch((error: unknown) => {
    if (error instanceof AppError) return unavailable;
    throw error;
  });
  if (card === null) return unknownCard;
  if ('code' in card) return card;
  if (card.customerId !== null && card.customerId !== context.viewer.customerId) return taken;
  if (card.status === 'ACTIVE') return card;
  return card.status === 'SUSPENDED' ? locked : unknownCard;
};

/** Whether the legacy system has no points on the account's own card either. */
const isEmptyThere = async (
  { legacyAccountId }: StoredLoyaltyAccount,
  { legacy }: Context,
): Promise<boolean | null> => {
  if (legacyAccountId === null) return true;
  return legacy.posted(legacyAccountId).then(
    ({ points }) => points === 0,
    (error: unknown) => {
      if (error instanceof AppError) return null;
      throw error;
    },
  );
};

const obstacle = (account: StoredLoyaltyAccount, isEmpty: boolean, now: Date): LoyaltyError | null => {
  if (account.status === 'SUSPENDED' || account.status === 'CLOSED') return locked;
  if (account.status === 'PENDING_ENROLLMENT') return null;
  return isEmpty && isUntouched(account, now) ? null : otherCard;
};

/**
 * Puts the card into the account. A pending account becomes active with it. A card that was made with the enrolment
 * and on which nothing has happened gives way: whoever signs up and then finds their old card keeps its points.
 */
const putCard = async (
  account: StoredLoyaltyAccount,
  card: LegacyMember,
  context: Context,
): Promise<LoyaltyError | null> => {
  const { repositories, now } = context;
  if (account.cardNumber === card.cardNumber) return null;
  const isEmpty = await isEmptyThere(account, context);
  if (isEmpty === null) return unavailable;
  let problem: LoyaltyError | null = null;
  await changeAccount({
    table: repositories.accounts.table,
    account,
    now: now(),
    step: (current) => {
      problem = current.cardNumber === card.cardNumber ? null : obstacle(current, isEmpty, now());
      if (problem !== null || current.cardNumber === card.cardNumber) return null;
      const state = dueAgain(enrolledWith(current, card, now()), now(), 0);
      const isNew = current.status === 'PENDING_ENROLLMENT';
      return { state, events: isNew ? [accountEnrolled(current, now().toISOString())] : [] };
    },
  });
  return problem;
};

const linkCard = async (ulid: string, input: LinkLoyaltyCardInput, context: Context): Promise<AccountOutcome> => {
  const { repositories, viewer, now } = context;
  const card = await provenCard(input, context);
  if ('code' in card) return refused(card);
  const program = await repositories.programs.table.get({ partition: mainProgram });
  if (program === null) throw new AppError('INTERNAL_SERVER_ERROR', `no program ${mainProgram}`);
  const customerId = viewer.customerId ?? '';
  const wanted = { cardNumber: card.cardNumber, accountId: await accountIdFor(customerId, context) };
  if (!(await reserveCard(wanted, context))) return refused(taken);
  const account = await join(context, {
    ...{ customerId, program, choices: noChoices },
    joinedAt: now().toISOString(),
    joinedBy: ulid,
    enrolInMs: ownAttemptMs,
  });
  const problem = await putCard(account, card, context);
  if (problem === null) return done(account.id);
  await releaseCard(wanted, context);
  return refused(problem);
};

/** Gives the signed-in customer a card that they have, and an account where they have none. */
export const linkLoyaltyCard = async (input: LinkLoyaltyCardInput, context: Context): Promise<AccountPayload> => {
  const { viewer, claims, now, signal, enrolling } = context;
  const call = { viewer, mutation: 'linkLoyaltyCard', input };
  const fault = keyError(call) ?? formProblem(input);
  if (fault !== null) return refusal(fault);
  const effect = (ulid: string): Promise<AccountOutcome> => linkCard(ulid, input, context);
  const result = await createOnce({ claims, call, now, signal, effect, isPassing });
  enrolling.nudge();
  return accountPayload(result, context);
};
