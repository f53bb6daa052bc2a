import { randomUUID } from 'node:crypto';
import { customerViewer, guestViewer, staffViewer, type SeededSubgraph } from '@qsr/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ann, ben, startProfile } from './world.ts';

let profile: SeededSubgraph;

beforeAll(async () => {
  profile = await startProfile();
});
afterAll(() => profile[Symbol.asyncDispose]());

const fields = `customer { id version givenName familyName email { address verifiedAt } phone { number } birthday { month day }
  locale consents { purpose channel status policyVersion } communicationPreferences { group channel subscribed }
  doNotSellOrShare } userErrors { code message path retryable }`;

const mutate = async (mutation: string, input: object, viewer = customerViewer(ann.id)) => {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const answer = await profile.ask(`mutation ($input: ${type}!) { result: ${mutation}(input: $input) { ${fields} } }`, {
    viewer,
    variables: { input },
  });
  return { ...answer, result: answer.data?.result };
};

const sam = (overrides: object = {}) => ({
  idempotencyKey: randomUUID(),
  givenName: ' Sam ',
  email: `Sam.${randomUUID()}@Example.com`,
  locale: 'en-US',
  termsVersion: '2.0',
  source: 'APP',
  jurisdiction: 'US-CA',
  consents: [{ purpose: 'MARKETING', channel: 'EMAIL', granted: true, policyVersion: '2.0' }],
  ...overrides,
});

const signUp = (input: object) => mutate('signUp', input, guestViewer);

