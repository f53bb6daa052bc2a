import { describe, expect, it } from 'vitest';
import type { NewAuthorization, PaymentWrites } from '../src/index.ts';
import { paymentsOf, profileId, startPayment } from './payment-system.ts';
import { countCalls, limitsFor } from './system.ts';

const attempt = (fields: Partial<NewAuthorization> = {}): NewAuthorization => ({
  attemptId: 'pay_1',
  amountMinor: 1_250,
  currency: 'USD',
  source: { token: '9418594164544242' },
  ...fields,
});

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

const approved = async (payments: PaymentWrites, fields: Partial<NewAuthorization> = {}): Promise<string> => {
  const outcome = await payments.authorize(attempt(fields));
  if (outcome.outcome !== 'approved') throw new Error(outcome.outcome);
  return outcome.retref;
};

describe('an authorisation', () => {
  it('is approved with what may be shown of the card, by token or from the vault', async () => {
    const { client } = await startPayment();
    const card = (brand: string, last4: string) => ({ outcome: 'approved', card: { brand, last4 } });
    expect(await client.writes().authorize(attempt())).toMatchObject(card('Visa', '4242'));
    const stored = attempt({ attemptId: 'pay_2', source: { profileId, accountId: '1' } });
    expect(await client.writes().authorize(stored)).toMatchObject(card('Discover', '1111'));
  });

  it.each([
    ['tok_declined', { outcome: 'declined', code: '05' }, 'declined'],
    ['tok_soft_declined', { outcome: 'softDeclined', code: '91' }, 'softDeclined'],
  ])('of %s is refused by the card, which the book tells too', async (token, outcome, status) => {
    const { client } = await startPayment();
    const payments = client.writes();
    expect(await payments.authorize(attempt({ source: { token } }))).toMatchObject(outcome);
    expect(await payments.inquireByAttempt('pay_1')).toMatchObject({ status, captured: false });
  });

  it('of a card that the vault does not have is declined without a try', async () => {
    const { client } = await startPayment();
    const source = { profileId, accountId: '9' };
    expect(await client.writes().authorize(attempt({ source }))).toMatchObject({ outcome: 'declined', retref: null });
    expect(await client.writes().inquireByAttempt('pay_1')).toBeNull();
  });

  it.each([
    ['USD', 5, 5],
    ['USD', 100, 100],
    ['JPY', 1_200, 1_200],
    ['KWD', 1_234, 1_234],
  ])('of %s %i minor units is one of exactly as many', async (currency, amountMinor, booked) => {
    const { simulator, client } = await startPayment();
    await approved(client.writes(), { currency, amountMinor });
    expect(await paymentsOf(simulator, 'pay_1')).toMatchObject([{ amount: booked }]);
    expect(await client.writes().inquireByAttempt('pay_1')).toMatchObject({ amountMinor, currency });
  });

  it.each([0, -1, 12.5])('of %d never leaves', async (amountMinor) => {
    const { client } = await startPayment();
    await expect(client.writes().authorize(attempt({ amountMinor }))).rejects.toThrow(RangeError);
  });

  it.each([
    ['a lost answer', { loseAcknowledgement: true }, { outcome: 'unknown', cause: 'disconnected', booked: 1 }],
    ['a reset', { outage: true }, { outcome: 'unknown', cause: 'disconnected', booked: 0 }],
    ['silence', { hang: true }, { outcome: 'unknown', cause: 'timeout', booked: 0 }],
    ['HTTP 500', { errorRate: true }, { outcome: 'unknown', cause: 'failed', booked: 0 }],
    ['HTTP 429', { throttlePerSecond: 0.001 }, { outcome: 'notSent', cause: 'throttled', booked: 0 }],
    [
      'a throttled result, which is no soft decline',
      { throttlePerSecond: 0.001, throttleAnswer: 'result' },
      { outcome: 'notSent', cause: 'throttled', booked: 0 },
    ],
  ])('meets %s once, and the inquiry tells what became of it', async (_name, fault, { booked, ...outcome }) => {
    const { simulator, client, admin } = await startPayment({}, { writeLimits: limitsFor(fault) });
    await admin.break({ endpoints: { auth: fault } });
    const { counts, onCall } = countCalls();
    expect(await client.writes({ onCall }).authorize(attempt())).toEqual(outcome);
    expect(counts).toEqual({ auth: 1 });
    expect(await paymentsOf(simulator, 'pay_1')).toHaveLength(booked);
    const found = await client.writes().inquireByAttempt('pay_1');
    expect(found?.status).toBe(booked === 1 ? 'approved' : undefined);
  });

  it('that times out after it was applied is found and voided by its attempt', async () => {
    const { simulator, client } = await startPayment({}, { writeLimits: limitsFor({ hang: true }) });
    const payments = client.writes();
    const outcome = await payments.authorize(attempt({ source: { token: 'tok_timeout_after_apply' } }));
    expect(outcome).toEqual({ outcome: 'unknown', cause: 'timeout' });
    expect(await payments.inquireByAttempt('pay_1')).toMatchObject({ status: 'approved', voided: false });
    expect(await payments.voidByAttempt('pay_1')).toMatchObject({ outcome: 'applied' });
    expect(await payments.inquireByAttempt('pay_1')).toMatchObject({ voided: true });
    expect(await paymentsOf(simulator, 'pay_1')).toHaveLength(1);
  });

  it('that the gateway calls a duplicate is unknown: the first one has to be asked for', async () => {
    const { client, admin } = await startPayment();
    await admin.break({ duplicateMode: 'B' });
    await approved(client.writes());
    expect(await client.writes().authorize(attempt())).toEqual({ outcome: 'unknown', cause: 'duplicate' });
  });
});

