import { describe, expect, it } from 'vitest';
import type { Simulator } from '../src/index.ts';
import { admin, call, fakeClock, gateway, setFaults, startPayment } from './fixtures.ts';

const merchid = '496160873888';

const put = (simulator: Simulator, service: string, body: object) =>
  call(gateway(simulator, service), { method: 'PUT', body: { merchid, ...body } });

const auth = async (simulator: Simulator, body: object) =>
  (await put(simulator, 'auth', { orderid: 'pay_1', amount: '12.50', account: 'tok_approved', ...body })).body;

const inquire = async (simulator: Simulator, retref: unknown) =>
  (await call(gateway(simulator, `inquire/${String(retref)}/${merchid}`))).body;

const inquireByOrder = async (simulator: Simulator, orderid: string) =>
  (await call(gateway(simulator, `inquireByOrderid/${orderid}/${merchid}/1`))).body;

interface BookReport {
  readonly payments: ReadonlyArray<Record<string, unknown>>;
}

describe('authorisation', () => {
  it.each([
    ['tok_approved', 'A', 'Authorized'],
    ['tok_declined', 'C', 'Declined'],
    ['tok_soft_declined', 'B', 'Declined'],
  ])('%s is answered with respstat %s and stands in the book', async (account, respstat, setlstat) => {
    await using simulator = await startPayment();
    const answer = await auth(simulator, { account });
    expect(answer).toMatchObject({ respstat, amount: '12.50' });
    expect(await inquire(simulator, answer['retref'])).toMatchObject({ respstat, setlstat, orderId: 'pay_1' });
  });

  it('tok_timeout_after_apply is applied and never answered; the order id finds it', async () => {
    await using simulator = await startPayment();
    const request = call(gateway(simulator, 'auth'), {
      method: 'PUT',
      body: { merchid, orderid: 'pay_1', amount: '12.50', account: 'tok_timeout_after_apply' },
      signal: AbortSignal.timeout(50),
    });
    await expect(request).rejects.toThrow();
    expect(await inquireByOrder(simulator, 'pay_1')).toMatchObject({ respstat: 'A', setlstat: 'Authorized' });
  });

  it('wrong credentials are HTTP 401, a missing field is a refusal with HTTP 200', async () => {
    await using simulator = await startPayment();
    const url = gateway(simulator, `inquire/1/${merchid}`);
    expect((await call(url, { credentials: 'x:y' })).status).toBe(401);
    expect(await put(simulator, 'auth', { amount: '1.00' })).toMatchObject({ status: 200, body: { respstat: 'C' } });
  });

  it('an amount without a point is minor units, and a currency keeps its own decimals', async () => {
    await using simulator = await startPayment();
    expect(await auth(simulator, { amount: '100' })).toMatchObject({ amount: '1.00' });
    expect(await auth(simulator, { amount: '1200', currency: 'JPY' })).toMatchObject({ amount: '1200' });
    expect(await auth(simulator, { amount: '12.50', currency: 'JPY' })).toMatchObject({
      respstat: 'C',
      respcode: '32',
    });
  });

  it('a stored card is charged by profile, the default one unless named', async () => {
    await using simulator = await startPayment();
    const byDefault = await auth(simulator, { account: undefined, profile: '10000000000000000001' });
    expect(byDefault).toMatchObject({ respstat: 'A', acctid: '1' });
    const named = await auth(simulator, { account: undefined, profile: '10000000000000000001/2' });
    expect(named).toMatchObject({ respstat: 'A', token: '9418594164544242' });
    expect(await auth(simulator, { account: undefined, profile: '7' })).toMatchObject({
      respstat: 'C',
      respcode: '96',
    });
  });

  it.each([
    ['none', 2, 'A'],
    ['A', 1, 'A'],
    ['B', 1, 'C'],
  ])('duplicate mode %s leaves %i authorisation(s) for one order id', async (duplicateMode, count, respstat) => {
    await using simulator = await startPayment();
    await setFaults(simulator, { duplicateMode });
    await auth(simulator, {});
    expect(await auth(simulator, {})).toMatchObject({ respstat });
    expect((await admin<BookReport>(simulator, 'book?orderid=pay_1')).payments).toHaveLength(count);
  });
});

