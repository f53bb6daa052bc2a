import { captureHold, holdPoints, quotePoints, releaseHold, resolveMemberCode } from '@qsr/commands';
import { customerViewer, type SubgraphUnderTest } from '@qsr/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pointsInLots } from '../src/domain/lots.ts';
import { emptyWallet } from '../src/domain/wallet.ts';
import type { LoyaltyAccountItem } from '../src/repository/accounts.ts';
import { member, rewards } from './fixtures.ts';
import { booksOf, startProcess } from './process.ts';
import { startWorld, type LoyaltyWorld } from './world.ts';

/** Members with 1,000 points and nothing else. */
const members = Array.from({ length: 30 }, (_, index) => member(index, { wallets: { points: emptyWallet } }));
const suspended = member(50, { status: 'SUSPENDED' });
const joining = member(51, { status: 'PENDING_ENROLLMENT', legacyAccountId: null, cardNumber: null, wallets: {} });

let world: LoyaltyWorld;
let loyalty: SubgraphUnderTest;
let nextMember = 0;
let nextCheckout = 0;

beforeAll(async () => {
  world = await startWorld([...members, suspended, joining]);
  loyalty = await world.start();
});

afterEach(async () => {
  await world.setFaults({});
});

afterAll(async () => {
  await loyalty[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const newMember = () => members[nextMember++]!;
const newCheckout = () => {
  nextCheckout += 1;
  return { checkoutId: `chk_${nextCheckout}`, orderId: `ord_${nextCheckout}` };
};
type Checkout = ReturnType<typeof newCheckout>;

const hold = (
  { customerId }: { customerId: string },
  points: number,
  change: Partial<Checkout & { rewardIds: string[] }> = {},
) => loyalty.command(holdPoints, { ...newCheckout(), customerId, storeCode: '0001', points, rewardIds: [], ...change });
const capture = ({ customerId }: LoyaltyAccountItem, { checkoutId }: Checkout) =>
  loyalty.command(captureHold, { checkoutId, customerId });
const release = ({ customerId }: LoyaltyAccountItem, { checkoutId }: Checkout) =>
  loyalty.command(releaseHold, { checkoutId, customerId });
const later = (minutes: number) => world.setNow(new Date(world.now().getTime() + minutes * 60_000).toISOString());
const available = async ({ customerId }: LoyaltyAccountItem) => {
  const { data } = await loyalty.ask('{ me { loyaltyAccount { points { available held } } } }', {
    viewer: customerViewer(customerId),
  });
  return data.me.loyaltyAccount.points;
};
const insufficient = { outcome: 'REFUSED', reason: 'INSUFFICIENT_POINTS' };
const unavailable = { outcome: 'REFUSED', reason: 'POINTS_UNAVAILABLE' };

describe('holding points', () => {
  it('I2 I6: of fifty checkouts at once, as many get points as there are points', async () => {
    const ann = newMember();
    const answers = await Promise.all(Array.from({ length: 50 }, () => hold(ann, 300)));
    expect(answers.filter(({ outcome }) => outcome === 'HELD')).toHaveLength(3);
    expect(answers.filter(({ outcome }) => outcome === 'REFUSED')).toHaveLength(47);
    expect(await available(ann)).toStrictEqual({ available: 100, held: 900 });
  });

  it('again for the same checkout changes nothing and asks nobody, even fifty times at once', async () => {
    const ann = newMember();
    const checkout = newCheckout();
    const answers = await Promise.all(Array.from({ length: 50 }, () => hold(ann, 300, checkout)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await world.setFaults({ outage: true });
    expect(await hold(ann, 300, checkout)).toStrictEqual(answers[0]);
    expect((await booksOf(world, ann)).account.outbox).toMatchObject([{ type: 'loyalty.points.held' }]);
  });

  it('prices rewards itself, on top of the points that pay', async () => {
    const ann = newMember();
    const [reward] = rewards;
    expect(await hold(ann, 100, { rewardIds: [reward!.id, reward!.id] })).toMatchObject({
      outcome: 'HELD',
      points: 700,
    });
    expect(await hold(ann, 0, { rewardIds: [reward!.id, 'rwd_unknown'] })).toStrictEqual(unavailable);
  });

  it('reads the balance as it is now: what a till has just taken cannot be held', async () => {
    const ann = newMember();
    await available(ann);
    await world.redeem(ann, 800);
    expect(await hold(ann, 300)).toStrictEqual(insufficient);
    expect(await hold(ann, 200)).toMatchObject({ outcome: 'HELD', deferred: false });
  });

  it('is refused to strangers, to who is suspended and to who has nothing yet', async () => {
    const refused = async (who: { customerId: string }) => (await hold(who, 10)) as { reason?: string };
    expect((await refused({ customerId: 'cus_nobody' })).reason).toBe('NOT_ENROLLED');
    expect((await refused(suspended)).reason).toBe('ACCOUNT_SUSPENDED');
    expect((await refused(joining)).reason).toBe('INSUFFICIENT_POINTS');
  });

  it('I6: while the legacy system is down a young balance is good for a few points, all such holds together', async () => {
    const ann = newMember();
    await available(ann);
    await world.setFaults({ outage: true });
    later(14);
    expect(await hold(ann, 501)).toStrictEqual(unavailable);
    expect(await hold(ann, 300)).toMatchObject({ outcome: 'HELD', deferred: true });
    expect(await hold(ann, 300)).toStrictEqual(unavailable);
    expect(await hold(ann, 200)).toMatchObject({ outcome: 'HELD', deferred: true });
    later(2);
    expect(await hold(newMember(), 1)).toStrictEqual(unavailable);
    expect(await hold(ann, 1)).toStrictEqual(unavailable);
  });
});

describe('the end of a hold', () => {
  it('I7: is capture or release, whichever comes first, also when both come at once', async () => {
    for (let run = 0; run < 5; run += 1) {
      const ann = newMember();
      const checkout = newCheckout();
      await hold(ann, 300, checkout);
      const calls = [capture, release, capture, release, release].map((end) => end(ann, checkout));
      const outcomes = (await Promise.all(calls)).map(({ outcome }) => outcome);
      const burned = outcomes.includes('CAPTURED');
      expect(new Set(outcomes)).toStrictEqual(
        new Set(burned ? ['CAPTURED', 'ALREADY_CAPTURED'] : ['GONE', 'RELEASED']),
      );
      expect((await world.book(ann.legacyAccountId!)).points).toBe(burned ? 700 : 1_000);
    }
  });

  it('burns at once, in both books, and is told of; repeating it changes nothing', async () => {
    const ann = newMember();
    const checkout = newCheckout();
    await available(ann);
    later(0.1);
    await hold(ann, 300, checkout);
    const answers = await Promise.all(Array.from({ length: 10 }, () => capture(ann, checkout)));
    expect(answers).toContainEqual({ outcome: 'CAPTURED', posted: true });
    expect(await capture(ann, checkout)).toStrictEqual({ outcome: 'CAPTURED', posted: true });
    const { account, ledger, orders, points, transactions } = await booksOf(world, ann);
    const inLots = pointsInLots(account.wallets['points']!);
    expect({ points, postings: transactions.length, entries: account.entries, inLots }).toStrictEqual({
      ...{ points: 700, postings: 1, entries: [], inLots: -300 },
    });
    expect(ledger).toMatchObject([{ type: 'REDEMPTION', status: 'POSTED', points: -300, orderId: checkout.orderId }]);
    expect(orders[0]!.entryIds).toStrictEqual([ledger[0]!.id]);
    expect(account.outbox!.map(({ type }) => type)).toStrictEqual(['loyalty.points.held', 'loyalty.points.burned']);
    // The balance that is shown is of before the burn, and then of after it.
    expect(await available(ann)).toStrictEqual({ available: 700, held: 300 });
    later(1);
    expect(await available(ann)).toStrictEqual({ available: 700, held: 0 });
  });

  it('I8 I11: is entered while the legacy system is silent, counts as held, and is posted once when it answers', async () => {
    const ann = newMember();
    const checkout = newCheckout();
    await hold(ann, 300, checkout);
    await world.setFaults({
      endpoints: { 'transaction/addRedeem': { loseAcknowledgement: true }, 'transaction/status': { outage: true } },
    });
    expect(await capture(ann, checkout)).toStrictEqual({ outcome: 'CAPTURED', posted: false });
    await world.setFaults({});
    // The legacy system has taken them, and nobody here knows: they are not to be spent twice.
    expect(await hold(ann, 401)).toStrictEqual(insufficient);
    later(1);
    const process = startProcess(world);
    expect(await process.post()).toBe(1);
    await process.close();
    expect(await capture(ann, checkout)).toStrictEqual({ outcome: 'CAPTURED', posted: true });
    expect((await world.book(ann.legacyAccountId!)).transactions).toHaveLength(1);
  });

  it('is remembered when it comes before the hold, which then never is', async () => {
    const ann = newMember();
    const checkout = newCheckout();
    expect(await release(ann, checkout)).toStrictEqual({ outcome: 'RELEASED' });
    expect(await hold(ann, 300, checkout)).toStrictEqual(unavailable);
    expect(await capture(ann, checkout)).toStrictEqual({ outcome: 'GONE' });
    expect(await available(ann)).toStrictEqual({ available: 1_000, held: 0 });
  });

  it('I7: one that ran out is burned only while the points are still there', async () => {
    const [ann, ben] = [newMember(), newMember()];
    const checkouts = [newCheckout(), newCheckout()] as const;
    await hold(ann, 600, checkouts[0]);
    await hold(ben, 600, checkouts[1]);
    later(15);
    expect(await available(ann)).toStrictEqual({ available: 1_000, held: 0 });
    await hold(ben, 600);
    expect(await capture(ann, checkouts[0])).toStrictEqual({ outcome: 'CAPTURED', posted: true });
    expect(await capture(ben, checkouts[1])).toStrictEqual({ outcome: 'GONE' });
  });

  it('I2: one whose points a till has taken meanwhile fails, and says that the books differ', async () => {
    const ann = newMember();
    const checkout = newCheckout();
    await hold(ann, 600, checkout);
    await world.redeem(ann, 500);
    expect(await capture(ann, checkout)).toStrictEqual({ outcome: 'CAPTURED', posted: false });
    const { account, ledger, points } = await booksOf(world, ann);
    expect([ledger[0]!.status, points, account.entries]).toStrictEqual(['FAILED', 500, []]);
    expect(account.outbox!.slice(1)).toMatchObject([
      { type: 'loyalty.points.burned', data: { points: 0 } },
      { type: 'loyalty.reconciliation.mismatch', data: { legacy: 500 } },
    ]);
  });
});

describe('other commands', () => {
  it('tell what points are worth, and how many there are while somebody knows', async () => {
    const ann = newMember();
    const [reward] = rewards;
    const ask = (customerId: string) =>
      loyalty.command(quotePoints, { customerId, currency: 'USD', rewardIds: [reward!.id, 'rwd_no'] });
    const priced = [
      {
        known: true,
        rewardId: reward!.id,
        pointsCost: 300,
        kind: 'AMOUNT_OFF',
        amountOff: { amountMinor: 100, currency: 'USD' },
      },
      { known: false, rewardId: 'rwd_no' },
    ];
    const tenderRate = { points: 2, amountMinor: 1 };
    expect(await ask(ann.customerId)).toStrictEqual({ enrolled: true, available: 1_000, tenderRate, rewards: priced });
    expect(await ask(suspended.customerId)).toMatchObject({ enrolled: true, available: 0 });
    expect(await ask('cus_nobody')).toMatchObject({ enrolled: false, available: null, tenderRate: null });
    await world.setFaults({ outage: true });
    expect(await ask(newMember().customerId)).toMatchObject({ enrolled: true, available: null, tenderRate });
  });

  it('find the member behind a scanned code, until it runs out', async () => {
    const ann = newMember();
    const { data } = await loyalty.ask('{ me { loyaltyAccount { memberCode { value } } } }', {
      viewer: customerViewer(ann.customerId),
    });
    const memberCode: string = data.me.loyaltyAccount.memberCode.value;
    expect(await loyalty.command(resolveMemberCode, { memberCode })).toStrictEqual({ customerId: ann.customerId });
    later(5);
    expect(await loyalty.command(resolveMemberCode, { memberCode })).toStrictEqual({ customerId: null });
    expect(await loyalty.command(resolveMemberCode, { memberCode: 'M1.x' })).toStrictEqual({ customerId: null });
  });
});
