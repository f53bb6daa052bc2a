import type { Simulator } from '@qsr/simulators';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewPosting } from '../src/index.ts';
import { annCard, benCard, bookOf, startLoyalty } from './loyalty-system.ts';
import { countCalls, limitsFor, unhurried } from './system.ts';

const DAY_MS = 86_400_000;

const postingsOf = async (simulator: Simulator, posTransactionId = 'led_1') =>
  (await bookOf(simulator)).transactions.filter((row) => row.posTransactionId === posTransactionId);

const pointsOf = async (simulator: Simulator, index = 0) =>
  (await bookOf(simulator)).accounts[index]!.wallets[0]!.points;

const posting = (fields: Partial<NewPosting> = {}): NewPosting => ({
  cardNumber: annCard,
  storeCode: '0042',
  posTransactionId: 'led_1',
  occurredAt: '2026-03-10T12:00:00.000Z',
  add: 10,
  ...fields,
});

const addRedeemOnly = (fault: object) => ({ endpoints: { 'transaction/addRedeem': fault } });

describe('one attempt', () => {
  it('puts points on a card and takes points from it, all or nothing', async () => {
    const { simulator, client } = await startLoyalty();
    const writes = client.writes();
    expect(await writes.addRedeem(posting({ add: 20, redeem: 500 }))).toMatchObject({ outcome: 'applied' });
    expect(await pointsOf(simulator)).toBe(2_000);
    expect(await writes.addRedeem(posting({ posTransactionId: 'led_2', redeem: 21 }))).toMatchObject({
      ...{ outcome: 'refused', code: 'insufficient' },
    });
    expect(await pointsOf(simulator)).toBe(2_000);
  });

  it.each([
    [
      'an answer that is lost',
      { loseAcknowledgement: true },
      { outcome: 'unknown', cause: 'disconnected', postings: 1 },
    ],
    ['a connection that is reset', { outage: true }, { outcome: 'unknown', cause: 'disconnected', postings: 0 }],
    ['silence', { hang: true }, { outcome: 'unknown', cause: 'timeout', postings: 0 }],
    ['HTTP 500', { errorRate: true }, { outcome: 'unknown', cause: 'failed', postings: 0 }],
    ['an HTML page', { maintenance: true }, { outcome: 'unknown', cause: 'failed', postings: 0 }],
    ['HTTP 429', { throttlePerSecond: 0.001 }, { outcome: 'notSent', cause: 'throttled', postings: 0 }],
    [
      'a throttled result',
      { throttlePerSecond: 0.001, throttleAnswer: 'result' },
      { outcome: 'notSent', cause: 'throttled', postings: 0 },
    ],
  ])('%s is an outcome, and nothing is sent twice', async (_name, fault, { postings, ...outcome }) => {
    const { simulator, client, admin } = await startLoyalty({}, { writeLimits: limitsFor(fault) });
    await admin.break(fault);
    const { counts, onCall } = countCalls();
    expect(await client.writes({ onCall }).addRedeem(posting())).toEqual(outcome);
    expect(counts).toEqual({ 'transaction/addRedeem': 1 });
    expect(await postingsOf(simulator)).toHaveLength(postings);
  });

  it('says that nothing was sent when the system is gone or refuses our credentials', async () => {
    const { simulator, client } = await startLoyalty({}, { credentials: 'integration:old' });
    expect(await client.writes().addRedeem(posting())).toEqual({ outcome: 'notSent', cause: 'unauthorized' });
    await simulator.close();
    expect(await client.writes().addRedeem(posting())).toEqual({ outcome: 'notSent', cause: 'unreachable' });
  });

  it('holds writes back while they fail, reads go on, and finds back by itself', async () => {
    let time = Date.now();
    const { client, admin } = await startLoyalty({}, { now: () => new Date(time) });
    await admin.break(addRedeemOnly({ errorRate: true }));
    const outcomes: string[] = [];
    for (let index = 0; index < 20; index += 1) outcomes.push((await client.writes().addRedeem(posting())).outcome);
    // Sent once each: a repetition would have opened the breaker before the last one.
    expect(new Set(outcomes)).toEqual(new Set(['unknown']));
    expect([client.writeState(), client.state()]).toEqual(['open', 'closed']);
    await admin.break({});
    expect(await client.writes().addRedeem(posting())).toEqual({ outcome: 'notSent', cause: 'heldBack' });
    expect(await client.session().accounts.load('7100000000000000001')).toMatchObject({ points: 500 });
    time += 10_000;
    expect(await client.writes().addRedeem(posting())).toMatchObject({ outcome: 'applied' });
  });

  it('sends no more at once than allowed, and refuses what would wait too long', async () => {
    const { client, admin } = await startLoyalty({}, { writeLimits: { ...unhurried, concurrency: 2, queue: 1 } });
    await admin.break({ latencyMs: 50 });
    const outcomes = await Promise.all(
      ['a', 'b', 'c', 'd'].map((posTransactionId) => client.writes().addRedeem(posting({ posTransactionId }))),
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'applied', 'notSent']);
    expect((await admin.calls()).peakInFlight).toBe(2);
  });

  it('points that are no positive whole number never leave', async () => {
    const { client } = await startLoyalty();
    await expect(client.writes().addRedeem(posting({ add: 0.5 }))).rejects.toThrow(RangeError);
    await expect(client.writes().addRedeem(posting({ add: -1 }))).rejects.toThrow(RangeError);
  });
});

