import { evaluateOffers } from '@qsr/commands';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluateOffers as evaluate } from '../src/commands/evaluate-offers.ts';
import type { Offer } from '../src/domain/offer.ts';
import { anchor, newCustomerId, portland, processOver, startWriting, usd, type WritingWorld } from './writing.ts';

let offers: WritingWorld;
beforeAll(async () => {
  offers = await startWriting();
});
afterAll(() => offers[Symbol.asyncDispose]());

const asked = (offerIds: readonly string[], customerId: string | null = null) => ({
  customerId,
  storeId: portland.id,
  channel: 'APP' as const,
  handoffMode: 'PICKUP' as const,
  at: anchor,
  offerIds: [...offerIds],
});

describe('an evaluation', () => {
  it('tells what an offer gives, and for any other the first reason why it cannot be used (I19)', async () => {
    const usable = await offers.offer({ minimumSubtotal: usd(1_000) });
    const refused = async (changes: Partial<Offer>) => (await offers.offer(changes)).id;
    const [mine, usedUp] = [
      await offers.offer({ requiresActivation: true }),
      await offers.offer({ caps: { ...usable.caps, total: 1 } }),
    ];
    const { customerOffers, offerUsage } = offers.repositories;
    const [customerId, activatedAt] = [newCustomerId(), anchor];
    const entries = [{ offerId: mine.id, activatedAt, revoked: false, uses: [] }];
    await customerOffers.table.create({ customerId, entries, revision: 1 });
    await offerUsage.table.create({ offerId: usedUp.id, taken: 1 });
    const ids = [
      usable.id,
      mine.id,
      usedUp.id,
      await refused({ endsAt: anchor }),
      await refused({ handoffModes: ['DELIVERY'] }),
      await refused({ channels: ['KIOSK'] }),
      await refused({ requiresActivation: true }),
      'ofr_unknown',
    ];
    const answer = await offers.command(evaluateOffers, asked(ids, customerId));
    expect(answer.offers[0]).toStrictEqual({
      offerId: usable.id,
      eligible: true,
      kind: 'AMOUNT_OFF',
      effect: { scope: 'SUBTOTAL', amountOff: usd(300) },
      stacking: { mode: 'STACKABLE', exclusivityGroup: null, priority: 10 },
      minimumSubtotal: usd(1_000),
      perCheck: 1,
    });
    const reasons = answer.offers.map((offer) => (offer.eligible ? null : offer.reason));
    expect(reasons).toStrictEqual([
      null,
      null,
      'TOTAL_CAP_REACHED',
      'ENDED',
      'WRONG_HANDOFF',
      'WRONG_CHANNEL',
      'NOT_ACTIVATED',
      'NOT_IN_AUDIENCE',
    ]);
    expect(answer.offers.map(({ offerId }) => offerId)).toStrictEqual(ids);
  });

  it('of 40 offers costs as many reads as one', async () => {
    const made = await Promise.all(Array.from({ length: 40 }, () => offers.offer()));
    const process = processOver(offers.store, () => offers.clock.at);
    for (const count of [1, 40]) {
      const customerId = newCustomerId();
      const context = process.request(customerId);
      await evaluate(
        asked(
          made.slice(0, count).map(({ id }) => id),
          customerId,
        ),
        context,
      );
      expect(context.calls.read().stores).toStrictEqual({
        offers: 1,
        'offer-usage': 1,
        'customer-offers': 1,
        'customer-standings': 1,
        'store-scopes': 1,
      });
    }
  });
});
