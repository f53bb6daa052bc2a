import { load } from '@qsr/subgraph/seeding';
import { mortalStore, sleepyStore } from '@qsr/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { claimOfferCode } from '../src/commands/claim-offer-code.ts';
import { claimCodesTable } from '../src/repository/claim-codes.ts';
import { key, newCustomerId, processOver, startWriting, ulid, type WritingWorld } from './writing.ts';

let offers: WritingWorld;
beforeAll(async () => {
  offers = await startWriting();
});
afterAll(() => offers[Symbol.asyncDispose]());

const now = () => offers.clock.at;

/** A customer about to claim the only slot of a code. */
const claiming = async () => {
  const offer = await offers.offer({ byCodeOnly: true });
  const code = `CODE${ulid()}`;
  await load(claimCodesTable, [{ code, offerId: offer.id, maxClaims: 1, claimed: 0, reservedAt: now().toISOString() }])(
    offers.store,
  );
  const customerId = newCustomerId();
  const input = { code, idempotencyKey: key() };
  return {
    claimOver: (store: WritingWorld['store']) => claimOfferCode(input, processOver(store, now).request(customerId)),
    /** What the pool says, and what the wallet. */
    state: async () => {
      const pool = await offers.repositories.claimCodes.table.get({ partition: code });
      const wallet = await offers.repositories.customerOffers.table.get({ partition: customerId });
      const isActive = wallet?.entries.some(({ activatedAt }) => activatedAt !== null) === true;
      return { claimed: pool?.claimed, marks: Object.keys(pool?.marks ?? {}).length, isActive };
    },
  };
};

/** Leases end, and what was left behind is swept. */
const settleAll = async (): Promise<void> => {
  offers.later(2);
  await offers.worker.runJobs();
};

const claimed = { claimed: 1, marks: 0, isActive: true };
const free = { claimed: 0, marks: 0, isActive: false };

it('a claim whose process dies at any of its writes is made once by whoever repeats it', async () => {
  for (let atWrite = 1; ; atWrite += 1) {
    let died = true;
    for (const applied of [false, true]) {
      const { claimOver, state } = await claiming();
      const store = mortalStore(offers.store, { atWrite, applied });
      await claimOver(store).catch(() => undefined);
      died = store.isDead();
      offers.later(1);
      expect(await claimOver(offers.store)).toMatchObject({ userErrors: [] });
      await settleAll();
      expect(await state(), `write ${atWrite}`).toStrictEqual(claimed);
    }
    if (!died) return;
  }
}, 60_000);

it('a claim that nobody repeats holds its slot and the offer is in the wallet, or neither', async () => {
  for (let atWrite = 1; ; atWrite += 1) {
    const { claimOver, state } = await claiming();
    const store = mortalStore(offers.store, { atWrite, applied: true });
    await claimOver(store).catch(() => undefined);
    await settleAll();
    const { isActive } = await state();
    expect(await state(), `write ${atWrite}`).toStrictEqual(isActive ? claimed : free);
    if (!store.isDead()) return;
  }
}, 60_000);

it('a claim whose process sleeps while another makes it adds nothing when it wakes up', async () => {
  for (let atWrite = 1; ; atWrite += 1) {
    const { claimOver, state } = await claiming();
    const store = sleepyStore(offers.store, atWrite);
    const sleeping = claimOver(store);
    const fellAsleep = await Promise.race([store.asleep.then(() => true), sleeping.then(() => false)]);
    offers.later(1);
    await claimOver(offers.store);
    await settleAll();
    store.wake();
    expect(await sleeping).toMatchObject({ userErrors: [] });
    await settleAll();
    expect(await state(), `write ${atWrite}`).toStrictEqual(claimed);
    if (!fellAsleep) return;
  }
}, 60_000);