describe('signing up', () => {
  it('makes a customer whose profile the same answer shows, and nobody else sees', async () => {
    const input = sam({ birthMonth: 2, birthDay: 29 });
    const { result, errors } = await signUp(input);
    expect(errors).toBeUndefined();
    expect(result).toMatchObject({
      userErrors: [],
      customer: {
        version: 1,
        givenName: 'Sam',
        email: { address: input.email.toLowerCase(), verifiedAt: null },
        birthday: { month: 2, day: 29 },
        consents: [{ purpose: 'MARKETING', channel: 'EMAIL', status: 'GRANTED', policyVersion: '2.0' }],
      },
    });
    const query = [{ __typename: 'Customer', id: result.customer.id }];
    const asGuest = await profile.entities(query, '... on Customer { givenName }');
    expect(asGuest.data._entities).toStrictEqual([{ givenName: null }]);
    const asOwner = await profile.entities(query, '... on Customer { givenName }', {
      viewer: customerViewer(result.customer.id),
    });
    expect(asOwner.data._entities).toStrictEqual([{ givenName: 'Sam' }]);
  });

  it('makes one customer for ten at the same time, and gives the repetitions the id alone (I24)', async () => {
    const input = sam();
    const answers = await Promise.all(Array.from({ length: 10 }, () => signUp(input)));
    expect(new Set(answers.map(({ result }) => result.customer.id)).size).toBe(1);
    expect(answers.filter(({ result }) => result.customer.givenName === 'Sam')).toHaveLength(1);
    const again = await signUp(input);
    expect(again.result).toMatchObject({ userErrors: [], customer: { givenName: null, email: null } });
  });

  it('refuses the key for another person (I24)', async () => {
    const input = sam();
    await signUp(input);
    const { result } = await signUp({ ...input, givenName: 'Kim' });
    expect(result.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'] }]);
  });

  it('needs a key that nobody can guess', async () => {
    const { result } = await signUp(sam({ idempotencyKey: '1' }));
    expect(result.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'idempotencyKey'] }]);
  });

  it('lets one of twenty people have an e-mail address, however it is written', async () => {
    const email = `taken.${randomUUID()}@example.com`;
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => signUp(sam({ email: index % 2 === 0 ? email : email.toUpperCase() }))),
    );
    const codes = answers.flatMap(({ result }) => result.userErrors.map(({ code }: { code: string }) => code));
    expect(codes).toStrictEqual(Array.from({ length: 19 }, () => 'EMAIL_TAKEN'));
  });

  it('refuses contacts of customers who were there before, and keeps none of those it refuses', async () => {
    const taken = await signUp(sam({ email: ann.profile.email.address }));
    expect(taken.result.userErrors).toMatchObject([{ code: 'EMAIL_TAKEN', path: ['input', 'email'] }]);
    const input = sam({ phone: ann.profile.phone!.number });
    const phone = await signUp(input);
    expect(phone.result.userErrors).toMatchObject([{ code: 'PHONE_TAKEN', path: ['input', 'phone'] }]);
    const withoutPhone = await signUp({ ...input, phone: null, idempotencyKey: randomUUID() });
    expect(withoutPhone.result.userErrors).toStrictEqual([]);
    const outdated = await signUp(sam({ email: 'outdated@example.com', termsVersion: '1.0' }));
    expect(outdated.result.userErrors).toMatchObject([{ code: 'POLICY_VERSION_OUTDATED' }]);
    expect((await signUp(sam({ email: 'outdated@example.com' }))).result.userErrors).toStrictEqual([]);
  });

  it('remembers a refusal under its key', async () => {
    const input = sam({ email: ann.profile.email.address });
    const first = await signUp(input);
    expect((await signUp(input)).result).toStrictEqual(first.result);
  });

  it.each([
    ['givenName', { givenName: '  ' }, 'INVALID_INPUT', ['input', 'givenName']],
    ['a name that cannot be printed', { givenName: 'a\u0000b' }, 'INVALID_INPUT', ['input', 'givenName']],
    ['birthDay', { birthMonth: 4, birthDay: 31 }, 'INVALID_INPUT', ['input', 'birthDay']],
    ['birthMonth', { birthDay: 1 }, 'INVALID_INPUT', ['input', 'birthMonth']],
    ['jurisdiction', { jurisdiction: 'California' }, 'INVALID_INPUT', ['input', 'jurisdiction']],
    ['homeStoreId', { homeStoreId: 'nowhere' }, 'INVALID_INPUT', ['input', 'homeStoreId']],
    ['referralCode', { referralCode: 'x'.repeat(10_000) }, 'INVALID_INPUT', ['input', 'referralCode']],
    ['old terms', { termsVersion: '1.0' }, 'POLICY_VERSION_OUTDATED', ['input', 'termsVersion']],
    ['unknown terms', { termsVersion: '9' }, 'INVALID_INPUT', ['input', 'termsVersion']],
    [
      'an old consent text',
      { consents: [{ purpose: 'ANALYTICS', granted: true, policyVersion: '1.0' }] },
      'POLICY_VERSION_OUTDATED',
      ['input', 'consents', '0', 'policyVersion'],
    ],
  ])('says what is wrong: %s', async (_what, overrides, ...[code, path]) => {
    const { result } = await signUp(sam(overrides));
    expect(result).toMatchObject({ customer: null, userErrors: [{ code, path, retryable: false }] });
  });
});

