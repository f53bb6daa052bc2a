import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LegacyPoints } from '../src/posting/parts.ts';
import type { LoyaltyAccountItem } from '../src/repository/accounts.ts';
import { fresh } from './fixtures.ts';
import { createFuse } from './fuse.ts';
import { completed, expectAgreement, refunded, startProcess } from './process.ts';
import { startWorld, type LoyaltyWorld } from './world.ts';

/** Of what chance plans; more are found by more runs, and by other seeds. */
const runs = Number(process.env['CRASH_RUNS'] ?? 25);
const members = Array.from({ length: runs + 80 }, (_, index) => fresh(index + 100));
let next = 0;
/** Every run has a member of its own. */
const newMember = (): [LoyaltyAccountItem, number] => {
  const account = members[next]!;
  next += 1;
  return [account, (next + 99) * 10];
};

let world: LoyaltyWorld;

beforeAll(async () => {
  world = await startWorld(members);
});

afterEach(async () => {
  await world.setFaults({});
});

afterAll(async () => {
  await world[Symbol.asyncDispose]();
});

const later = (seconds: number): void => world.setNow(new Date(world.now().getTime() + seconds * 1_000).toISOString());

/** Runs until nothing is left to do for a member, with all the time that takes. */
const settle = async ({ id }: LoyaltyAccountItem) => {
  await using healthy = startProcess(world);
  const { table } = healthy.accounts;
  for (let rounds = 0; rounds < 12; rounds += 1) {
    later(31);
    while ((await healthy.post()) > 0);
    if ((await table.get({ partition: id }))?.workDue === undefined) return;
  }
};

const faults = fc.constantFrom<object>(
  ...[{}, {}, { loseAcknowledgement: true }, { hang: true }, { errorRate: true }, { outage: true }],
  ...[{ maintenance: true }, { throttlePerSecond: 0.001 }, { loseAcknowledgement: 0.5, errorRate: 0.3 }],
  ...[{ duplicateMode: 'B' }, { duplicateMode: 'B', loseAcknowledgement: true }],
  ...[{ duplicateMode: 'none' }, { duplicateMode: 'none', loseAcknowledgement: true }],
  { endpoints: { 'transaction/addRedeem': { loseAcknowledgement: true }, 'transaction/status': { outage: true } } },
);

/** Where a process is killed: at which of its steps, and whether that step still has its effect. */
const kills = fc.record({ at: fc.integer({ min: 1, max: 30 }), after: fc.boolean() });

const step = fc.record({ fault: faults, kill: fc.option(kills), post: fc.boolean() });

const deliveries = ['complete A', 'complete B', 'capture A', 'refund A1', 'refund A2', 'refund B'] as const;

const plan = fc.record({
  /** Everything at least once, some of it again, in any order. */
  deliveries: fc
    .tuple(fc.constant(deliveries), fc.array(fc.constantFrom(...deliveries), { maxLength: 6 }))
    .chain(([once, again]) => fc.shuffledSubarray([...once, ...again], { minLength: once.length + again.length })),
  steps: fc.array(step, { minLength: 12, maxLength: 12 }),
  /** Whether order A is refunded in two parts, or whole at once. */
  whole: fc.boolean(),
});

type Process = ReturnType<typeof startProcess>;

const deliverTo = (ann: LoyaltyAccountItem, base: number, whole: boolean) => {
  const [a, b] = [base + 1, base + 2];
  const second = whole
    ? { accrualBaseReturned: 1_000, pointsReturned: 300, last: true }
    : { pointsReturned: 150, last: true };
  const events: Record<(typeof deliveries)[number], (process: Process) => Promise<unknown>> = {
    'complete A': (process) => process.complete(completed(ann, a)),
    'complete B': (process) =>
      process.complete(completed(ann, b, { multipliers: [{ offerId: 'ofr_1', percent: 150 }], accrualBase: 777 })),
    'capture A': (process) => process.capture(`chk_${String(a).padStart(26, '0')}`, ann.customerId),
    'refund A1': (process) =>
      whole ? Promise.resolve() : process.refund(refunded(ann, [a, 1], { pointsReturned: 150 })),
    'refund A2': (process) => process.refund(refunded(ann, [a, 2], second)),
    'refund B': (process) => process.refund(refunded(ann, [b, 1], { accrualBaseReturned: 333, accrualBaseTotal: 777 })),
  };
  return events;
};

