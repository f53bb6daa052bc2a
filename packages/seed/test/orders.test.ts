import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckTotalsFact, OrderFact } from '../src/index.ts';
import { shares } from '../src/kernel/money.ts';
import { customers, orders, repeated, sum, world } from './world.ts';

const storeOf = ({ storeId }: { readonly storeId: string }) => world.stores.find(({ id }) => id === storeId)!;
const totalOf = (totals: CheckTotalsFact): number =>
  totals.subtotal -
  totals.discountTotal +
  totals.serviceChargeTotal +
  (totals.taxesIncluded ? 0 : totals.taxTotal) +
  totals.tipTotal;

/** Day of the week and minute of the day on the store's clock. */
const localTime = (order: OrderFact): { readonly weekday: string; readonly minute: number } => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: storeOf(order).timeZone,
    weekday: 'long',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  const parts = new Map(format.formatToParts(new Date(order.placedAt)).map(({ type, value }) => [type, value]));
  return {
    weekday: parts.get('weekday')!.toUpperCase(),
    minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')),
  };
};
const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

describe('the orders', () => {
  it('add up to the minor unit', () => {
    for (const { check, lines, currency, storeId } of orders) {
      const { totals, discounts, tenders } = check;
      expect(totals.subtotal).toBe(sum(lines.map(({ gross }) => gross)));
      expect(totals.discountTotal).toBe(sum(discounts.map(({ amount }) => amount)));
      expect(totals.total).toBe(totalOf(totals));
      expect(totals.total).toBe(sum(tenders.map(({ amount }) => amount)));
      expect(sum(lines.map(({ discountTotal }) => discountTotal))).toBe(
        sum(discounts.filter((discount) => !discount.onServiceCharge).map(({ amount }) => amount)),
      );
      expect(currency).toBe(storeOf({ storeId }).currency);
      expect(
        [...Object.values(totals), ...tenders.map(({ amount }) => amount)].filter((amount) => amount < 0),
      ).toStrictEqual([]);
    }
  });

  it('price every line as the menu does, with modifiers that the item takes', () => {
    const groups = new Map(world.menu.modifierGroups.map((group) => [group.id, group]));
    for (const { lines, currency } of orders) {
      for (const line of lines) {
        const item = world.menu.items.find(({ id }) => id === line.menuItemId)!;
        const piece = line.unitPrice + sum(line.modifiers.map(({ quantity, priceDelta }) => quantity * priceDelta));
        expect([line.unitPrice, line.gross]).toStrictEqual([item.price[currency], line.quantity * piece]);
        expect(line.total).toBe(line.gross - line.discountTotal);
        expect(line.total).toBeGreaterThanOrEqual(0);
        const taken = item.modifierGroupIds.map((id) => {
          const { min, max, modifiers } = groups.get(id)!;
          const pieces = sum(
            line.modifiers
              .filter(({ modifierId }) => modifiers.some((modifier) => modifier.id === modifierId))
              .map(({ quantity }) => quantity),
          );
          expect(pieces >= min && pieces <= max).toBe(true);
          return pieces;
        });
        expect(sum(taken)).toBe(sum(line.modifiers.map(({ quantity }) => quantity)));
      }
    }
  });

  it('were placed while the store was open for that handoff', () => {
    const closed = orders.filter((order) => {
      const { weekday, minute } = localTime(order);
      const mode = order.fulfilment.handoffMode;
      return !storeOf(order).hours.some((span) => {
        const closes = minutes(span.closesAt) + (minutes(span.closesAt) < minutes(span.opensAt) ? 1440 : 0);
        return (
          span.weekday === weekday &&
          span.handoffModes.includes(mode) &&
          minutes(span.opensAt) <= minute &&
          minute < closes
        );
      });
    });
    expect(closed).toStrictEqual([]);
  });

  it('have check numbers and payment references of their own', () => {
    expect(
      repeated(orders.map(({ storeId, check }) => `${storeId}/${check.businessDate}/${check.number}`)),
    ).toStrictEqual([]);
    expect(repeated(orders.map(({ number }) => number))).toStrictEqual([]);
    const payments = orders.flatMap(({ check }) => check.tenders.flatMap(({ payment }) => payment ?? []));
    expect(
      repeated(payments.flatMap(({ retref, refunds }) => [retref, ...refunds.map((refund) => refund.retref)])),
    ).toStrictEqual([]);
    expect(payments.filter(({ retref }) => !/^\d{12}$/.test(retref))).toStrictEqual([]);
    expect(repeated(payments.map(({ attemptId }) => attemptId))).toStrictEqual([]);
  });

  it('carry payments that agree with their status', () => {
    for (const { paymentStatus, check, status } of orders) {
      const voided = status === 'CANCELLED' || status === 'REJECTED';
      const statuses = [...new Set(check.tenders.map((tender) => tender.status))];
      expect(statuses).toContain(paymentStatus);
      expect(statuses.length === 1 || paymentStatus === 'PARTIALLY_REFUNDED').toBe(true);
      expect(paymentStatus === 'VOIDED').toBe(voided);
      const wrong = check.tenders.filter(({ payment, amount, type }) => {
        if (type !== 'CARD' && type !== 'WALLET_PAY') return payment !== null;
        const captured = !voided && paymentStatus !== 'AUTHORIZED';
        return payment?.amount !== amount || (payment.capturedAt !== null) !== captured;
      });
      expect(wrong).toStrictEqual([]);
    }
  });

  it('were refunded up to what was captured, and only once settled', () => {
    const refunded = orders.filter(({ refunds }) => refunds.length > 0);
    expect(new Set(refunded.map(({ paymentStatus }) => paymentStatus))).toStrictEqual(
      new Set(['PARTIALLY_REFUNDED', 'REFUNDED']),
    );
    for (const { refunds, check, paymentStatus } of refunded) {
      const amount = sum(refunds.map((refund) => refund.amount));
      expect(amount).toBeLessThanOrEqual(check.totals.total);
      expect(amount === check.totals.total).toBe(paymentStatus === 'REFUNDED');
      for (const { payment } of check.tenders) {
        const back = sum(payment?.refunds.map((refund) => refund.amount) ?? []);
        expect(back).toBeLessThanOrEqual(payment?.amount ?? 0);
        const settledAt = payment?.settledAt ?? '9999';
        expect(payment?.refunds.filter(({ refundedAt }) => refundedAt <= settledAt) ?? []).toStrictEqual([]);
      }
    }
  });

  it('were delivered to an address exactly when they were deliveries', () => {
    expect(
      orders.filter(
        ({ fulfilment }) => (fulfilment.handoffMode === 'DELIVERY') !== (fulfilment.deliveryAddress !== null),
      ),
    ).toStrictEqual([]);
    expect(
      orders.filter(({ fulfilment, storeId }) => !storeOf({ storeId }).handoffModes.includes(fulfilment.handoffMode)),
    ).toStrictEqual([]);
  });
});

