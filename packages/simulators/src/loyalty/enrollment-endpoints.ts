import { z } from 'zod';
import { endpoint, type Answer, type Endpoint } from '../core/endpoint.ts';
import { id64, integerField } from '../core/wire.ts';
import { uniqueFields, type NewAccount } from './accounts.ts';
import { idAt } from './posting.ts';
import { firstValue } from './replies.ts';
import { dayOf, type LoyaltySystem } from './system.ts';
import { hashPassword } from './tokens.ts';

const ACCOUNT_BASE = 7_200_000_000_000_000_001n;
const CARD_PREFIX = '6299';

const wrappedFields = z.looseObject({ style: z.enum(['typed', 'strings']) });

const emailField = z.array(z.email({ error: 'not a well formatted email address' })).max(1);

const registerParams = z.object({
  merchantId: integerField(),
  authentication: z.literal('b2b').default('b2b'),
  cardTemplateCode: integerField(),
  enforceUniqueFields: z.array(z.enum(uniqueFields)),
  setUserFields: wrappedFields.extend({ email: emailField.optional(), optIn: z.unknown().optional() }),
  setAccountFields: wrappedFields,
});

type RegisterParams = z.output<typeof registerParams>;

/** The trap of the real system: whoever leaves `optIn` blank has agreed. */
const optedIn = (value: unknown): boolean => {
  const given: unknown = Array.isArray(value) ? value[0] : value;
  return given !== false && given !== 'false';
};

const newAccount = (system: LoyaltySystem, { setUserFields, setAccountFields }: RegisterParams): NewAccount => {
  const sequence = system.accounts.count() + 1;
  const optIn = optedIn(setUserFields.optIn);
  const password = firstValue(setUserFields, 'password');
  return {
    accountId: idAt(ACCOUNT_BASE, sequence),
    printedCardNumber: `${CARD_PREFIX}${String(sequence).padStart(12, '0')}`,
    status: 'ACTIVE',
    tierCode: 0,
    tierLabel: 'Member',
    enrolledOn: dayOf(system.now()),
    email: firstValue(setUserFields, 'email'),
    mobilePhone: firstValue(setUserFields, 'mobilePhone'),
    customerNumber: firstValue(setAccountFields, 'customerNumber'),
    optIn: optIn ? 1 : 0,
    userFields: JSON.stringify({ ...setUserFields, password: undefined, optIn }),
    password: password === null ? null : hashPassword(password),
  };
};

const createAndRegister = (system: LoyaltySystem, params: RegisterParams): Answer => {
  const account = newAccount(system, params);
  const conflictingFields = params.enforceUniqueFields.filter((field) => {
    const value = account[field];
    return value !== null && system.accounts.by(field, value).length > 0;
  });
  if (conflictingFields.length > 0) {
    return {
      result: 'uniquenessConflict',
      errorCode: 'enrollment.uniqueness_conflict',
      errorMessage: `Not unique: ${conflictingFields.join(', ')}`,
      conflictingFields,
      canAutoCombine: false,
    };
  }
  system.accounts.add(account);
  return {
    result: 'cardCreatedSuccess',
    printedCardNumber: account.printedCardNumber,
    accountId: id64(account.accountId),
  };
};

const invalidInputs = (error: z.core.$ZodError): object => ({
  result: 'invalidInputs',
  errorCode: 'enrollment_input.validation_error',
  errorMessage: 'Validation error for input fields',
  errorsByField: Object.fromEntries(
    error.issues.map(({ path, code, message }) => [
      path.filter((part) => typeof part === 'string').join('/'),
      [{ code, text: message }],
    ]),
  ),
});

/** The enrolment service. */
export const enrollmentEndpoints = (system: LoyaltySystem): Endpoint[] => [
  endpoint({
    name: 'enrollment/createAndRegister',
    methods: ['POST'],
    paths: ['/rest/:release/enrollment/createAndRegister.json'],
    params: registerParams,
    answer: (params) => system.book.transaction(() => createAndRegister(system, params)),
    invalid: invalidInputs,
  }),
];
