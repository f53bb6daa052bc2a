import { createOnce, derivedId, keyError, userError, withEvents } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import { withDecisions } from '../domain/decisions.ts';
import {
  birthdayProblem,
  firstProblem,
  homeStoreProblem,
  jurisdictionProblem,
  nameProblem,
  recommenderProblem,
} from '../domain/person.ts';
import { customerRegistered } from '../events/publish.ts';
import type { SignUpInput } from '../generated/resolvers.ts';
import type { CustomerItem } from '../repository/customers.ts';
import { consentProblem, decisionsOf } from './judge-consents.ts';
import {
  done,
  invalid,
  payloadOf,
  refusal,
  refused,
  type Outcome,
  type Payload,
  type ProfileError,
} from './payload.ts';
import { releaseContact, reserveContact, type WantedContact } from './reserve-contact.ts';

const problemOf = (input: SignUpInput) =>
  firstProblem(
    nameProblem('givenName', input.givenName),
    input.familyName == null ? null : nameProblem('familyName', input.familyName),
    birthdayProblem(input.birthMonth ?? null, input.birthDay ?? null),
    homeStoreProblem(input.homeStoreId ?? null),
    jurisdictionProblem(input.jurisdiction ?? null),
    recommenderProblem(input.referralCode),
  );

const newCustomer = (id: string, input: SignUpInput, at: string): CustomerItem => {
  const { givenName, familyName, email, phone, birthMonth, birthDay, locale, homeStoreId, source, jurisdiction } =
    input;
  const occasion = {
    source,
    jurisdiction: jurisdiction ?? null,
    at,
    idOf: (place: number) => derivedId('con', id, String(place)),
  };
  return {
    id,
    revision: 1,
    status: 'ACTIVE',
    givenName: givenName.trim(),
    familyName: familyName?.trim(),
    email: { address: email.toLowerCase(), verifiedAt: null },
    phone: phone == null ? undefined : { number: phone, verifiedAt: null },
    birthday: birthMonth == null || birthDay == null ? undefined : { month: birthMonth, day: birthDay, year: null },
    locale,
    homeStoreId: homeStoreId ?? undefined,
    consents: withDecisions([], decisionsOf(input.consents), occasion),
    communicationPreferences: [],
    doNotSellOrShare: false,
    createdAt: at,
    termsVersion: input.termsVersion,
  };
};

const emailTaken: ProfileError = userError(
  'EMAIL_TAKEN',
  'There is an account with this e-mail address already. Please sign in.',
  'email',
);
const phoneTaken: ProfileError = userError(
  'PHONE_TAKEN',
  'Another account has this phone number. Please give another one, or none.',
  'phone',
);

/** Reserves both contacts, or neither. */
const reserveContacts = async (id: string, input: SignUpInput, context: Context): Promise<ProfileError | null> => {
  const email: WantedContact = { kind: 'email', value: input.email };
  if (!(await reserveContact(email, id, context))) return emailTaken;
  if (input.phone == null || (await reserveContact({ kind: 'phone', value: input.phone }, id, context))) return null;
  await releaseContact(email, id, context.repositories);
  return phoneTaken;
};

/** The customer comes last: reservations without one are taken over by whoever needs the contact. */
const register = async (id: string, input: SignUpInput, context: Context): Promise<Outcome> => {
  const { repositories, now } = context;
  if ((await repositories.customers.table.get({ partition: id })) !== null) return done(id);
  const decisions = decisionsOf(input.consents);
  const problem = await consentProblem(decisions, context, input.termsVersion);
  const obstacle = problem ?? (await reserveContacts(id, input, context));
  if (obstacle !== null) return refused(obstacle);
  const customer = newCustomer(id, input, now().toISOString());
  const registration = {
    source: input.source,
    jurisdiction: input.jurisdiction ?? null,
    enrollInLoyalty: input.enrollInLoyalty ?? true,
    referralCode: input.referralCode ?? undefined,
    decisions,
  };
  await repositories.customers.table.create(withEvents(customer, [customerRegistered(customer, registration)]));
  return done(id);
};

/** Makes a customer. Only the first answer lets a caller without a token read the new profile. */
export const signUp = async (input: SignUpInput, context: Context): Promise<Payload> => {
  const call = { viewer: context.viewer, mutation: 'signUp', input };
  const keyFault = keyError(call);
  if (keyFault !== null) return refusal(keyFault);
  const problem = problemOf(input);
  if (problem !== null) return refusal(invalid(problem));
  const { claims, now, signal } = context;
  const effect = (ulid: string): Promise<Outcome> => register(`cus_${ulid}`, input, context);
  const result = await createOnce({ claims, call, now, signal, effect });
  const payload = payloadOf(result);
  if (result.kind !== 'done' || result.replayed || payload.customer === null) return payload;
  return { ...payload, customer: { ...payload.customer, isNew: true } };
};
