import { mortalStore, sleepyStore, type Death } from '@qsr/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitOffers } from '../src/commands/commit-offers.ts';
import { releaseOffers } from '../src/commands/release-offers.ts';
import { reserveOffers, type ReserveInput } from '../src/commands/reserve-offers.ts';
import { reverseRedemptions } from '../src/commands/reverse-redemptions.ts';
import { settleReservation } from '../src/commands/settle-reservation.ts';
import { moveReservation } from '../src/commands/write-reservation.ts';
import type { Work } from '../src/context.ts';
import { countingUses } from '../src/domain/customer-offer.ts';
import type { Offer } from '../src/domain/offer.ts';
import { newCustomerId, processOver, reservation, startWriting, usd, type WritingWorld } from './writing.ts';

let offers: WritingWorld;
beforeAll(async () => {
  offers = await startWriting();
});
afterAll(() => offers[Symbol.asyncDispose]());

const immortal: Death = { atWrite: Infinity, applied: false };

/** What a saga does with a checkout; a refund comes by event, after the commit. */
type Plan = 'commit' | 'release' | 'abandon' | 'refund';

/** Carries a plan out as far as the process lives; repeating it from the start is what a resumed saga does. */
const follow = async (plan: Plan, input: ReserveInput, work: Work): Promise<void> => {
  const { outcome } = await reserveOffers(input, work);
  if (plan === 'abandon') return;
  if (plan === 'release') {
    await releaseOffers(input.checkoutId, work);
    return;
  }
  if (outcome === 'REFUSED') return;
  await commitOffers(input.checkoutId, work);
  if (plan === 'refund') await reverseRedemptions(input.checkoutId, 'all', work);
};

const now = () => offers.clock.at;

/** One process after another takes the checkout up, each until it dies; the last one lives. */
const followThroughDeaths = async (plan: Plan, input: ReserveInput, deaths: readonly Death[]): Promise<void> => {
  for (const death of [...deaths, immortal]) {
    const store = mortalStore(offers.store, death);
    const attempt = follow(plan, input, processOver(store, now).work(AbortSignal.timeout(20_000)));
    // What a dead process left under way is an intent whose lease must end before another one takes it up.
    await attempt.catch((error: unknown) => {
      if (!store.isDead()) throw error;
      offers.later(1);
    });
  }
};

interface Expected {
  readonly taken: number;
  readonly redeemed: number;
}

/** What the reservations say, against what counters, wallets and marketing's list say. */
const check = async (offer: Offer, inputs: readonly ReserveInput[]): Promise<Expected> => {
  const { repositories } = offers;
  const found = await Promise.all(inputs.map(({ checkoutId }) => repositories.reservations.of(checkoutId)));
  const items = found.flatMap((item) => (item === null ? [] : [item]));
  const standing = items.filter(({ status, lines }) => status === 'COMMITTED' && lines[0]?.reversal === undefined);
  const usage = await repositories.offerUsage.table.get({ partition: offer.id });
  const count = standing.length;
  expect({ taken: 0, redeemed: 0, spentUSD: 0, grantedUSD: 0, ...usage }).toMatchObject({
    taken: count,
    redeemed: count,
    spentUSD: 300 * count,
    grantedUSD: 300 * count,
    ...(usage && { marks: {} }),
  });
  expect(items.filter(({ due }) => due !== undefined)).toStrictEqual([]);
  const customerIds = [...new Set(inputs.map(({ customerId }) => customerId ?? ''))];
  const wallets = await repositories.customerOffers.table.getMany(customerIds.map((id) => ({ partition: id })));
  const uses = wallets.flatMap((wallet) => wallet?.entries.flatMap((entry) => countingUses(entry, now())) ?? []);
  const redemptionIds = standing.flatMap(({ lines }) => lines.map(({ redemptionId }) => redemptionId));
  expect(uses.map(({ redemptionId }) => redemptionId).sort()).toStrictEqual(redemptionIds.sort());
  expect(uses.every(({ status }) => status === 'COMMITTED')).toBe(true);
  for (const { lines, status, reservedAt } of items) {
    const shown = await repositories.redemptions.table.get({ partition: lines[0]!.redemptionId });
    const ended = status === 'COMMITTED' && lines[0]?.reversal !== undefined ? 'REVERSED' : status;
    const expected = ended === 'EXPIRED' ? 'RELEASED' : ended;
    expect(shown?.status ?? null).toBe(reservedAt === null ? null : expected);
  }
  return { taken: count, redeemed: count };
};

/** Everything that was left behind runs out, is swept and settled. */
const settleAll = async (): Promise<void> => {
  offers.later(20);
  await offers.worker.runJobs();
  offers.later(1);
  await offers.worker.runJobs();
};

const capped = (total: number, perCustomer: number): Partial<Offer> => ({
  caps: { total, perCustomer, perCustomerPerDay: null, perCheck: 1, budget: usd(100_000) },
});