describe('whatever is lost, repeated, reordered or killed', () => {
  it('I1 I3 I4 I5 I11 I13 I42: both books agree in the end, with one posting for each business key', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async ({ deliveries: order, steps, whole }) => {
        const [ann, base] = newMember();
        const events = deliverTo(ann, base, whole);
        const unheard: Array<(typeof deliveries)[number]> = [];
        for (const [index, name] of order.entries()) {
          const { fault, kill, post } = steps[index % steps.length]!;
          await world.setFaults(fault);
          const process = startProcess(world, createFuse(kill?.at, kill?.after), 60);
          await events[name](process).catch(() => unheard.push(name));
          if (post) await process.post().catch(() => 0);
          await process.close();
          later(kill === null ? 1 : 31);
        }
        await world.setFaults({ duplicateMode: 'none' });
        const healthy = startProcess(world);
        await Promise.all(unheard.map((name) => events[name](healthy)));
        await healthy.close();
        await settle(ann);
        const { points, account } = await expectAgreement(world, ann);
        // Of A nothing is left; B earned 77 by 150 %, and 333 of its 777 cents came back.
        expect(points).toBe(1_000 + 115 - 49);
        expect(account.qualifyingDays['2026-03-01']).toBe(77 - 33);
      }),
      { numRuns: runs, seed: Number(process.env['CRASH_SEED'] ?? 1), endOnFailure: true },
    );
  }, 120_000);
});

describe('an accrual', () => {
  it.each([false, true])('I4 I11: survives a kill at every step (after its effect: %s)', async (after) => {
    const isOver = { value: false };
    // Whatever is posted twice is booked twice.
    await world.setFaults({ duplicateMode: 'none' });
    for (let at = 1; !isOver.value; at += 1) {
      const [ann, base] = newMember();
      const event = completed(ann, base + 2);
      const fuse = createFuse(at, after);
      const process = startProcess(world, fuse);
      const heard = await process.complete(event).then(
        () => true,
        () => false,
      );
      await process.post().catch(() => 0);
      await process.close();
      const next = startProcess(world);
      if (!heard) await next.complete(event);
      await next.close();
      await settle(ann);
      expect((await expectAgreement(world, ann)).points).toBe(1_100);
      isOver.value = !fuse.isDead();
    }
  });

  it('I4: fifty deliveries at once make one entry and one posting', async () => {
    const [ann, base] = newMember();
    const process = startProcess(world);
    await Promise.all(Array.from({ length: 50 }, () => process.complete(completed(ann, base + 2))));
    await Promise.all(Array.from({ length: 5 }, () => process.post()));
    await process.close();
    expect((await expectAgreement(world, ann)).transactions).toHaveLength(1);
  });

  it('is posted once, and costs five calls of the store to enter and eight to post', async () => {
    const [ann, base] = newMember();
    const process = startProcess(world);
    await process.complete(completed(ann, base + 2));
    expect(process.stores).toStrictEqual({
      ...{ 'loyalty-enrolments': 1, 'loyalty-accounts': 2, 'loyalty-programs': 1, 'loyalty-ledger': 1 },
    });
    await process.post();
    expect(process.stores).toStrictEqual({
      ...{ 'loyalty-enrolments': 1, 'loyalty-accounts': 6, 'loyalty-programs': 2, 'loyalty-ledger': 3 },
      'loyalty-orders': 1,
    });
    await process.close();
    await expectAgreement(world, ann);
  });
});

