import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Simulator } from '../src/index.ts';
import {
  accountUrl,
  annCard,
  annId,
  benId,
  call,
  callText,
  fakeClock,
  headerInfo,
  rest,
  startLoyalty,
} from './fixtures.ts';

describe('reading accounts', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startLoyalty();
  });
  afterAll(() => simulator.close());

  it('an account is answered with 64-bit ids as bare digits and decimals with two places', async () => {
    const { status, text } = await callText(accountUrl(simulator, annId));
    expect(status).toBe(200);
    expect(text).toContain(`"accountId":${annId},`);
    expect(text).toContain('"points":120.50,');
    expect(text).toContain('"expirationDates":[{"quantity":70.50,"date":"2026-06-30"},{"quantity":50.00,');
    expect(String((JSON.parse(text) as { accountId: number }).accountId)).not.toBe(annId);
  });

  it('a card number leads to the same account', async () => {
    const url = `${rest(simulator, 'guest/accountInformation')}?merchantId=1000&printedCardNumber=6000201000200841`;
    const byCard = await callText(url);
    const byId = await callText(accountUrl(simulator, annId));
    expect(byCard.text).toBe(byId.text);
  });

  it('an unknown account and a missing merchant are failures with HTTP 200', async () => {
    const unknown = await call(accountUrl(simulator, '42'));
    expect(unknown).toMatchObject({ status: 200, body: { result: 'failure', errorCode: 'account.not_found' } });
    const incomplete = await call(rest(simulator, 'guest/accountInformation'));
    expect(incomplete).toMatchObject({ status: 200, body: { result: 'failure', errorCode: 'invalid_input' } });
  });

  it('user fields come wrapped', async () => {
    const { body } = await call(`${rest(simulator, 'guest/userInformation')}?merchantId=1000&accountId=${annId}`);
    expect(body['fields']).toMatchObject({ style: 'typed', firstName: ['Ann'], optIn: false });
  });

  it('wrong credentials are HTTP 401', async () => {
    const { status } = await call(accountUrl(simulator, annId), { credentials: 'integration:guess' });
    expect(status).toBe(401);
  });

  it('faithful mode knows no batch read', async () => {
    const { status } = await call(rest(simulator, 'ext/bulk/accountInformation'), {
      body: { merchantId: 1000, accountIds: [1] },
    });
    expect(status).toBe(404);
  });

  it('accountQuery finds a card by e-mail, in columns', async () => {
    const { body } = await call(rest(simulator, 'transaction/accountQuery'), {
      body: {
        headerInfo: headerInfo('q-1'),
        pageSize: 5,
        accountQueries: [{ name: 'email', value: 'ben@example.com' }],
      },
    });
    expect(body).toMatchObject({
      totalRecordCount: '1',
      rows: [{ fields: expect.arrayContaining(['Ben']) as unknown }],
    });
  });

  it('a simulated check says what it would earn and writes nothing', async () => {
    const { body } = await call(rest(simulator, 'check/simulateAccrualAndRedemption'), {
      body: {
        ...{ merchantId: 1000, storeCode: '0042', cardInfo: annCard },
        check: { header: { number: '17' }, items: [], totals: { subTotal: 12.99, discountTotal: -2.5 } },
      },
    });
    expect(body['changedWalletContents']).toMatchObject([{ operationType: '1', quantity: '104.00' }]);
    expect((await callText(accountUrl(simulator, annId))).text).toContain('"points":120.50,');
  });
});

describe('bulk mode', () => {
  it('answers each key by itself, in an order that the seed decides', async () => {
    await using simulator = await startLoyalty({ mode: 'bulk', seed: 3 });
    const { body } = await call(rest(simulator, 'ext/bulk/accountInformation'), {
      body: `{"merchantId":1000,"accountIds":[${annId},${benId},5,${annId}]}`,
    });
    const accounts = body['accounts'] as Array<{ accountId: string; result: string }>;
    expect(accounts.map(({ accountId }) => accountId)).not.toEqual([annId, benId, '5']);
    expect(Object.fromEntries(accounts.map(({ accountId, result }) => [accountId, result]))).toEqual({
      [annId]: 'success',
      [benId]: 'success',
      '5': 'failure',
    });
  });

  it('refuses more than 100 accounts', async () => {
    await using simulator = await startLoyalty({ mode: 'bulk' });
    const accountIds = Array.from({ length: 101 }, (_, index) => index);
    const { body } = await call(rest(simulator, 'ext/bulk/accountInformation'), {
      body: { merchantId: 1000, accountIds },
    });
    expect(body['result']).toBe('failure');
  });
});

describe('enrolment', () => {
  const register = (simulator: Simulator, userFields: object) =>
    call(rest(simulator, 'enrollment/createAndRegister'), {
      body: {
        ...{ merchantId: 1000, authentication: 'b2b', cardTemplateCode: 1, enforceUniqueFields: ['email'] },
        setUserFields: { style: 'typed', firstName: ['Cleo'], ...userFields },
        setAccountFields: { style: 'typed', customerNumber: ['cus_1'] },
      },
    });

  it('creates an account; optIn left blank becomes true, false stays false', async () => {
    await using simulator = await startLoyalty({ accounts: [] });
    const blank = await register(simulator, { email: ['cleo@example.com'] });
    const refused = await register(simulator, { email: ['dora@example.com'], optIn: false });
    expect(blank.body['result']).toBe('cardCreatedSuccess');
    expect(Number.isSafeInteger(Number(blank.body['accountId']))).toBe(false);
    const fieldsOf = async (accountId: unknown) => {
      const url = `${rest(simulator, 'guest/userInformation')}?merchantId=1000&accountId=${String(accountId)}`;
      return (await call(url)).body['fields'];
    };
    expect(await fieldsOf(blank.body['accountId'])).toMatchObject({ optIn: true });
    expect(await fieldsOf(refused.body['accountId'])).toMatchObject({ optIn: false });
  });

  it('tells conflicts and invalid fields apart by result code', async () => {
    await using simulator = await startLoyalty();
    const conflict = await register(simulator, { email: ['ann@example.com'] });
    expect(conflict.body).toMatchObject({ result: 'uniquenessConflict', conflictingFields: ['email'] });
    const invalid = await register(simulator, { email: ['no address'] });
    expect(invalid.body).toMatchObject({ result: 'invalidInputs', errorsByField: { 'setUserFields/email': [{}] } });
  });

  it('a guest token opens its own account only, for 1,800 seconds', async () => {
    const clock = fakeClock();
    await using simulator = await startLoyalty({ now: clock.now });
    const { body: created } = await register(simulator, { email: ['cleo@example.com'], password: ['s3cret'] });
    const { body: token } = await call(rest(simulator, 'oauth/requestGuestToken'), {
      body: { grant_type: 'password', merchantId: 1000, username: 'cleo@example.com', password: 's3cret' },
    });
    expect(token).toMatchObject({ result: 'success', expires_in: '1800' });
    const read = async (accountId: unknown) => {
      const query = new URLSearchParams({
        ...{ authentication: 'oauth', merchantId: '1000', accountId: String(accountId) },
        access_token: String(token['access_token']),
      });
      return (await call(`${rest(simulator, 'guest/accountInformation')}?${query.toString()}`)).body['result'];
    };
    expect(await read(created['accountId'])).toBe('success');
    expect(await read(annId)).toBe('failure');
    clock.move(1_800_000);
    expect(await read(created['accountId'])).toBe('failure');
  });
});
