import { commitOffers, releaseOffers, reserveOffers } from '@qsr/commands';
import { clientViewer, customerViewer } from '@qsr/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reserveOffers as reserve } from '../src/commands/reserve-offers.ts';
import { commitOffers as commit } from '../src/commands/commit-offers.ts';
import { customerOfferId } from '../src/domain/customer-offer.ts';
import type { Offer } from '../src/domain/offer.ts';
import { newCustomerId, processOver, reservation, startWriting, usd, type WritingWorld } from './writing.ts';

let offers: WritingWorld;
beforeAll(async () => {
  offers = await startWriting();
});
afterAll(() => offers[Symbol.asyncDispose]());

const many = <Value>(count: number, make: (place: number) => Value): Value[] =>
  Array.from({ length: count }, (_, place) => make(place));

const caps = (changes: Partial<Offer['caps']>): Partial<Offer> => ({
  caps: { total: null, perCustomer: null, perCustomerPerDay: null, perCheck: 1, budget: null, ...changes },
});

const usageOf = ({ id }: Offer) => offers.repositories.offerUsage.table.get({ partition: id });

/** Everything the graph tells of an offer and of what one customer did with it. */
const shownOf = async (offer: Offer, customerId: string) => {
  const marketing = await offers.ask(
    `{ offer(id: "${offer.id}") { usage { reserved redeemed remaining discountGranted { amountMinor } }
      redemptions { edges { node { status orderRef storeCode discount { amountMinor } } } } } }`,
    { viewer: clientViewer('marketing:read') },
  );
  const own = await offers.entities(
    [{ __typename: 'CustomerOffer', id: customerOfferId(customerId, offer.id) }],
    '... on CustomerOffer { state redemptionsLeft }',
    { viewer: customerViewer(customerId) },
  );
  const { usage, redemptions } = marketing.data.offer;
  return { usage, redemptions: redemptions.edges.map(({ node }: any) => node), own: own.data._entities[0] };
};

