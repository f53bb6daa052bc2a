import { expect, it } from 'vitest';
import type { Simulator } from '../src/index.ts';
import {
  accountUrl,
  addRedeem,
  annCard,
  annId,
  call,
  callText,
  fakeClock,
  headerInfo,
  rest,
  setFaults,
  startLoyalty,
} from './fixtures.ts';

const post = (simulator: Simulator, body: string | object, service = 'addRedeem') =>
  call(rest(simulator, `transaction/${service}`), { body });

const pointsOf = async (simulator: Simulator) =>
  ((await call(accountUrl(simulator, annId))).body['rewardPoints'] as Array<{ points: string }>)[0]?.points;

it('points are added and redeemed exactly, and listed newest first', async () => {
  const clock = fakeClock();
  await using simulator = await startLoyalty({ now: clock.now });
  const added = await post(simulator, addRedeem('pos-1', { add: '0.10' }));
  expect(added.body).toMatchObject({
    ...{ result: 'authorizedSuccess', responseCode: '200', posTransactionId: 'pos-1', maskedCardNumber: '200841' },
    changedWalletContents: [{ name: 'Points Earned', operationType: '1', walletCode: '1', quantity: '0.10' }],
  });
  clock.move(86_400_000);
  await post(simulator, addRedeem('pos-2', { redeem: '20.6' }));
  expect(await pointsOf(simulator)).toBe('100.00');
  const history = `${rest(simulator, 'guest/transactionHistory')}?merchantId=1000&accountId=${annId}`;
  const listed = async (query: string) =>
    ((await call(history + query)).body['transactions'] as Array<{ posTransactionId: string }>).map(
      ({ posTransactionId }) => posTransactionId,
    );
  expect(await listed('')).toEqual(['pos-2', 'pos-1']);
  expect(await listed('&maxNumberOfResults=1')).toEqual(['pos-2']);
  expect(await listed('&dateStart=2026-03-10&dateEnd=2026-03-10')).toEqual(['pos-1']);
});

it('redeeming more than there is, an unknown card and a third decimal are refused without effect', async () => {
  await using simulator = await startLoyalty();
  const tooMuch = await post(simulator, addRedeem('pos-1', { redeem: '120.51' }));
  expect(tooMuch.body).toMatchObject({ result: 'denied', responseCode: '305' });
  const unknown = await post(simulator, addRedeem('pos-2', { add: '1' }).replace('200841', '999999'));
  expect(unknown.body).toMatchObject({ result: 'userDataError', responseCode: '404' });
  const inexact = await post(simulator, addRedeem('pos-3', { add: '0.125' }));
  expect(inexact.body).toMatchObject({ result: 'userDataError', responseCode: '400' });
  expect(await pointsOf(simulator)).toBe('120.50');
});

it.each([
  { duplicateMode: 'A', outcome: 'the first answer comes again', points: '130.50', result: 'authorizedSuccess' },
  { duplicateMode: 'B', outcome: 'the second one is denied', points: '130.50', result: 'denied' },
  { duplicateMode: 'none', outcome: 'both are posted', points: '140.50', result: 'authorizedSuccess' },
])('duplicate mode $duplicateMode: $outcome', async ({ duplicateMode, points, result }) => {
  await using simulator = await startLoyalty();
  await setFaults(simulator, { duplicateMode });
  const first = await post(simulator, addRedeem('pos-1', { add: '10' }));
  const second = await post(simulator, addRedeem('pos-1', { add: '10' }));
  expect(second.body['result']).toBe(result);
  expect(second.body['pxTransactionId'] === first.body['pxTransactionId']).toBe(duplicateMode === 'A');
  expect(await pointsOf(simulator)).toBe(points);
});

it('the same posTransactionId on another business day is another transaction', async () => {
  await using simulator = await startLoyalty();
  await post(simulator, addRedeem('pos-1', { add: '10' }));
  await post(simulator, addRedeem('pos-1', { add: '10' }).replace('2026-03-10', '2026-03-11'));
  expect(await pointsOf(simulator)).toBe('140.50');
});

it('a transaction is reversed once, by its 64-bit id', async () => {
  await using simulator = await startLoyalty();
  const { body } = await post(simulator, addRedeem('pos-1', { redeem: '100' }));
  const reverse = (pos: string) =>
    post(
      simulator,
      `{"headerInfo":${JSON.stringify(headerInfo(pos))},"pxTransactionId":${String(body['pxTransactionId'])}}`,
      'reverse',
    );
  const first = await reverse('rev-1');
  expect(first.body).toMatchObject({ result: 'authorizedSuccess', changedWalletContents: [{ operationType: '4' }] });
  expect((await reverse('rev-2')).body).toMatchObject({ result: 'denied', responseCode: '331' });
  expect(await pointsOf(simulator)).toBe('120.50');
});

it('seven days after a transaction it can still be reversed, a moment later it cannot', async () => {
  const clock = fakeClock();
  await using simulator = await startLoyalty({ now: clock.now });
  await post(simulator, addRedeem('pos-1', { add: '1' }));
  await post(simulator, addRedeem('pos-2', { add: '1' }));
  const reverse = (previousPosTransactionId: string) =>
    post(simulator, { headerInfo: headerInfo(`rev-${previousPosTransactionId}`), previousPosTransactionId }, 'reverse');
  clock.move(7 * 86_400_000);
  expect((await reverse('pos-1')).body['result']).toBe('authorizedSuccess');
  clock.move(1);
  expect((await reverse('pos-2')).body).toMatchObject({ result: 'denied', responseCode: '330' });
});

it('taking back points that were spent leaves the balance below zero', async () => {
  await using simulator = await startLoyalty();
  const { body } = await post(simulator, addRedeem('pos-1', { add: '10' }));
  await post(simulator, addRedeem('pos-2', { redeem: '130.50' }));
  const card = { headerInfo: headerInfo('rev-1'), cardInfo: annCard, pxAuthCode: body['pxAuthCode'] };
  expect((await post(simulator, card, 'reverse')).body['result']).toBe('authorizedSuccess');
  expect(await pointsOf(simulator)).toBe('-10.00');
  await post(simulator, addRedeem('pos-3', { add: '15' }));
  const { text } = await callText(accountUrl(simulator, annId));
  expect(text).toContain('"points":5.00,"walletCode":1,"expirationDates":[{"quantity":5.00,"date":"2027-03-10"}]');
});

it('status tells whether an unknown outcome was applied', async () => {
  await using simulator = await startLoyalty();
  await post(simulator, addRedeem('pos-1', { add: '1' }));
  const status = async (pos: string) => (await post(simulator, { headerInfo: headerInfo(pos) }, 'status')).body;
  expect(await status('pos-1')).toMatchObject({ result: 'authorizedSuccess', reversed: false });
  expect(await status('pos-2')).toMatchObject({ result: 'userDataError', responseCode: '405' });
});

it('balanceInquiry answers for a card', async () => {
  await using simulator = await startLoyalty();
  const inquiry = { headerInfo: headerInfo('inq-1'), cardInfo: annCard };
  const { body } = await post(simulator, inquiry, 'balanceInquiry');
  expect(body).toMatchObject({ result: 'authorizedSuccess', rewardPoints: [{ walletCode: '1', points: '120.50' }] });
});
