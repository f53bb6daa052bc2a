import { canBeCustomerId } from '@qsr/subgraph/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartRefusal } from '../src/domain/cart/claim.ts';
import { metresBetween, nearest } from '../src/domain/distance.ts';
import { grossOf, subtotalOf } from '../src/domain/lines.ts';
import { isOver } from '../src/domain/order-status.ts';
import { ownerOfPaymentMethod, paymentMethodOf } from '../src/domain/payment-methods.ts';
import { consumeQuote, quoteStatusAt, reopenQuote, type QuoteState } from '../src/domain/quote-status.ts';

const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('distances', () => {
  it('are those of a map: none to itself, the same both ways, never longer by a detour', () => {
    fc.assert(
      fc.property(point, point, point, (a, b, c) => {
        expect(metresBetween(a, a)).toBe(0);
        expect(metresBetween(a, b)).toBeCloseTo(metresBetween(b, a), 3);
        expect(metresBetween(a, c)).toBeLessThanOrEqual(metresBetween(a, b) + metresBetween(b, c) + 1);
      }),
    );
    const kennedy = { latitude: 40.6413, longitude: -73.7781 };
    const losAngeles = { latitude: 33.9416, longitude: -118.4085 };
    expect(metresBetween(kennedy, losAngeles) / 1000).toBeCloseTo(3974, -1);
    expect(metresBetween({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 })).toBeLessThan(112_000);
  });

  it('order places: the nearest come first and nothing left out is nearer', () => {
    const places = fc.array(
      point.map((position) => ({ position })),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(places, point, fc.integer({ min: 1, max: 50 }), (all, from, limit) => {
        const chosen = nearest(all, from, limit).map(({ position }) => metresBetween(from, position));
        const sorted = all.map(({ position }) => metresBetween(from, position)).sort((a, b) => a - b);
        expect(chosen).toStrictEqual(sorted.slice(0, limit));
      }),
    );
  });
});

describe('amounts', () => {
  it('of a line count its modifiers for every piece, and add up over lines', () => {
    const modifiers = [{ modifierId: 'mod_1', code: 'bacon', quantity: 2, priceDelta: 150 }];
    const line = { id: '1', menuItemId: 'mit_1', nameAtPurchase: 'Burger', quantity: 3, unitPrice: 799, modifiers };
    expect(grossOf(line)).toBe(3 * (799 + 2 * 150));
    expect(subtotalOf([line, { ...line, quantity: 1, modifiers: [] }])).toBe(3297 + 799);
    expect(subtotalOf([])).toBe(0);
  });
});

describe('a quote', () => {
  const expiresAt = '2026-03-01T12:00:00.000Z';

  it('expires with its last instant, unless it was consumed', () => {
    const [before, after] = [new Date('2026-03-01T11:59:59.999Z'), new Date(expiresAt)];
    expect(quoteStatusAt({ status: 'OPEN', expiresAt }, before)).toBe('OPEN');
    expect(quoteStatusAt({ status: 'OPEN', expiresAt }, after)).toBe('EXPIRED');
    expect(quoteStatusAt({ status: 'CONSUMED', expiresAt }, after)).toBe('CONSUMED');
  });

  it('is one checkout’s at a time, whatever the order in which checkouts take it and give it back (I23)', () => {
    const moves = fc.array(fc.record({ checkout: fc.constantFrom('chk_1', 'chk_2', 'chk_3'), takes: fc.boolean() }));
    const now = new Date('2026-03-01T11:00:00.000Z');
    fc.assert(
      fc.property(moves, (all) => {
        let quote: QuoteState = { status: 'OPEN', expiresAt };
        for (const { checkout, takes } of all) {
          const holder: string | undefined = quote.consumedBy;
          const taken = consumeQuote(quote, checkout, now);
          const isFree = holder === undefined || holder === checkout;
          expect('quote' in taken).toBe(isFree);
          const left = takes ? ('quote' in taken ? taken.quote : quote) : (reopenQuote(quote, checkout) ?? quote);
          expect(isFree ? null : left).toStrictEqual(isFree ? null : quote);
          quote = left;
          expect(quote.status).toBe(quote.consumedBy === undefined ? 'OPEN' : 'CONSUMED');
        }
      }),
    );
  });

  it('that is too late is refused, except to the checkout that has it', () => {
    const late = new Date(expiresAt);
    expect(consumeQuote({ status: 'OPEN', expiresAt }, 'chk_1', late)).toStrictEqual({ refused: 'QUOTE_EXPIRED' });
    const taken = { status: 'CONSUMED', expiresAt, consumedBy: 'chk_1' } as const;
    expect(consumeQuote(taken, 'chk_1', late)).toStrictEqual({ quote: taken });
    expect(consumeQuote(taken, 'chk_2', late)).toStrictEqual({ refused: 'QUOTE_CONSUMED' });
    expect(quoteStatusAt(reopenQuote(taken, 'chk_1')!, late)).toBe('EXPIRED');
  });
});

it('a cart is had as it was priced, or not at all; who has it keeps it, and nobody else gets it', () => {
  const versions = fc.integer({ min: 1, max: 3 });
  fc.assert(
    fc.property(
      versions,
      versions,
      fc.constantFrom(undefined, 'chk_1', 'chk_2'),
      (revision, cartVersion, checkedOutBy) => {
        const cart = { status: checkedOutBy === undefined ? 'OPEN' : 'CHECKED_OUT', revision, checkedOutBy } as const;
        const open = revision === cartVersion ? null : 'VERSION_CONFLICT';
        const had = checkedOutBy === 'chk_1' ? null : 'QUOTE_CONSUMED';
        expect(cartRefusal(cart, { cartVersion }, 'chk_1')).toBe(checkedOutBy === undefined ? open : had);
      },
    ),
  );
});

it('an order is over when it was handed over, called off or refused, and only then', () => {
  const statuses = [
    'PLACED',
    'ACCEPTED',
    'IN_PREPARATION',
    'READY',
    'OUT_FOR_DELIVERY',
    'COMPLETED',
    'CANCELLED',
    'REJECTED',
  ] as const;
  expect(statuses.filter(isOver)).toStrictEqual(['COMPLETED', 'CANCELLED', 'REJECTED']);
});

it('the id of a payment method names its owner, and no other text names anybody', () => {
  const customers = fc.stringMatching(/^cus_[0-9A-HJKMNP-TV-Z]{26}$/);
  const card = {
    type: 'CARD',
    brand: 'Visa',
    last4: '4242',
    expiryMonth: 1,
    expiryYear: 2030,
    isDefault: true,
  } as const;
  fc.assert(
    fc.property(customers, fc.nat(), (customerId, account) => {
      expect(canBeCustomerId(customerId)).toBe(true);
      const { id } = paymentMethodOf(customerId, { ...card, accountId: String(account) });
      expect(ownerOfPaymentMethod(id)).toBe(customerId);
    }),
  );
  expect(['', 'pmt_1', 'cus_unknown', `pmt_${'0'.repeat(26)}_`].map(ownerOfPaymentMethod)).toStrictEqual(
    Array(4).fill(null),
  );
});