describe.each(['A', 'B'])('one posting in the end, duplicate mode %s', (duplicateMode) => {
  it('although its acknowledgement is lost', async () => {
    const { simulator, client, admin } = await startLoyalty();
    await admin.break({ duplicateMode, ...addRedeemOnly({ loseAcknowledgement: true }) });
    const first = await client.writes().postOnce(posting());
    await admin.break({ duplicateMode });
    const again = await client.writes().postOnce(posting());
    const postings = await postingsOf(simulator);
    expect(postings).toHaveLength(1);
    expect([first, again]).toEqual([
      { outcome: 'applied', legacyTransactionId: postings[0]?.pxTransactionId },
      { outcome: 'applied', legacyTransactionId: postings[0]?.pxTransactionId },
    ]);
  });

  it('although nothing can be read: the outcome is unknown, and a later call settles it', async () => {
    const { simulator, client, admin } = await startLoyalty();
    await admin.break({
      duplicateMode,
      endpoints: { 'transaction/addRedeem': { loseAcknowledgement: true }, 'transaction/status': { outage: true } },
    });
    expect(await client.writes().postOnce(posting())).toMatchObject({ outcome: 'unknown' });
    await admin.break({ duplicateMode });
    expect(await client.writes().postOnce(posting())).toMatchObject({ outcome: 'applied' });
    expect(await postingsOf(simulator)).toHaveLength(1);
  });

  it('an id that was used for another card is refused, not taken for posted', async () => {
    const { simulator, client, admin } = await startLoyalty();
    await admin.break({ duplicateMode });
    await client.writes().postOnce(posting());
    expect(await client.writes().postOnce(posting({ cardNumber: benCard }))).toMatchObject({
      ...{ outcome: 'refused', code: 'duplicate' },
    });
    expect(await pointsOf(simulator, 1)).toBe(0);
  });

  it('I11: after any sequence of faulty attempts and one healthy one', async () => {
    const { simulator, client, connect, admin } = await startLoyalty();
    // Closed all the way: an open breaker would keep the faults from happening.
    const breaker = { failurePercent: 100, minimumCalls: 1_000_000, windowMs: 30_000, halfOpenAfterMs: 10_000 };
    const limits = { breaker, totalMs: 60 };
    const hurried = connect({ limits, writeLimits: limits });
    const faults = fc.constantFrom<object>(
      ...[{}, { loseAcknowledgement: true }, { hang: true }, { errorRate: true }, { outage: true }],
      ...[{ maintenance: true }, { throttlePerSecond: 0.001 }],
      { throttlePerSecond: 0.001, throttleAnswer: 'result' },
    );
    const attempt = fc.record({ write: faults, status: faults, repeated: fc.boolean() });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { minLength: 1, maxLength: 4 }), async (attempts) => {
        run += 1;
        const mine = posting({ posTransactionId: `led_${run}`, add: 3 });
        const before = await pointsOf(simulator);
        for (const { write, status, repeated } of attempts) {
          await admin.break({
            duplicateMode,
            endpoints: { 'transaction/addRedeem': write, 'transaction/status': status },
          });
          await hurried.writes().postOnce(mine, { repeated });
        }
        await admin.break({ duplicateMode });
        expect(await client.writes().postOnce(mine)).toMatchObject({ outcome: 'applied' });
        expect(await postingsOf(simulator, mine.posTransactionId)).toHaveLength(1);
        expect(await pointsOf(simulator)).toBe(before + 300);
      }),
      { seed: 11, numRuns: 20 },
    );
  });
});

