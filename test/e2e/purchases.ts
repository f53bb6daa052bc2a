import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { cardFor, counterOf, eventually, fillCart, quoteFields, shopper, type Shopper } from './shopper.ts';
import type { TestStack } from './stack.ts';

const orderFields = (id: string): string =>
  `{ order(id: "${id}") { number status paymentStatus deferredSteps
     check { totals { total { amountMinor currency } } tenders { type status amount { amountMinor currency } pointsBurned } }
     refunds { status amount { amountMinor currency } }
     loyalty { pointsPending pointsAccrued pointsBurned pointsReversed } } }`;

const points = '{ me { loyaltyAccount { status points { posted pending held available } } } }';

/** Everything that costs or earns, as its customer would do it. */
export const purchases = (stack: () => TestStack): void => {
  const order = async (who: Shopper, id: string, isThere: (seen: any) => boolean): Promise<any> =>
    (
      await eventually(
        () => who.ask(orderFields(id)),
        (data) => isThere(data.order),
      )
    ).order;
  const balance = async (who: Shopper): Promise<any> => (await who.ask(points)).me.loyaltyAccount;
  /** What a balance comes to once everything that is under way is booked; balances may be half a minute old. */
  const worth = async (who: Shopper): Promise<number> => {
    const { posted, pending, held } = (await balance(who)).points;
    return posted + pending - held;
  };
  const asCustomer = async (customer: string) => shopper(stack, await stack().token('customer', { customer }));
  const staff = async () => shopper(stack, await stack().token('staff'));
  /** A member with so many points whom no other test touches. */
  const member = (from: number, least: number) =>
    [...stack().world.customers(from)].find(
      ({ loyalty, profile }) =>
        profile.status === 'ACTIVE' &&
        loyalty?.status === 'ACTIVE' &&
        loyalty.postedPoints - loyalty.heldPoints >= least,
    )!;

  it('goes from sign-up to an order that is handed over and has earned points', async () => {
    const { store, items } = counterOf(stack());
    const { customer } = await shopper(stack, undefined).done(
      'signUp',
      {
        givenName: 'Noor',
        email: `noor.${randomUUID()}@example.com`,
        locale: 'en-US',
        termsVersion: '2.0',
        source: 'APP',
        jurisdiction: 'US-CA',
        consents: [],
      },
      'customer { id givenName }',
    );
    expect(customer.givenName).toBe('Noor');
    const noor = await asCustomer(customer.id);
    await eventually(
      () => balance(noor),
      (account) => account?.status === 'ACTIVE',
    );
    const cart = await fillCart(noor, store.id, { lines: [{ menuItemId: items[0]!.id, quantity: 3 }] });
    const { quote } = await noor.done('createQuote', { cartId: cart.id, cartVersion: cart.version }, quoteFields);
    const { order: placed } = await noor.done(
      'checkout',
      { quoteId: quote.id, tenders: cardFor(quote) },
      'order { id }',
    );

    const done = await order(
      noor,
      placed.id,
      ({ status, loyalty }) => status === 'COMPLETED' && loyalty?.pointsAccrued > 0,
    );
    expect(done).toMatchObject({
      paymentStatus: 'CAPTURED',
      check: {
        totals: { total: quote.amountDue },
        tenders: [{ type: 'CARD', status: 'CAPTURED', amount: quote.amountDue }],
      },
    });
    expect(await worth(noor)).toBe(done.loyalty.pointsAccrued);
  });

  it('pays with points, an offer and a card, and gives all of it back', async () => {
    const { store, items } = counterOf(stack());
    const customer = member(5, 500);
    const who = await asCustomer(customer.id);
    const offer = stack().world.offers.find(
      ({ status, effect, segmentIds, minimumSubtotal, kind, storeGroupCodes, requiresActivation, dayparts }) =>
        kind === 'PERCENT_OFF' &&
        effect.scope === 'SUBTOTAL' &&
        status === 'LIVE' &&
        segmentIds.length === 0 &&
        storeGroupCodes.length === 0 &&
        dayparts.includes('ALL_DAY') &&
        minimumSubtotal === null &&
        !requiresActivation,
    );
    const before = await worth(who);
    const cart = await fillCart(who, store.id, {
      lines: [{ menuItemId: items[0]!.id, quantity: 4 }],
      offerIds: offer === undefined ? [] : [offer.id],
      pointsToBurn: 100,
    });
    const { quote } = await who.done('createQuote', { cartId: cart.id, cartVersion: cart.version }, quoteFields);
    expect(quote).toMatchObject({ pointsToBurn: 100, rejectedBenefits: [], warnings: [] });
    const { order: placed } = await who.done(
      'checkout',
      { quoteId: quote.id, tenders: cardFor(quote) },
      'order { id }',
    );
    const done = await order(
      who,
      placed.id,
      ({ status, loyalty }) => status === 'COMPLETED' && loyalty?.pointsAccrued > 0,
    );
    expect(done.loyalty).toMatchObject({ pointsBurned: 100, pointsPending: 0 });
    expect(await worth(who)).toBe(before - 100 + done.loyalty.pointsAccrued);

    await (await staff()).done('refundOrder', { orderId: placed.id, reason: 'cold' }, 'refund { id status }');
    const refunded = await order(
      who,
      placed.id,
      ({ paymentStatus, loyalty }) => paymentStatus === 'REFUNDED' && loyalty.pointsReversed > 0,
    );
    expect(refunded.refunds).toMatchObject([{ status: 'SUCCEEDED', amount: done.check.totals.total }]);
    expect(refunded.loyalty.pointsReversed).toBe(done.loyalty.pointsAccrued);
    await eventually(
      () => worth(who),
      (points) => points === before,
    );
  });

  it('answers a repeated checkout with the same order, and another one under the key with a refusal', async () => {
    const { store, items } = counterOf(stack());
    const who = await asCustomer(member(9, 0).id);
    const cart = await fillCart(who, store.id, { lines: [{ menuItemId: items[1]!.id, quantity: 1 }] });
    const { quote } = await who.done('createQuote', { cartId: cart.id, cartVersion: cart.version }, quoteFields);
    const input = { idempotencyKey: randomUUID(), quoteId: quote.id, tenders: cardFor(quote) };
    const twins = await Promise.all([1, 2, 3].map(() => who.send('checkout', input, 'order { id }')));
    const ids = twins.map(({ data }) => data.checkout.order?.id ?? data.checkout.userErrors[0].code);
    const again = await who.done('checkout', input, 'order { id }');
    expect(new Set(ids.filter((id) => id !== 'IDEMPOTENCY_IN_PROGRESS'))).toStrictEqual(new Set([again.order.id]));
    const other = await who.send('checkout', { ...input, tenders: cardFor(quote, 'tok_other') }, 'order { id }');
    expect(other.data.checkout).toMatchObject({ order: null, userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] });
    const late = await who.send('checkout', { quoteId: quote.id, tenders: cardFor(quote) }, 'order { id }');
    expect(late.data.checkout).toMatchObject({ order: null, userErrors: [{ code: 'QUOTE_CONSUMED' }] });
  });

  it('leaves the quote open when the card is declined, for another card', async () => {
    const { store, items } = counterOf(stack());
    const who = await asCustomer(member(13, 0).id);
    const cart = await fillCart(who, store.id, { lines: [{ menuItemId: items[1]!.id, quantity: 1 }] });
    const { quote } = await who.done('createQuote', { cartId: cart.id, cartVersion: cart.version }, quoteFields);
    const declined = await who.send(
      'checkout',
      { quoteId: quote.id, tenders: cardFor(quote, 'tok_declined') },
      'order { id } quote { id status }',
    );
    expect(declined.data.checkout).toMatchObject({
      order: null,
      quote: { id: quote.id, status: 'OPEN' },
      userErrors: [{ code: 'PAYMENT_DECLINED' }],
    });
    const { order: placed } = await who.done(
      'checkout',
      { quoteId: quote.id, tenders: cardFor(quote) },
      'order { id }',
    );
    expect(placed.id).toMatch(/^ord_/);
  });

  it('lets a guest order, who reaches the order by its id alone', async () => {
    const { store, items } = counterOf(stack());
    const guest = shopper(stack, undefined);
    const cart = await fillCart(guest, store.id, { lines: [{ menuItemId: items[2]!.id, quantity: 1 }] });
    const { quote } = await guest.done('createQuote', { cartId: cart.id, cartVersion: cart.version }, quoteFields);
    const { order: placed } = await guest.done(
      'checkout',
      { quoteId: quote.id, tenders: cardFor(quote) },
      'order { id }',
    );
    const { order: seen } = await guest.ask(
      `{ order(id: "${placed.id}") { status check { totals { total { amountMinor } } } } }`,
    );
    expect(seen.check.totals.total.amountMinor).toBe(quote.amountDue.amountMinor);
  });

  it('pays once when the payment system takes the money and says nothing', async () => {
    const { store, items } = counterOf(stack());
    const who = await asCustomer(member(17, 0).id);
    const cart = await fillCart(who, store.id, { lines: [{ menuItemId: items[1]!.id, quantity: 2 }] });
    const { quote } = await who.done('createQuote', { cartId: cart.id, cartVersion: cart.version }, quoteFields);
    const since = new Date().toISOString();
    const { order: placed } = await who.done(
      'checkout',
      { quoteId: quote.id, tenders: cardFor(quote, 'tok_timeout_after_apply') },
      'order { id }',
    );
    await order(who, placed.id, ({ paymentStatus }) => paymentStatus === 'CAPTURED');
    const admin = stack().announced('legacy-payment').get('legacy-payment-admin')!;
    const { payments } = (await (await fetch(`${admin}/book?since=${since}`)).json()) as { payments: any[] };
    const silent = payments.filter(({ token, captured }) => token === 'tok_timeout_after_apply' && captured > 0);
    expect(silent.map(({ captured }) => captured)).toStrictEqual([quote.amountDue.amountMinor]);
  });
};