describe('a process that posts slowly', () => {
  type Send = LegacyPoints['postOnce'];
  const slow = (send: (send: Send) => Send) => {
    const fuse = createFuse();
    const legacy = (inner: LegacyPoints) => ({ ...inner, postOnce: send(inner.postOnce) });
    return startProcess(world, { ...fuse, legacy });
  };

  it('I11: is left alone by others, and leaves its account alone once its lease is another one’s', async () => {
    const [ann, base] = newMember();
    const sending = Promise.withResolvers<null>();
    const slept = Promise.withResolvers<null>();
    await using third = startProcess(world);
    await using second = slow((send) => async (posting, options) => {
      sending.resolve(null);
      await slept.promise;
      return send(posting, options);
    });
    let takenOver: Promise<number> | undefined;
    await using first = slow((send) => async (posting, options) => {
      expect(await second.post()).toBe(0);
      later(31);
      takenOver = second.post();
      await sending.promise;
      return send(posting, options);
    });
    for (const order of [2, 3]) await first.complete(completed(ann, base + order));
    expect(await first.post()).toBe(1);
    expect(await third.post()).toBe(0);
    slept.resolve(null);
    expect(await takenOver).toBe(1);
    await expectAgreement(world, ann);
  });

  it('I11: is alone at it, also when points are captured meanwhile', async () => {
    const [ann, base] = newMember();
    const sent: string[] = [];
    await using other = slow((send) => (posting, options) => {
      sent.push(posting.posTransactionId);
      return send(posting, options);
    });
    await using first = slow((send) => async (posting, options) => {
      await other.capture(`chk_${String(base + 1).padStart(26, '0')}`, ann.customerId);
      return send(posting, options);
    });
    await first.complete(completed(ann, base + 2));
    await first.post();
    expect(sent).toStrictEqual([]);
    await settle(ann);
    expect((await expectAgreement(world, ann)).points).toBe(800);
  });

  it('I1 I11: books nothing that its successor has booked, wherever that one was killed', async () => {
    for (let at = 3; at < 12; at += 1) {
      const [ann, base] = newMember();
      const successor = startProcess(world, createFuse(at, true));
      await using first = slow((send) => async (posting, options) => {
        later(31);
        await successor.post().catch(() => 0);
        return send(posting, options);
      });
      await first.complete(completed(ann, base + 2));
      await first.post();
      await successor.close();
      await settle(ann);
      expect((await expectAgreement(world, ann)).points).toBe(1_100);
    }
  });

  it.each<[Awaited<ReturnType<Send>>['outcome'][], boolean]>([
    [['notSent'], false],
    [['absent'], true],
    [['unknown', 'notSent'], true],
  ])('I11: after %s may have got there: %s; then the book is asked first', async (outcomes, isAskedFirst) => {
    const [ann, base] = newMember();
    const asked: unknown[] = [];
    await using process = slow((send) => (posting, options) => {
      const outcome = outcomes.shift();
      if (outcome !== undefined) return Promise.resolve({ outcome, cause: 'timeout' } as Awaited<ReturnType<Send>>);
      asked.push(options?.repeated);
      return send(posting, options);
    });
    await process.complete(completed(ann, base + 2));
    for (let rounds = 0; rounds < 3; rounds += 1) {
      await process.post();
      later(31);
    }
    expect(asked).toStrictEqual([isAskedFirst]);
  });

  it('sends nothing that its lease may not cover', async () => {
    const [ann, base] = newMember();
    const sent: string[] = [];
    await using process = slow((send) => async (posting, options) => {
      sent.push(posting.posTransactionId);
      later(25);
      return send(posting, options);
    });
    await process.complete(completed(ann, base + 2));
    await process.complete(completed(ann, base + 3));
    await process.post();
    expect(sent).toHaveLength(1);
    await settle(ann);
    await expectAgreement(world, ann);
  });
});