describe('capture, void and refund', () => {
  it('part of an authorisation is captured, once, and not more than it', async () => {
    await using simulator = await startPayment();
    const { retref } = await auth(simulator, {});
    const capture = async (amount: string) => (await put(simulator, 'capture', { retref, amount })).body;
    expect(await capture('12.51')).toMatchObject({ respstat: 'C', respcode: '61' });
    expect(await capture('10.00')).toMatchObject({ respstat: 'A', amount: '10.00', setlstat: 'Queued for Capture' });
    expect(await capture('2.00')).toMatchObject({ respstat: 'C', respcode: '37' });
  });

  it('before settlement a payment can be voided but not refunded, after it the other way round', async () => {
    const clock = fakeClock();
    await using simulator = await startPayment({ now: clock.now });
    const early = await auth(simulator, { orderid: 'pay_1', capture: 'Y' });
    const late = await auth(simulator, { orderid: 'pay_2', capture: 'Y' });
    expect((await put(simulator, 'refund', { retref: early['retref'] })).body).toMatchObject({ respcode: '40' });
    expect((await put(simulator, 'void', { retref: early['retref'] })).body).toMatchObject({ authcode: 'REVERS' });
    expect(simulator.settle()).toBe(1);
    expect((await put(simulator, 'void', { retref: late['retref'] })).body).toMatchObject({ respcode: '39' });
    expect(await inquire(simulator, late['retref'])).toMatchObject({
      setlstat: 'Accepted',
      voidable: 'N',
      refundable: 'Y',
    });
    expect((await put(simulator, 'refund', { retref: late['retref'] })).body).toMatchObject({ respstat: 'A' });
  });

  it('refunds never exceed the capture and need the merchant of the authorisation', async () => {
    await using simulator = await startPayment();
    const { retref } = await auth(simulator, { capture: 'Y' });
    await call(`${simulator.adminUrl}/settle`, { method: 'POST' });
    const refund = async (body: object) => (await put(simulator, 'refund', { retref, ...body })).body;
    expect(await refund({ merchid: '1' })).toMatchObject({ respstat: 'C', respcode: '29', resptext: 'Txn not found' });
    expect(await refund({ amount: '10.00', orderid: 'ref_1' })).toMatchObject({ respstat: 'A', amount: '10.00' });
    expect(await refund({ amount: '2.51', orderid: 'ref_2' })).toMatchObject({ respstat: 'C', respcode: '61' });
    expect(await inquireByOrder(simulator, 'ref_1')).toMatchObject({ respstat: 'A', originalretref: retref });
    const { payments } = await admin<BookReport>(simulator, 'book');
    expect(payments).toMatchObject([
      { type: 'AUTH', captured: 1_250, refunded: 1_000 },
      { type: 'REFUND', amount: 1_000, original: retref },
    ]);
  });

  it('voidByOrderId voids every open authorisation of an order id', async () => {
    await using simulator = await startPayment();
    await auth(simulator, {});
    await auth(simulator, {});
    expect((await put(simulator, 'voidByOrderId', { orderid: 'pay_1' })).body).toMatchObject({ setlstat: 'Voided' });
    const { payments } = await admin<BookReport>(simulator, 'book');
    expect(payments.map(({ voidedAt }) => voidedAt === null)).toEqual([false, false]);
  });
});

describe('the vault', () => {
  const profile = (simulator: Simulator, path: string) => call(gateway(simulator, `profile/${path}/${merchid}`));

  it('a profile is read whole, with an empty account number or without one, and card by card', async () => {
    await using simulator = await startPayment();
    const whole = await profile(simulator, '10000000000000000001/');
    expect(whole.body).toMatchObject([
      { acctid: '1', defaultacct: 'Y' },
      { acctid: '2', defaultacct: 'N' },
    ]);
    expect((await profile(simulator, '10000000000000000001')).body).toEqual(whole.body);
    expect((await profile(simulator, '10000000000000000001/2')).body).toMatchObject([{ acctid: '2' }]);
    expect((await profile(simulator, '7')).body).toMatchObject({ respstat: 'C', respcode: '96' });
  });

  it('a token is stored once, and removing the default card makes the next one default', async () => {
    await using simulator = await startPayment();
    const saved = await put(simulator, 'profile', { account: 'tok_approved', expiry: '0130' });
    const { profileid } = saved.body;
    expect(saved.body).toMatchObject({ respstat: 'A', acctid: '1', defaultacct: 'Y' });
    const save = (account: string) => put(simulator, 'profile', { account, expiry: '0131', profile: profileid });
    await save('9418594164541881');
    expect((await save('9418594164541881')).body).toMatchObject({ acctid: '2' });
    expect((await save('tok_declined')).body).toMatchObject({ respstat: 'C' });
    await call(gateway(simulator, `profile/${String(profileid)}/1/${merchid}`), { method: 'DELETE' });
    expect((await profile(simulator, String(profileid))).body).toMatchObject([{ acctid: '2', defaultacct: 'Y' }]);
  });

  it('bulk mode reads many profiles, each by itself; the other modes do not know it', async () => {
    await using bulk = await startPayment({ mode: 'bulk' });
    await using single = await startPayment({ mode: 'single' });
    const read = (simulator: Simulator, profileids: string[]) =>
      call(gateway(simulator, 'ext/bulk/profiles'), { body: { merchid, profileids } });
    const { body } = await read(bulk, ['7', '10000000000000000001']);
    const profiles = body['profiles'] as Array<{ profileid: string; accounts?: unknown[] }>;
    expect(new Map(profiles.map(({ profileid, accounts }) => [profileid, accounts?.length]))).toEqual(
      new Map([
        ['7', undefined],
        ['10000000000000000001', 2],
      ]),
    );
    const tooMany = Array.from({ length: 51 }, (_, index) => String(index));
    expect((await read(bulk, tooMany)).body).toMatchObject({ respstat: 'C' });
    expect((await read(single, ['7'])).status).toBe(404);
  });
});