describe('what follows an authorisation', () => {
  const refusal = (code: string) => ({ outcome: 'refused', code });

  it('is captured once, voided until it settles and refunded from then on, each refusal by its name', async () => {
    const { simulator, client } = await startPayment();
    const payments = client.writes();
    const retref = await approved(payments);
    expect(await payments.capture({ retref, ...usd(1_251) })).toMatchObject(refusal('exceeds'));
    expect(await payments.capture({ retref, ...usd(1_000) })).toEqual({ outcome: 'applied', retref });
    expect(await payments.capture({ retref, ...usd(1_000) })).toMatchObject(refusal('alreadyCaptured'));
    expect(await payments.refund({ retref, refundId: 'ref_1', ...usd(400) })).toMatchObject(refusal('notSettled'));
    expect(await payments.inquire(retref)).toMatchObject({ captured: true, settled: false, amountMinor: 1_000 });
    simulator.settle();
    expect(await payments.voidPayment(retref)).toMatchObject(refusal('alreadySettled'));
    expect(await payments.refund({ retref, refundId: 'ref_1', ...usd(400) })).toMatchObject({ outcome: 'applied' });
    expect(await payments.refund({ retref, refundId: 'ref_2', ...usd(601) })).toMatchObject(refusal('exceeds'));
    expect(await payments.inquire(retref)).toMatchObject({ settled: true, voided: false, refundedMinor: 400 });
    expect(await payments.inquireByAttempt('ref_1')).toMatchObject({
      ...{ kind: 'refund', status: 'approved', amountMinor: 400, originalRetref: retref },
    });
  });

  it('is voided once, and nothing can be voided that never was', async () => {
    const { client } = await startPayment();
    const payments = client.writes();
    const retref = await approved(payments);
    expect(await payments.voidPayment(retref)).toMatchObject({ outcome: 'applied' });
    expect(await payments.voidPayment(retref)).toMatchObject(refusal('alreadyVoided'));
    expect(await payments.voidByAttempt('pay_1')).toMatchObject(refusal('alreadyVoided'));
    expect(await payments.capture({ retref, ...usd(1) })).toMatchObject(refusal('alreadyVoided'));
    expect(await payments.voidByAttempt('pay_2')).toMatchObject(refusal('notFound'));
    expect(await payments.inquire('900000000099')).toBeNull();
  });

  it.each(['capture', 'refund'] as const)(
    'a %s whose answer is lost is unknown, and is in the book',
    async (endpoint) => {
      const { simulator, client, admin } = await startPayment();
      const payments = client.writes();
      const retref = await approved(payments);
      if (endpoint === 'refund') await payments.capture({ retref, ...usd(1_250) });
      simulator.settle();
      await admin.break({ endpoints: { [endpoint]: { loseAcknowledgement: true } } });
      const outcome =
        endpoint === 'capture'
          ? await payments.capture({ retref, ...usd(1_250) })
          : await payments.refund({ retref, refundId: 'ref_1', ...usd(1_250) });
      expect(outcome).toEqual({ outcome: 'unknown', cause: 'disconnected' });
      const found = await payments.inquireByAttempt(endpoint === 'capture' ? 'pay_1' : 'ref_1');
      expect(found).toMatchObject({ captured: true, amountMinor: 1_250 });
    },
  );
});

describe('the vault', () => {
  it('keeps a card once, makes it the default on request, and forgets it', async () => {
    const { client } = await startPayment();
    const vault = client.writes();
    const save = () => vault.savePaymentMethod({ profileId, token: '9500001234561881', makeDefault: true });
    const saved = await save();
    const card = { profileId, accountId: '2', brand: 'Mastercard', last4: '1881', isDefault: true };
    expect(saved).toMatchObject({ outcome: 'applied', card });
    expect(await save()).toEqual(saved);
    const cards = await client.session().paymentMethods.load(profileId);
    expect(cards.map(({ accountId, isDefault }) => [accountId, isDefault])).toEqual([
      ['1', false],
      ['2', true],
    ]);
    expect(await vault.removePaymentMethod(card)).toEqual({ outcome: 'applied' });
    expect(await vault.removePaymentMethod(card)).toMatchObject({ outcome: 'refused', code: 'notFound' });
  });

  it('makes a profile for a customer without one, and none for a card that is declined', async () => {
    const { client } = await startPayment();
    const open = (attemptId: string, token: string) => client.writes().openProfile({ attemptId, token });
    const opened = await open('pay_a', '9500001234561881');
    const made = opened.outcome === 'applied' ? opened.profileId : '';
    const cards = await client.session().paymentMethods.load(made);
    expect(cards).toMatchObject([{ accountId: '1', brand: 'Mastercard', last4: '1881', isDefault: true }]);
    expect(await open('pay_b', 'tok_declined')).toMatchObject({ outcome: 'refused', code: 'other' });
    expect(await open('pay_c', 'tok_timeout_after_apply')).toMatchObject({ outcome: 'unknown' });
    const found = await Promise.all(['pay_a', 'pay_b', 'pay_c'].map((id) => client.writes().inquireByAttempt(id)));
    expect(found).toMatchObject([{ profileId: made }, { profileId: null }, { profileId: expect.any(String) }]);
  });
});
