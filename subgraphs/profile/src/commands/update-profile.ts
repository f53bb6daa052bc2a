import { userError } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import { birthdayProblem, firstProblem, homeStoreProblem, nameProblem, type Problem } from '../domain/person.ts';
import type { UpdateProfileInput } from '../generated/resolvers.ts';
import type { CustomerItem } from '../repository/customers.ts';
import { changeCustomer, type Change } from './change-customer.ts';
import { invalid, type Payload, type ProfileError } from './payload.ts';
import { reserveContact, type WantedContact } from './reserve-contact.ts';

/** What is left out stays; null removes, where something may be removed. */
const unremovable = (input: UpdateProfileInput): Problem | null => {
  const field = (['givenName', 'email', 'locale'] as const).find((name) => input[name] === null);
  return field === undefined ? null : { field, message: 'This part of a profile can be changed but not removed.' };
};

const nameInput = (field: string, value: string | null | undefined): Problem | null =>
  value == null ? null : nameProblem(field, value);

/** Both parts of a birthday are named, or neither; both are null, or neither. */
const birthdayInput = ({ birthMonth, birthDay }: UpdateProfileInput): Problem | null => {
  if ((birthMonth === undefined) !== (birthDay === undefined)) {
    return {
      field: birthMonth === undefined ? 'birthMonth' : 'birthDay',
      message: 'A birthday is changed as a whole.',
    };
  }
  return birthdayProblem(birthMonth ?? null, birthDay ?? null);
};

const problemOf = (input: UpdateProfileInput): Problem | null =>
  firstProblem(
    unremovable(input),
    nameInput('givenName', input.givenName),
    nameInput('familyName', input.familyName),
    birthdayInput(input),
    homeStoreProblem(input.homeStoreId ?? null),
  );

/** Undefined: left as it is. */
const changed = <Value>(input: Value | undefined, present: Value): Value => (input === undefined ? present : input);

const emailOf = ({ email }: UpdateProfileInput, present: CustomerItem['email']): CustomerItem['email'] =>
  email == null || email.toLowerCase() === present?.address
    ? present
    : { address: email.toLowerCase(), verifiedAt: null };

const phoneOf = ({ phone }: UpdateProfileInput, present: CustomerItem['phone']): CustomerItem['phone'] => {
  if (phone === undefined || phone === present?.number) return present;
  return phone === null ? undefined : { number: phone, verifiedAt: null };
};

const birthdayOf = ({ birthMonth, birthDay }: UpdateProfileInput, present: CustomerItem['birthday']) => {
  if (birthMonth === undefined) return present;
  return birthMonth === null || birthDay == null ? undefined : { month: birthMonth, day: birthDay, year: null };
};

const changedProfile = (input: UpdateProfileInput, customer: CustomerItem): CustomerItem => ({
  ...customer,
  givenName: input.givenName?.trim() ?? customer.givenName,
  familyName: changed(input.familyName?.trim() ?? input.familyName, customer.familyName ?? null) ?? undefined,
  email: emailOf(input, customer.email),
  phone: phoneOf(input, customer.phone),
  birthday: birthdayOf(input, customer.birthday),
  locale: input.locale ?? customer.locale,
  homeStoreId: changed(input.homeStoreId, customer.homeStoreId ?? null) ?? undefined,
});

const contactsOf = ({ email, phone }: CustomerItem): WantedContact[] => [
  ...(email === undefined ? [] : [{ kind: 'email', value: email.address } as const]),
  ...(phone === undefined ? [] : [{ kind: 'phone', value: phone.number } as const]),
];

const isAmong = ({ kind, value }: WantedContact, contacts: readonly WantedContact[]): boolean =>
  contacts.some((other) => other.kind === kind && other.value === value);

const taken = ({ kind }: WantedContact): ProfileError =>
  kind === 'email'
    ? userError('EMAIL_TAKEN', 'Another account has this e-mail address.', 'email')
    : userError('PHONE_TAKEN', 'Another account has this phone number.', 'phone');

/** Changes the profile of the signed-in customer. A contact that is given up is free for others after a while. */
export const updateProfile = (input: UpdateProfileInput, context: Context): Promise<Payload> =>
  changeCustomer('updateProfile', { input, context }, async (customer): Promise<Change> => {
    const problem = problemOf(input);
    if (problem !== null) return { error: invalid(problem) };
    if (input.expectedVersion != null && input.expectedVersion !== customer.revision) {
      const message = 'Your profile was changed meanwhile. Please look at it again.';
      return { error: userError('VERSION_CONFLICT', message, 'expectedVersion') };
    }
    const state = changedProfile(input, customer);
    const before = contactsOf(customer);
    for (const contact of contactsOf(state).filter((one) => !isAmong(one, before))) {
      // Not an effect that another try would double: it is ours already then.
      if (!(await reserveContact(contact, customer.id, context))) return { error: taken(contact) };
    }
    return { state };
  });
