import { customerViewer, type SubgraphUnderTest } from '@qsr/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountsTable } from '../src/repository/accounts.ts';
import { plastic, startWorld, type LoyaltyWorld } from './world.ts';
import { member } from './fixtures.ts';

const ann = member(1);
let world: LoyaltyWorld;
let loyalty: SubgraphUnderTest;

beforeAll(async () => {
  world = await startWorld([ann]);
  loyalty = await world.start();
});
afterAll(async () => {
  await loyalty[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});
beforeEach(() => world.setFaults({}));

const customer = (place: number) => `cus_${String(place).padStart(26, '0')}`;

const ask = async (mutation: 'linkLoyaltyCard' | 'enrollInLoyalty', customerId: string, input: object) => {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await loyalty.ask(
    `mutation ($input: ${type}!) { result: ${mutation}(input: $input) {
       account { id status maskedCardNumber points { available } } userErrors { code path retryable } } }`,
    { viewer: customerViewer(customerId), variables: { input } },
  );
  return data?.result ?? errors;
};

const [card, otherCard] = plastic;
const proof = { idempotencyKey: 'k', cardNumber: card!.printedCardNumber, registrationCode: '1001' };
const link = (customerId: string, change: object = {}) => ask('linkLoyaltyCard', customerId, { ...proof, ...change });

describe('linking a card', () => {
  it.each([
    ['a wrong registration code', { registrationCode: '9999' }, 'CARD_NOT_FOUND'],
    ['no registration code', { registrationCode: null }, 'CARD_NOT_FOUND'],
    ['a number that is none', { cardNumber: '6299900000009999' }, 'CARD_NOT_FOUND'],
    ['letters', { cardNumber: 'abc' }, 'INVALID_INPUT'],
    ["somebody's card", { cardNumber: ann.cardNumber, registrationCode: null }, 'CARD_ALREADY_LINKED'],
  ])('is refused for %s, and makes no account', async (what, change, code) => {
    const refused = await link(customer(201), { ...change, idempotencyKey: what });
    expect(refused).toMatchObject({ account: null, userErrors: [{ code }] });
    const { data } = await loyalty.ask('{ me { loyaltyAccount { id } } }', { viewer: customerViewer(customer(201)) });
    expect(data.me.loyaltyAccount).toBeNull();
  });

  it('is refused for a while when the legacy system is down, under the same key', async () => {
    await world.setFaults({ outage: true });
    expect(await link(customer(202))).toMatchObject({ userErrors: [{ code: 'LEGACY_UNAVAILABLE', retryable: true }] });
  });

  it('gives one of twenty customers the card with its points; the others hear that it is taken', async () => {
    // They have signed up before: the empty card of then gives way to the one with points.
    await ask('enrollInLoyalty', customer(300), { idempotencyKey: 'e', termsVersion: '1.0' });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, place) => link(customer(300 + place))));
    const winners = answers.filter(({ userErrors }) => userErrors.length === 0);
    expect(winners).toMatchObject([{ account: { maskedCardNumber: '•••• 0001', points: { available: 100 } } }]);
    const codes = answers.flatMap(({ userErrors }) => userErrors.map(({ code }: { code: string }) => code));
    expect(codes).toStrictEqual(Array.from({ length: 19 }, () => 'CARD_ALREADY_LINKED'));

    const winner = answers.indexOf(winners[0]);
    expect(await link(customer(300 + winner))).toStrictEqual(winners[0]);
    const account = await world.store.session().table(accountsTable).get({ partition: winners[0]!.account.id });
    expect(account).toMatchObject({ customerId: customer(300 + winner), legacyAccountId: card!.accountId });
  });

  it('is refused to a member whose card has points on it', async () => {
    const proven = { cardNumber: otherCard!.printedCardNumber, registrationCode: '1002' };
    expect(await link(ann.customerId, proven)).toMatchObject({
      account: null,
      userErrors: [{ code: 'ALREADY_ENROLLED' }],
    });
    // Nothing of it is kept: somebody else can have the card at once.
    expect(await link(customer(203), proven)).toMatchObject({ account: { status: 'ACTIVE' }, userErrors: [] });
  });
});