it('a system that posts doubles twice is asked first when a posting is repeated', async () => {
  const { simulator, client, admin } = await startLoyalty();
  await admin.break({ duplicateMode: 'none', ...addRedeemOnly({ loseAcknowledgement: true }) });
  await client.writes().addRedeem(posting());
  await admin.break({ duplicateMode: 'none' });
  expect(await client.writes().postOnce(posting(), { repeated: true })).toMatchObject({ outcome: 'applied' });
  expect(await postingsOf(simulator)).toHaveLength(1);
});

it('a posting that got no answer and is not in the book is absent, not undone', async () => {
  const { client, admin } = await startLoyalty({}, { writeLimits: limitsFor({ hang: true }) });
  await admin.break(addRedeemOnly({ hang: true }));
  expect(await client.writes().postOnce(posting())).toEqual({ outcome: 'absent' });
});

describe('a reversal', () => {
  const reversal = (posTransactionId = 'led_r1') => ({
    storeCode: '0042',
    posTransactionId,
    occurredAt: '2026-03-10T13:00:00.000Z',
    original: { posTransactionId: 'led_1' },
  });

  it('takes a posting back once, although its acknowledgement is lost', async () => {
    const { simulator, client, admin } = await startLoyalty();
    await client.writes().postOnce(posting());
    await admin.break({ duplicateMode: 'B', endpoints: { 'transaction/reverse': { loseAcknowledgement: true } } });
    expect(await client.writes().reverseOnce(reversal())).toMatchObject({ outcome: 'applied' });
    await admin.break({ duplicateMode: 'none' });
    expect(await client.writes().reverseOnce(reversal())).toMatchObject({ outcome: 'applied' });
    expect(await pointsOf(simulator)).toBe(50_000);
    expect(await client.writes().status({ ...posting(), requestType: 'addRedeem' })).toMatchObject({ reversed: true });
  });

  it('of what somebody else took back, of what never was, and of what is too old are told apart', async () => {
    let time = Date.parse('2026-03-10T12:00:00Z');
    const { client } = await startLoyalty({ now: () => new Date(time) });
    const writes = client.writes();
    const code = async (id?: string) => (await writes.reverseOnce(reversal(id))) as { code?: string };
    expect(await code()).toMatchObject({ outcome: 'refused', code: 'unknownTransaction' });
    const posted = await writes.postOnce(posting());
    if (posted.outcome !== 'applied') throw new Error(posted.outcome);
    time += 7 * DAY_MS + 1;
    expect(await code()).toMatchObject({ outcome: 'refused', code: 'tooOld' });
    time -= DAY_MS;
    const { legacyTransactionId } = posted;
    expect(await writes.reverseOnce({ ...reversal('led_r0'), original: { legacyTransactionId } })).toMatchObject({
      outcome: 'applied',
    });
    expect(await code('led_r2')).toMatchObject({ outcome: 'refused', code: 'alreadyReversed' });
  });
});
