import type { Simulator } from '@qsr/simulators';
import { expect, it } from 'vitest';
import { benCard, bookOf, startLoyalty } from './loyalty-system.ts';

const cleo = { customerId: 'cus_1', givenName: 'Cleo', email: 'cleo@example.com' };
const refusesAll = { optIn: false, textCampaignOptIn: false };
const enrolled = async (simulator: Simulator) =>
  (await bookOf(simulator)).accounts.filter(({ customerNumber }) => customerNumber === 'cus_1');

it('keeps a refusal of marketing, which a blank answer would turn into a yes', async () => {
  const { simulator, client } = await startLoyalty();
  const outcome = await client.writes().enrol({ ...cleo, ...refusesAll });
  const [account] = await enrolled(simulator);
  expect(account).toMatchObject(refusesAll);
  expect(outcome).toMatchObject({ outcome: 'applied', legacyAccountId: account?.accountId, existed: false });
});

it('makes one account of a customer, whether calls race, repeat or lose their answer', async () => {
  const { simulator, client, admin } = await startLoyalty();
  const enrol = () => client.writes().enrol({ ...cleo, ...refusesAll });
  await admin.break({ endpoints: { 'enrollment/createAndRegister': { loseAcknowledgement: true } } });
  const outcomes = await Promise.all([enrol(), enrol(), enrol()]);
  await admin.break({});
  outcomes.push(await enrol());
  const [account, ...others] = await enrolled(simulator);
  expect(others).toEqual([]);
  expect(new Set(outcomes.map((outcome) => 'legacyAccountId' in outcome && outcome.legacyAccountId))).toEqual(
    new Set([account?.accountId]),
  );
});

it('stays unknown while nothing can be read, and names the field that is refused', async () => {
  const { client, admin } = await startLoyalty();
  await admin.break({ outage: true });
  expect(await client.writes().enrol({ ...cleo, ...refusesAll })).toMatchObject({ outcome: 'unknown' });
  await admin.break({});
  expect(await client.writes().enrol({ ...cleo, ...refusesAll, email: 'no address' })).toEqual({
    outcome: 'refused',
    code: 'invalid',
    reason: 'setUserFields/email: not a well formatted email address',
  });
});

it('finds a card by its number, and by its registration code where it has one', async () => {
  const { client } = await startLoyalty();
  const writes = client.writes();
  const own = await writes.enrol({ ...cleo, ...refusesAll });
  if (own.outcome !== 'applied') throw new Error(own.outcome);
  expect(await writes.findByCard({ cardNumber: own.cardNumber })).toMatchObject({
    customerId: 'cus_1',
    status: 'ACTIVE',
  });
  expect(await writes.findByCard({ cardNumber: benCard, registrationCode: '4711' })).toMatchObject({
    ...{ legacyAccountId: '7100000000000000003', customerId: null },
  });
  expect(await writes.findByCard({ cardNumber: benCard, registrationCode: '4712' })).toBeNull();
  expect(await writes.findByCard({ cardNumber: benCard })).toBeNull();
  expect(await writes.findByCard({ cardNumber: '1' })).toBeNull();
});