describe('the offers of the customers', () => {
  const walletOffers = customers.flatMap(({ offers }) => offers);
  const offerOf = (offerId: string) => world.offers.find(({ id }) => id === offerId)!;

  it('are in every state there is', () => {
    expect(new Set(walletOffers.map(({ state }) => state)).size).toBe(6);
    expect(new Set(walletOffers.flatMap(({ redemptions }) => redemptions.map(({ status }) => status))).size).toBe(4);
  });

  it('grant on each order what its check says', () => {
    for (const { offers, orders: placed } of customers) {
      const redemptions = offers.flatMap((offer) => offer.redemptions).filter(({ orderId }) => orderId !== null);
      for (const { orderId, offerId, discount, storeCode } of redemptions) {
        const order = placed.find(({ id }) => id === orderId)!;
        const granted = order.check.discounts.filter((line) => line.offerId === offerId).map(({ amount }) => amount);
        expect(discount).toStrictEqual({ amountMinor: sum(granted), currency: order.currency });
        expect(storeCode).toBe(storeOf(order).code);
      }
      expect(redemptions.length).toBe(sum(placed.map(({ benefits }) => benefits.offerIds.length)));
    }
  });

  it('stay within the caps and count down what is left', () => {
    for (const { offerId, redemptions, redemptionsLeft, state, activatedAt } of walletOffers) {
      const { caps, requiresActivation, claimCodes } = offerOf(offerId);
      const used = redemptions.filter(({ status }) => status === 'COMMITTED' || status === 'RESERVED').length;
      expect(redemptionsLeft).toBe(caps.perCustomer === null ? null : caps.perCustomer - used);
      expect(redemptionsLeft ?? 0).toBeGreaterThanOrEqual(0);
      expect(state === 'RESERVED').toBe(redemptions.some(({ status }) => status === 'RESERVED'));
      expect(state !== 'ACTIVATED' || activatedAt !== null).toBe(true);
      expect(activatedAt === null || requiresActivation || claimCodes.length > 0).toBe(true);
      expect(redemptions.every(({ occurredAt }) => activatedAt === null || activatedAt <= occurredAt)).toBe(true);
    }
  });

  it('add up to the usage of each offer', () => {
    const usage = world.offerUsage();
    for (const { id, caps } of world.offers) {
      const mine = walletOffers.filter(({ offerId }) => offerId === id);
      const committed = mine.flatMap(({ redemptions }) => redemptions).filter(({ status }) => status === 'COMMITTED');
      const { activated, redeemed, reserved, discountGranted } = usage.get(id)!;
      expect(activated).toBe(mine.filter(({ activatedAt }) => activatedAt !== null).length);
      expect(redeemed).toBe(committed.length);
      expect(sum(Object.values(discountGranted))).toBe(sum(committed.map(({ discount }) => discount.amountMinor)));
      expect(redeemed + reserved).toBeLessThanOrEqual(caps.total ?? Infinity);
    }
  });
});

describe('carts and quotes', () => {
  it('cost what their lines say, and a quote is of its cart', () => {
    const carts = customers.map(({ cart }) => cart).filter((cart) => cart !== null);
    expect(carts.filter(({ subtotal, lines }) => subtotal !== sum(lines.map(({ gross }) => gross)))).toStrictEqual([]);
    const quoted = customers.flatMap(({ cart, quote }) => (quote === null ? [] : [{ cart, quote }]));
    for (const { cart, quote } of quoted) {
      expect([quote.cartId, quote.cartVersion, quote.lines]).toStrictEqual([cart?.id, cart?.version, cart?.lines]);
      expect(quote.totals.total).toBe(totalOf(quote.totals));
      expect(quote.amountDue).toBe(quote.totals.total);
    }
    expect(new Set(customers.map(({ quote }) => quote?.status))).toStrictEqual(new Set(['OPEN', 'EXPIRED', undefined]));
  });
});

describe('shares', () => {
  it('add up to the whole and differ from the exact part by less than one unit', () => {
    const parts = fc.tuple(fc.nat(1_000_000), fc.array(fc.nat(100_000), { minLength: 1, maxLength: 12 }));
    fc.assert(
      fc.property(parts, ([amount, weights]) => {
        const split = shares(amount, weights);
        expect(sum(split)).toBe(amount);
        const whole = Math.max(1, sum(weights));
        const errors = split.map((part, at) => Math.abs(part * whole - amount * weights[at]!));
        expect(sum(weights) === 0 || Math.max(...errors) < whole).toBe(true);
      }),
    );
  });
});