const plans = [
  ['commit', { taken: 1, redeemed: 1 }],
  ['release', { taken: 0, redeemed: 0 }],
  ['abandon', { taken: 0, redeemed: 0 }],
  ['refund', { taken: 0, redeemed: 0 }],
] as const;

describe('a process that dies at any of its writes', () => {
  it.each(plans)(
    'and one that takes over leave what one would have: %s',
    async (plan, expected) => {
      for (let atWrite = 1; ; atWrite += 1) {
        let died = true;
        for (const applied of [false, true]) {
          const offer = await offers.offer(capped(1, 1));
          const input = reservation([offer], { customerId: newCustomerId() });
          const store = mortalStore(offers.store, { atWrite, applied });
          await follow(plan, input, processOver(store, now).work()).catch(() => undefined);
          died = store.isDead();
          offers.later(1);
          await followThroughDeaths(plan, input, []);
          if (plan === 'abandon') await settleAll();
          await settleAll();
          expect(await check(offer, [input]), `write ${atWrite}`).toStrictEqual(expected);
        }
        if (!died) return;
      }
    },
    120_000,
  );

  it.each(['commit', 'refund'] as const)(
    'and nobody who takes over leaves nothing held or half given back: %s (I15)',
    async (plan) => {
      for (let atWrite = 1; ; atWrite += 1) {
        const offer = await offers.offer(capped(1, 1));
        const input = reservation([offer], { customerId: newCustomerId() });
        const store = mortalStore(offers.store, { atWrite, applied: true });
        await follow(plan, input, processOver(store, now).work()).catch(() => undefined);
        await settleAll();
        const { taken } = await check(offer, [input]);
        if (store.isDead()) continue;
        expect(taken).toBe(plan === 'commit' ? 1 : 0);
        return;
      }
    },
    60_000,
  );
});

describe('a process that sleeps through everything at any of its writes', () => {
  it.each(plans)(
    'changes nothing when it wakes up: %s',
    async (plan, expected) => {
      for (let atWrite = 1; ; atWrite += 1) {
        const offer = await offers.offer(capped(1, 1));
        const input = reservation([offer], { customerId: newCustomerId() });
        const store = sleepyStore(offers.store, atWrite);
        const sleeping = follow(plan, input, processOver(store, now).work());
        const fellAsleep = await Promise.race([store.asleep.then(() => true), sleeping.then(() => false)]);
        offers.later(1);
        await followThroughDeaths(plan, input, []);
        await settleAll();
        store.wake();
        await sleeping;
        await settleAll();
        expect(await check(offer, [input]), `write ${atWrite}`).toStrictEqual(expected);
        if (!fellAsleep) return;
      }
    },
    60_000,
  );
});

it('a process that settles late what has been reserved anew takes nothing from it (I14)', async () => {
  const offer = await offers.offer(capped(2, 1));
  const input = reservation([offer], { customerId: newCustomerId() });
  const work = offers.worker.work();
  await reserveOffers(input, work);
  offers.later(15);
  const lapsed = await offers.repositories.reservations.of(input.checkoutId);
  const expired = await moveReservation(lapsed!, { status: 'EXPIRED' }, work);
  await reserveOffers(input, work);
  await settleReservation(expired!, work);
  const other = reservation([offer], { customerId: input.customerId });
  expect(await reserveOffers(other, work)).toMatchObject({ refusals: [{ reason: 'CUSTOMER_CAP_REACHED' }] });
  await commitOffers(input.checkoutId, work);
  expect(await check(offer, [input])).toStrictEqual({ taken: 1, redeemed: 1 });
});

const death = fc.record({ atWrite: fc.integer({ min: 1, max: 14 }), applied: fc.boolean() });

const checkout = fc.record({
  plan: fc.constantFrom<Plan>('commit', 'release', 'abandon', 'refund'),
  customer: fc.nat(2),
  deaths: fc.array(death, { maxLength: 2 }),
});

describe('I14, I15, I18: checkouts that race for the last of an offer while their processes die', () => {
  it('never pass a cap, lose nothing and double nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(checkout, { minLength: 2, maxLength: 7 }),
        fc.integer({ min: 1, max: 4 }),
        async (checkouts, total) => {
          const offer = await offers.offer(capped(total, 2));
          const customerIds = [newCustomerId(), newCustomerId(), newCustomerId()];
          const inputs = checkouts.map(({ customer }) => reservation([offer], { customerId: customerIds[customer]! }));
          const running = checkouts.map(({ plan, deaths }, place) => followThroughDeaths(plan, inputs[place]!, deaths));
          const jobs = processOver(mortalStore(offers.store, { atWrite: 5, applied: true }), now);
          await Promise.all([...running, jobs.runJobs().catch(() => undefined)]);
          const usage = await offers.repositories.offerUsage.table.get({ partition: offer.id });
          expect(usage?.taken ?? 0).toBeLessThanOrEqual(total);
          await settleAll();
          const { taken } = await check(offer, inputs);
          expect(taken).toBeLessThanOrEqual(total);
        },
      ),
      { numRuns: 15 },
    );
  }, 120_000);
});
