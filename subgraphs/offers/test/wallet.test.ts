import { load } from '@qsr/subgraph/seeding';
import { clientViewer, customerViewer, guestViewer, mortalStore, sleepyStore, staffViewer } from '@qsr/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countActivations } from '../src/commands/count-activations.ts';
import { customerOfferId } from '../src/domain/customer-offer.ts';
import type { Offer } from '../src/domain/offer.ts';
import { claimCodesTable } from '../src/repository/claim-codes.ts';
import { key, newCustomerId, processOver, startWriting, ulid, type WritingWorld } from './writing.ts';

let offers: WritingWorld;
beforeAll(async () => {
  offers = await startWriting();
});
afterAll(() => offers[Symbol.asyncDispose]());

const now = () => offers.clock.at;

const payload = `customerOffer { id state activatedAt redemptionsLeft eligibility { eligible reasons } offer { id } }
  userErrors { code message path retryable reasons }`;

const change =
  (mutation: string, type: string) =>
  async (customerId: string, input: object): Promise<any> => {
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${payload} } }`;
    const answer = await offers.ask(query, {
      viewer: customerViewer(customerId),
      variables: { input: { idempotencyKey: key(), ...input } },
    });
    expect(answer.errors).toBeUndefined();
    return answer.data[mutation];
  };

const activate = change('activateOffer', 'ActivateOfferInput');
const deactivate = change('deactivateOffer', 'DeactivateOfferInput');
const claim = change('claimOfferCode', 'ClaimOfferCodeInput');

const activatedCount = async ({ id }: Offer): Promise<number> => {
  await offers.worker.runJobs();
  const { data } = await offers.ask(`{ offer(id: "${id}") { usage { activated } } }`, {
    viewer: clientViewer('marketing:read'),
  });
  return data.offer.usage.activated;
};

const toActivate: Partial<Offer> = { requiresActivation: true };

describe('activating an offer', () => {
  it('puts it into the wallet, tells of it, and counts the customer once', async () => {
    const offer = await offers.offer(toActivate);
    const customerId = newCustomerId();
    const { customerOffer, userErrors } = await activate(customerId, { offerId: offer.id });
    expect(userErrors).toStrictEqual([]);
    expect(customerOffer).toMatchObject({
      id: customerOfferId(customerId, offer.id),
      state: 'ACTIVATED',
      activatedAt: now().toISOString(),
      eligibility: { eligible: true },
    });
    const wallet = await offers.repositories.customerOffers.table.get({ partition: customerId });
    expect(wallet?.outbox).toMatchObject([{ type: 'offers.offer.activated', data: { customerId, offerId: offer.id } }]);
    expect(await activatedCount(offer)).toBe(1);
  });

  it('answers the same to the same key, nothing to another input, and has one effect at once (I24)', async () => {
    const [offer, other] = [await offers.offer(toActivate), await offers.offer(toActivate)];
    const customerId = newCustomerId();
    const idempotencyKey = key();
    const input = { idempotencyKey, offerId: offer.id };
    const twins = await Promise.all(Array.from({ length: 20 }, () => activate(customerId, input)));
    expect(new Set(twins.map((twin) => JSON.stringify(twin))).size).toBe(1);
    expect(twins[0].userErrors).toStrictEqual([]);
    const reused = await activate(customerId, { idempotencyKey, offerId: other.id });
    expect(reused).toMatchObject({ customerOffer: null, userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] });
    const again = await activate(customerId, { offerId: offer.id });
    expect(again).toMatchObject({
      customerOffer: { state: 'ACTIVATED' },
      userErrors: [{ code: 'ALREADY_ACTIVATED', path: ['input', 'offerId'], retryable: false }],
    });
    expect(await activatedCount(offer)).toBe(1);
    expect(await activatedCount(other)).toBe(0);
  });

  it('is refused with the reasons that the rules give (I19)', async () => {
    const customerId = newCustomerId();
    const refusal = async (changes: Partial<Offer>) =>
      (await activate(customerId, { offerId: (await offers.offer(changes)).id })).userErrors[0];
    expect(await refusal({ status: 'PAUSED' })).toMatchObject({ code: 'NOT_ELIGIBLE', reasons: ['NOT_STARTED'] });
    expect(await refusal({ endsAt: now().toISOString() })).toMatchObject({ code: 'NOT_ELIGIBLE', reasons: ['ENDED'] });
    expect(await refusal({ segmentIds: ['seg_1'] })).toMatchObject({
      code: 'NOT_ELIGIBLE',
      reasons: ['NOT_IN_AUDIENCE'],
    });
    expect(await refusal({ byCodeOnly: true })).toMatchObject({ code: 'NOT_ELIGIBLE', reasons: ['NOT_ACTIVATED'] });
    expect(await refusal({ effect: { scope: 'LOYALTY', bonusPoints: 5 } })).toMatchObject({
      reasons: ['LOYALTY_REQUIRED'],
    });
    expect(await refusal({ status: 'DRAFT' })).toMatchObject({ code: 'NOT_FOUND', reasons: null });
    expect((await activate(customerId, { offerId: 'ofr_unknown' })).userErrors[0]).toMatchObject({
      code: 'NOT_FOUND',
      path: ['input', 'offerId'],
    });
  });

  it('is undone by deactivating, and done again without counting again', async () => {
    const offer = await offers.offer(toActivate);
    const customerId = newCustomerId();
    const { customerOffer } = await activate(customerId, { offerId: offer.id });
    expect(await activatedCount(offer)).toBe(1);
    const out = await deactivate(customerId, { customerOfferId: customerOffer.id });
    expect(out).toMatchObject({ customerOffer: { state: 'AVAILABLE', activatedAt: null }, userErrors: [] });
    const twice = await deactivate(customerId, { customerOfferId: customerOffer.id });
    expect(twice.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'customerOfferId'] }]);
    const other = newCustomerId();
    await activate(other, { offerId: offer.id });
    const foreign = await deactivate(other, { customerOfferId: customerOffer.id });
    expect(foreign.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await activate(customerId, { offerId: offer.id })).toMatchObject({ customerOffer: { state: 'ACTIVATED' } });
    expect(await activatedCount(offer)).toBe(2);
  });

  it('is for customers only', async () => {
    const ask = (viewer: typeof guestViewer) =>
      offers.ask('mutation { activateOffer(input: { idempotencyKey: "k", offerId: "x" }) { userErrors { code } } }', {
        viewer,
      });
    for (const viewer of [guestViewer, staffViewer('offers:manage')]) {
      expect((await ask(viewer)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });

  it('is counted once whoever dies or sleeps while counting', async () => {
    for (let atWrite = 1; ; atWrite += 1) {
      const offer = await offers.offer(toActivate);
      const [ann, ben] = [newCustomerId(), newCustomerId()];
      for (const customerId of [ann, ben]) await activate(customerId, { offerId: offer.id });
      const dying = mortalStore(offers.store, { atWrite, applied: true });
      const sleepy = sleepyStore(offers.store, atWrite);
      const sleeping = countActivations(ben, processOver(sleepy, now).work());
      await countActivations(ann, processOver(dying, now).work()).catch(() => undefined);
      await Promise.race([sleepy.asleep, sleeping]);
      await offers.worker.runJobs();
      offers.later(2);
      await offers.worker.runJobs();
      sleepy.wake();
      await sleeping;
      offers.later(2);
      expect(await activatedCount(offer), `write ${atWrite}`).toBe(2);
      if (!dying.isDead()) return;
    }
  });
});

/** An offer with one promo code. */
const withCode = async (maxClaims: number, changes: Partial<Offer> = {}) => {
  const offer = await offers.offer({ byCodeOnly: true, ...changes });
  const code = `CODE${ulid()}`;
  await load(claimCodesTable, [{ code, offerId: offer.id, maxClaims, claimed: 0, reservedAt: now().toISOString() }])(
    offers.store,
  );
  const claimed = async () => {
    const pool = await offers.repositories.claimCodes.table.get({ partition: code });
    return { claimed: pool?.claimed, marks: Object.keys(pool?.marks ?? {}).length };
  };
  return { offer, code, claimed };
};

describe('claiming a promo code', () => {
  it('puts the offer behind it into the wallet, however the code is typed', async () => {
    const { offer, code, claimed } = await withCode(2);
    const customerId = newCustomerId();
    expect(await claim(customerId, { code: ` ${code.toLowerCase()} ` })).toMatchObject({
      customerOffer: { offer: { id: offer.id }, state: 'ACTIVATED', eligibility: { eligible: true } },
      userErrors: [],
    });
    expect((await claim(customerId, { code })).userErrors).toMatchObject([
      { code: 'CODE_ALREADY_USED', path: ['input', 'code'] },
    ]);
    expect(await claimed()).toStrictEqual({ claimed: 1, marks: 0 });
    expect(await activatedCount(offer)).toBe(1);
    const wallet = await offers.repositories.customerOffers.table.get({ partition: customerId });
    expect(wallet?.outbox).toMatchObject([{ type: 'offers.offer.activated', data: { customerId, offerId: offer.id } }]);
  });

  it('I14: 200 customers at once get the last 10 slots', async () => {
    const { code, claimed } = await withCode(10);
    const answers = await Promise.all(Array.from({ length: 200 }, () => claim(newCustomerId(), { code })));
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(10);
    const refused = answers.filter(({ userErrors }) => userErrors.length > 0);
    expect(new Set(refused.map(({ userErrors }) => userErrors[0].code))).toStrictEqual(new Set(['CAP_REACHED']));
    expect(refused.every(({ customerOffer }) => customerOffer === null)).toBe(true);
    expect(await claimed()).toStrictEqual({ claimed: 10, marks: 0 });
  }, 30_000);

  it('takes one slot of a customer who tries many times at once (I24)', async () => {
    const { code, claimed } = await withCode(10);
    const customerId = newCustomerId();
    const idempotencyKey = key();
    const twins = await Promise.all([
      ...Array.from({ length: 10 }, () => claim(customerId, { code, idempotencyKey })),
      ...Array.from({ length: 5 }, () => claim(customerId, { code })),
    ]);
    expect(await claimed()).toStrictEqual({ claimed: 1, marks: 0 });
    const outcomes = twins.map(({ userErrors }) => userErrors[0]?.code ?? 'done');
    expect(new Set(outcomes.slice(0, 10)).size).toBe(1);
    expect(outcomes.filter((outcome) => outcome === 'done').length).toBeGreaterThan(0);
    const reused = await claim(customerId, { code: 'ANOTHER', idempotencyKey });
    expect(reused.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
  });

  it('says the same of a code that never was and of one whose offer does not run', async () => {
    const codes = [
      'NEVER-WAS',
      '',
      'ü'.repeat(3000),
      (await withCode(1, { status: 'PAUSED' })).code,
      (await withCode(1, { status: 'DRAFT' })).code,
      (await withCode(1, { endsAt: now().toISOString() })).code,
    ];
    const answers = await Promise.all(codes.map((code) => claim(newCustomerId(), { code })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ customerOffer: null, userErrors: [{ code: 'CODE_INVALID' }] });
  });

  it('tells that a code for one has been used by another', async () => {
    const { code } = await withCode(1);
    await claim(newCustomerId(), { code });
    expect((await claim(newCustomerId(), { code })).userErrors).toMatchObject([{ code: 'CODE_ALREADY_USED' }]);
  });

  it('lets the offer be activated again after it was taken out, without the code', async () => {
    const { offer, code } = await withCode(1);
    const customerId = newCustomerId();
    const { customerOffer } = await claim(customerId, { code });
    await deactivate(customerId, { customerOfferId: customerOffer.id });
    expect(await activate(customerId, { offerId: offer.id })).toMatchObject({ customerOffer: { state: 'ACTIVATED' } });
  });
});