describe('a checkout', () => {
  it('reserves, commits, and shows in the graph at every step', async () => {
    const offer = await offers.offer(caps({ total: 5, perCustomer: 1 }));
    const customerId = newCustomerId();
    const input = reservation([offer], { customerId });
    expect(await offers.command(reserveOffers, input)).toStrictEqual({
      outcome: 'RESERVED',
      expiresAt: new Date(offers.clock.at.getTime() + 15 * 60_000).toISOString(),
    });
    expect(await shownOf(offer, customerId)).toMatchObject({
      usage: { reserved: 1, redeemed: 0, remaining: 4, discountGranted: [] },
      redemptions: [{ status: 'RESERVED', storeCode: 'PDX-1', discount: { amountMinor: 300 } }],
      own: { state: 'RESERVED', redemptionsLeft: 0 },
    });
    expect(await offers.command(commitOffers, input)).toStrictEqual({ outcome: 'COMMITTED' });
    const shown = await shownOf(offer, customerId);
    expect(shown).toMatchObject({
      usage: { reserved: 0, redeemed: 1, remaining: 4, discountGranted: [{ amountMinor: 300 }] },
      redemptions: [{ status: 'COMMITTED' }],
      own: { state: 'REDEEMED', redemptionsLeft: 0 },
    });
    expect(shown.redemptions[0].orderRef).not.toContain(input.orderId.slice(4));
    expect(await offers.repositories.reservations.of(input.checkoutId)).not.toHaveProperty('expiresAt');
  });

  it('gets the same answer again, and has its effect once (I24)', async () => {
    const offer = await offers.offer(caps({ total: 3 }));
    const input = reservation([offer], { customerId: newCustomerId() });
    const answers = await Promise.all(many(10, () => offers.command(reserveOffers, input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await Promise.all(many(10, () => offers.command(commitOffers, input)));
    expect(await offers.command(reserveOffers, input)).toStrictEqual(answers[0]);
    expect(await usageOf(offer)).toMatchObject({ taken: 1, redeemed: 1, spentUSD: 300, grantedUSD: 300, marks: {} });
  });

  it('that is released gives everything back once, and never reserves again', async () => {
    const offer = await offers.offer(caps({ total: 1, perCustomer: 1 }));
    const customerId = newCustomerId();
    const input = reservation([offer], { customerId });
    await offers.command(reserveOffers, input);
    await Promise.all(many(5, () => offers.command(releaseOffers, input)));
    expect(await usageOf(offer)).toMatchObject({ taken: 0, spentUSD: 0, marks: {} });
    expect(await shownOf(offer, customerId)).toMatchObject({
      redemptions: [{ status: 'RELEASED' }],
      own: { state: 'AVAILABLE', redemptionsLeft: 1 },
    });
    expect(await offers.command(reserveOffers, input)).toStrictEqual({ outcome: 'REFUSED', refusals: [] });
    expect(await offers.command(commitOffers, input)).toStrictEqual({ outcome: 'REFUSED', refusals: [] });
    expect(await offers.command(reserveOffers, reservation([offer], { customerId }))).toMatchObject({
      outcome: 'RESERVED',
    });
  });

  it('that was released before it reserved is refused when it comes late', async () => {
    const offer = await offers.offer();
    const input = reservation([offer]);
    expect(await offers.command(releaseOffers, input)).toStrictEqual({ outcome: 'RELEASED' });
    expect(await offers.command(reserveOffers, input)).toStrictEqual({ outcome: 'REFUSED', refusals: [] });
    expect(await usageOf(offer)).toBeNull();
  });

  it('that has committed is not released', async () => {
    const offer = await offers.offer();
    const input = reservation([offer]);
    await offers.command(reserveOffers, input);
    await offers.command(commitOffers, input);
    expect(await offers.command(releaseOffers, input)).toStrictEqual({ outcome: 'ALREADY_COMMITTED' });
    expect(await usageOf(offer)).toMatchObject({ taken: 1, redeemed: 1 });
  });

  it('reserves all of its offers or none, and is told which one refuses and why (I19)', async () => {
    const [free, gone, ended] = [
      await offers.offer(caps({ total: 1 })),
      await offers.offer(caps({ total: 1 })),
      await offers.offer({ endsAt: offers.clock.at.toISOString() }),
    ];
    await offers.command(reserveOffers, reservation([gone]));
    expect(await offers.command(reserveOffers, reservation([free, gone]))).toStrictEqual({
      outcome: 'REFUSED',
      refusals: [{ offerId: gone.id, reason: 'TOTAL_CAP_REACHED' }],
    });
    expect(await offers.command(reserveOffers, reservation([free, ended]))).toStrictEqual({
      outcome: 'REFUSED',
      refusals: [{ offerId: ended.id, reason: 'ENDED' }],
    });
    const refused = reservation([free, gone]);
    expect(await offers.command(reserveOffers, refused)).toStrictEqual(await offers.command(reserveOffers, refused));
    expect(await offers.command(reserveOffers, reservation([free]))).toMatchObject({ outcome: 'RESERVED' });
    expect(await usageOf(free)).toMatchObject({ taken: 1 });
  });

  it('counts every use on the check, and a day by the clock of the store', async () => {
    const offer = await offers.offer(caps({ perCustomer: 5, perCustomerPerDay: 2, perCheck: 2 }));
    const customerId = newCustomerId();
    const attempt = (uses: number, of = offer) =>
      offers.command(
        reserveOffers,
        reservation(
          many(uses, () => of),
          { customerId },
        ),
      );
    const refused = { outcome: 'REFUSED', refusals: [{ reason: 'CUSTOMER_CAP_REACHED' }] };
    expect(await attempt(3)).toMatchObject(refused);
    expect(await attempt(2, await offers.offer())).toMatchObject(refused);
    const today = reservation([offer], { customerId });
    await offers.command(reserveOffers, today);
    await offers.command(commitOffers, today);
    expect(await attempt(2)).toMatchObject(refused);
    const before = offers.clock.at;
    // 12:00 in UTC is 04:00 in Portland: 19 hours later it is still the same day in one, and the next in the other.
    offers.clock.at = new Date('2026-03-02T07:59:00.000Z');
    expect(await attempt(2)).toMatchObject(refused);
    offers.clock.at = new Date('2026-03-02T08:00:00.000Z');
    expect(await attempt(2)).toMatchObject({ outcome: 'RESERVED' });
    offers.clock.at = before;
  });

  it('of a guest counts against totals only', async () => {
    const offer = await offers.offer(caps({ total: 2, perCustomer: 1 }));
    const answers = await Promise.all(many(3, () => offers.command(reserveOffers, reservation([offer]))));
    expect(answers.map(({ outcome }) => outcome).sort()).toStrictEqual(['REFUSED', 'RESERVED', 'RESERVED']);
  });
});

describe('I14: caps hold under any concurrency', () => {
  it('200 checkouts at once get the last 10 of an offer, in two processes, within seconds', async () => {
    const offer = await offers.offer(caps({ total: 10 }));
    const others = [processOver(offers.store, () => offers.clock.at), processOver(offers.store, () => offers.clock.at)];
    const started = performance.now();
    const answers = await Promise.all(
      many(200, (place) => reserve(reservation([offer], { customerId: newCustomerId() }), others[place % 2]!.work())),
    );
    expect(answers.filter(({ outcome }) => outcome === 'RESERVED')).toHaveLength(10);
    expect(await usageOf(offer)).toMatchObject({ taken: 10, spentUSD: 3_000 });
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it('a budget is never passed, and is used up to the last checkout that fits', async () => {
    const offer = await offers.offer(caps({ budget: usd(1_000) }));
    const answers = await Promise.all(many(40, () => offers.command(reserveOffers, reservation([offer]))));
    expect(answers.filter(({ outcome }) => outcome === 'RESERVED')).toHaveLength(3);
    expect(answers.find(({ outcome }) => outcome === 'REFUSED')).toMatchObject({
      refusals: [{ offerId: offer.id, reason: 'BUDGET_EXHAUSTED' }],
    });
    const small = reservation([offer], { discount: usd(100) });
    expect(await offers.command(reserveOffers, small)).toMatchObject({ outcome: 'RESERVED' });
  });

  it('one customer gets what they may, however many checkouts they open', async () => {
    const offer = await offers.offer(caps({ total: 100, perCustomer: 3 }));
    const customerId = newCustomerId();
    const attempt = () => offers.command(reserveOffers, reservation([offer], { customerId }));
    const answers = await Promise.all(many(15, attempt));
    expect(answers.filter(({ outcome }) => outcome === 'RESERVED')).toHaveLength(3);
    expect(await usageOf(offer)).toMatchObject({ taken: 3 });
  });
});

describe('I15: a reservation that runs out', () => {
  it('returns its capacity once, whoever ends it', async () => {
    const offer = await offers.offer(caps({ total: 1, perCustomer: 1 }));
    const customerId = newCustomerId();
    await offers.command(reserveOffers, reservation([offer], { customerId }));
    offers.later(16);
    await Promise.all([offers.worker, processOver(offers.store, () => offers.clock.at)].map((one) => one.runJobs()));
    expect(await usageOf(offer)).toMatchObject({ taken: 0, spentUSD: 0, marks: {} });
    expect(await shownOf(offer, customerId)).toMatchObject({ redemptions: [{ status: 'RELEASED' }] });
    expect(await offers.command(reserveOffers, reservation([offer], { customerId }))).toMatchObject({
      outcome: 'RESERVED',
    });
  });

  it('holds until then, whatever jobs run, and is reserved anew by its own checkout afterwards', async () => {
    const offer = await offers.offer(caps({ total: 1 }));
    const input = reservation([offer], { customerId: newCustomerId() });
    await offers.command(reserveOffers, input);
    offers.later(14);
    await offers.worker.runJobs();
    expect(await offers.command(reserveOffers, reservation([offer]))).toMatchObject({ outcome: 'REFUSED' });
    offers.later(1);
    expect(await offers.command(reserveOffers, input)).toStrictEqual({
      outcome: 'RESERVED',
      expiresAt: new Date(offers.clock.at.getTime() + 15 * 60_000).toISOString(),
    });
    expect(await usageOf(offer)).toMatchObject({ taken: 1, spentUSD: 300 });
  });

  it('commits late where there is still room', async () => {
    const offer = await offers.offer(caps({ total: 1, perCustomer: 1 }));
    const input = reservation([offer], { customerId: newCustomerId() });
    await offers.command(reserveOffers, input);
    offers.later(16);
    await offers.worker.runJobs();
    expect(await offers.command(commitOffers, input)).toStrictEqual({ outcome: 'COMMITTED' });
    expect(await usageOf(offer)).toMatchObject({ taken: 1, redeemed: 1, spentUSD: 300, grantedUSD: 300 });
  });

  it.each(['before', 'after'])('is refused late %s its expiry was noticed when another has its place', async (when) => {
    const offer = await offers.offer(caps({ total: 2, perCustomer: 1 }));
    const customerId = newCustomerId();
    const late = reservation([offer], { customerId });
    await offers.command(reserveOffers, late);
    offers.later(16);
    if (when === 'after') await offers.worker.runJobs();
    const other = reservation([offer], { customerId });
    expect(await offers.command(reserveOffers, other)).toMatchObject({ outcome: 'RESERVED' });
    expect(await offers.command(commitOffers, late)).toStrictEqual({
      outcome: 'REFUSED',
      refusals: [{ offerId: offer.id, reason: 'CUSTOMER_CAP_REACHED' }],
    });
    expect(await offers.command(commitOffers, other)).toStrictEqual({ outcome: 'COMMITTED' });
    expect(await usageOf(offer)).toMatchObject({ taken: 1, redeemed: 1 });
  });

  it('never over-commits when many commit late at once', async () => {
    const offer = await offers.offer(caps({ total: 10 }));
    const late = many(10, () => reservation([offer], { customerId: newCustomerId() }));
    for (const input of late) await offers.command(reserveOffers, input);
    offers.later(16);
    await offers.worker.runJobs();
    const prompt = many(5, () => reservation([offer], { customerId: newCustomerId() }));
    const all = await Promise.all([
      ...late.map(({ checkoutId }) => commit(checkoutId, offers.worker.work())),
      ...prompt.map(async (input) => {
        const { outcome } = await offers.command(reserveOffers, input);
        return outcome === 'RESERVED' ? offers.command(commitOffers, input) : { outcome };
      }),
    ]);
    expect(all.filter(({ outcome }) => outcome === 'COMMITTED')).toHaveLength(10);
    expect(await usageOf(offer)).toMatchObject({ taken: 10, redeemed: 10, marks: {} });
  });
});