describe('the signed-in customer', () => {
  const viewer = customerViewer(ben.id);
  const version = async () => {
    const { data } = await profile.ask('{ me { version } }', { viewer });
    return data.me.version as number;
  };

  it('changes what is named, keeps the rest, and removes what is null', async () => {
    const { result } = await mutate(
      'updateProfile',
      { idempotencyKey: 'a', familyName: null, locale: 'es-US' },
      viewer,
    );
    expect(result.customer).toMatchObject({
      familyName: null,
      locale: 'es-US',
      givenName: ben.profile.givenName,
      email: { address: ben.profile.email.address },
    });
  });

  it('is told when the profile has moved on', async () => {
    const expectedVersion = await version();
    const first = await mutate('updateProfile', { idempotencyKey: 'b', givenName: 'One', expectedVersion }, viewer);
    expect(first.result.customer.version).toBe(expectedVersion + 1);
    const second = await mutate('updateProfile', { idempotencyKey: 'c', givenName: 'Two', expectedVersion }, viewer);
    expect(second.result.userErrors).toMatchObject([{ code: 'VERSION_CONFLICT', path: ['input', 'expectedVersion'] }]);
    expect(await version()).toBe(expectedVersion + 1);
  });

  it('takes a new address, which is unverified, and leaves the old one to others after a while', async () => {
    const email = `new.${randomUUID()}@example.com`;
    const { result } = await mutate('updateProfile', { idempotencyKey: 'd', email }, viewer);
    expect(result.customer.email).toStrictEqual({ address: email, verifiedAt: null });
    const other = await signUp(sam({ email: ben.profile.email.address }));
    expect(other.result.userErrors).toStrictEqual([]);
    const back = await mutate('updateProfile', { idempotencyKey: 'e', email: ben.profile.email.address }, viewer);
    expect(back.result.userErrors).toMatchObject([{ code: 'EMAIL_TAKEN' }]);
  });

  it('cannot remove the name or the address', async () => {
    const { result } = await mutate('updateProfile', { idempotencyKey: 'f', email: null }, viewer);
    expect(result.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'email'] }]);
  });

  it('adds consents and never changes one (I35)', async () => {
    const history = '{ me { consentHistory(first: 50) { edges { node { id status recordedAt policyVersion } } } } }';
    const before = (await profile.ask(history, { viewer })).data.me.consentHistory.edges;
    const decision = { purpose: 'MARKETING', channel: 'PUSH', policyVersion: '2.0' };
    const record = (idempotencyKey: string, granted: boolean) =>
      mutate('recordConsents', { idempotencyKey, source: 'WEB', consents: [{ ...decision, granted }] }, viewer);
    await record('g', true);
    await record('g', true);
    const { result } = await record('h', false);
    expect(result.customer.consents).toContainEqual({ ...decision, status: 'WITHDRAWN' });
    const after = (await profile.ask(history, { viewer })).data.me.consentHistory.edges;
    expect(after.slice(2)).toStrictEqual(before);
    expect(after.slice(0, 2).map(({ node }: { node: { status: string } }) => node.status)).toStrictEqual([
      'WITHDRAWN',
      'GRANTED',
    ]);
  });

  it('decides each purpose and channel once in a request', async () => {
    const consent = { purpose: 'ANALYTICS', granted: true, policyVersion: '2.0' };
    const { result } = await mutate(
      'recordConsents',
      { idempotencyKey: 'i', source: 'WEB', consents: [consent, consent] },
      viewer,
    );
    expect(result.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'consents', '1'] }]);
  });

  it('sets preferences; those that are not named stay', async () => {
    const { result } = await mutate(
      'updateCommunicationPreferences',
      { idempotencyKey: 'j', preferences: [{ group: 'order-updates', channel: 'SMS', subscribed: true }] },
      viewer,
    );
    expect(result.customer.communicationPreferences).toContainEqual({
      group: 'order-updates',
      channel: 'SMS',
      subscribed: true,
    });
    expect(result.customer.communicationPreferences.length).toBeGreaterThan(1);
  });

  it('opts out of sale and sharing with few calls of the store, and in again', async () => {
    const { result, extensions } = await mutate('setDoNotSellOrShare', { idempotencyKey: 'k', optedOut: true }, viewer);
    expect(result.customer.doNotSellOrShare).toBe(true);
    // Read, conditional write, and the read of the answer's fields.
    expect(extensions?.calls.stores).toStrictEqual({ customers: 3 });
    const back = await mutate('setDoNotSellOrShare', { idempotencyKey: 'k2', optedOut: false }, viewer);
    expect(back.result.customer.doNotSellOrShare).toBe(false);
  });

  it('is somebody: guests and staff are refused', async () => {
    for (const stranger of [guestViewer, staffViewer('customer:read:any')]) {
      const { data, errors } = await mutate('setDoNotSellOrShare', { idempotencyKey: 'l', optedOut: true }, stranger);
      expect(data.result).toBeNull();
      expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });

  it('must have signed up', async () => {
    const nobody = customerViewer('cus_00000000000000000000000000');
    const { result } = await mutate('setDoNotSellOrShare', { idempotencyKey: 'm', optedOut: true }, nobody);
    expect(result.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});
