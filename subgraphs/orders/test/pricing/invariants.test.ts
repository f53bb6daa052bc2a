import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grossOf, subtotalOf } from '../../src/domain/lines.ts';
import { priceCheck } from '../../src/domain/pricing/price.ts';
import type { PricingInput } from '../../src/domain/pricing/terms.ts';
import { input, lineOf, offerOf, plain, sum } from './arbitraries.ts';

const shuffled = ({ lines, offers, rewards, ...rest }: PricingInput) => {
  const any = <Value>(values: readonly Value[]) =>
    fc.shuffledSubarray([...values], { minLength: values.length, maxLength: values.length });
  return fc
    .record({ lines: any(lines), offers: any(offers), rewards: any(rewards) })
    .map((parts) => ({ ...rest, ...parts }));
};

const check = (holds: (asked: PricingInput) => void): void => fc.assert(fc.property(input, holds), { numRuns: 1000 });

describe('I16: stacking', () => {
  it('does not depend on the order of lines, offers or rewards', () => {
    const pairs = input.chain((asked) => fc.tuple(fc.constant(asked), shuffled(asked)));
    fc.assert(
      fc.property(pairs, ([asked, again]) => {
        const [one, other] = [priceCheck(asked), priceCheck(again)];
        expect({ ...other, lineDiscounts: [...other.lineDiscounts] }).toStrictEqual({
          ...one,
          lineDiscounts: [...one.lineDiscounts],
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('applies one offer of an exclusivity group, an exclusive one alone, and none more often than allowed', () => {
    check((asked) => {
      const applied = priceCheck(asked).appliedOffers.map(({ offerId, uses }) => {
        const offer = asked.offers.find((each) => each.offerId === offerId)!;
        expect(uses).toBeGreaterThanOrEqual(1);
        expect(uses).toBeLessThanOrEqual(offer.perCheck);
        return offer.stacking;
      });
      const groups = applied.map(({ exclusivityGroup }) => exclusivityGroup).filter((group) => group !== null);
      expect(new Set(groups).size).toBe(groups.length);
      expect(applied.length === 1 || applied.every(({ mode }) => mode === 'STACKABLE')).toBe(true);
    });
  });

  it('never gives less than the best exclusive offer, or than all the others, would give', () => {
    check((asked) => {
      const offers = (chosen: PricingInput['offers']): number =>
        sum(priceCheck({ ...asked, rewards: [], offers: chosen }).appliedOffers.map(({ discount }) => discount));
      const stackable = asked.offers.filter(({ stacking }) => stacking.mode === 'STACKABLE');
      const exclusive = asked.offers.filter(({ stacking }) => stacking.mode === 'EXCLUSIVE');
      const sets = [stackable, ...exclusive.map((offer) => [offer])].map(offers);
      expect(offers(asked.offers)).toBe(Math.max(...sets));
    });
  });
});

it('I17: discounts are positive, add up to the discount total, and leave no line and no check below zero', () => {
  check((asked) => {
    const { totals, discounts, lineDiscounts, appliedOffers } = priceCheck(asked);
    expect(discounts.every(({ amount }) => amount > 0)).toBe(true);
    expect(totals.discountTotal).toBe(sum(discounts.map(({ amount }) => amount)));
    const onGoods = discounts.filter(({ onServiceCharge }) => !onServiceCharge).map(({ amount }) => amount);
    expect(sum(lineDiscounts.values())).toBe(sum(onGoods));
    expect(totals.discountTotal - sum(onGoods)).toBeLessThanOrEqual(totals.serviceChargeTotal);
    for (const line of asked.lines) {
      expect(lineDiscounts.get(line.id)).toBeGreaterThanOrEqual(0);
      expect(lineDiscounts.get(line.id)).toBeLessThanOrEqual(grossOf(line));
    }
    for (const { offerId, discount } of appliedOffers) {
      const { maxDiscount } = asked.offers.find((offer) => offer.offerId === offerId)!.effect;
      expect(discount).toBeLessThanOrEqual(maxDiscount?.amountMinor ?? Infinity);
    }
  });
});

it('I19: every benefit that was asked for is in the price or refused with a reason, never both', () => {
  check((asked) => {
    const { appliedOffers, rewardIds, rejectedBenefits, pointsToBurn } = priceCheck(asked);
    const sorted = (ids: readonly (string | null)[]) => ids.filter((id) => id !== null).toSorted();
    expect(sorted([...appliedOffers, ...rejectedBenefits].map(({ offerId }) => offerId))).toStrictEqual(
      sorted([...asked.offers, ...asked.rejected].map(({ offerId }) => offerId)),
    );
    expect(sorted([...rewardIds, ...rejectedBenefits.map(({ rewardId }) => rewardId)])).toStrictEqual(
      sorted(asked.rewards.map(({ rewardId }) => rewardId)),
    );
    const refusedPoints = rejectedBenefits.filter(({ points }) => points !== null);
    expect(refusedPoints.map(({ points }) => points)).toStrictEqual(
      asked.pointsToBurn > 0 && pointsToBurn === 0 ? [asked.pointsToBurn] : [],
    );
    expect(rejectedBenefits.every(({ reason }) => typeof reason === 'string')).toBe(true);
  });
});

it('I20: the parts of a check add up to its total, and points and what is due pay it exactly', () => {
  check((asked) => {
    const { totals, amountDue, pointsTender, pointsToBurn, rewardPoints, accrualBase } = priceCheck(asked);
    const added = totals.taxesIncluded ? 0 : totals.taxTotal;
    expect(totals.subtotal).toBe(subtotalOf(asked.lines));
    expect(totals.total).toBe(
      totals.subtotal - totals.discountTotal + totals.serviceChargeTotal + added + totals.tipTotal,
    );
    expect(pointsTender + amountDue).toBe(totals.total);
    expect(amountDue).toBeGreaterThanOrEqual(totals.tipTotal);
    expect(pointsToBurn).toBeLessThanOrEqual(asked.pointsToBurn);
    expect(pointsToBurn + rewardPoints).toBeLessThanOrEqual(asked.points?.available ?? 0);
    const { points: per = 1, amountMinor = 0 } = asked.points?.tenderRate ?? {};
    expect(pointsTender).toBe(Number((BigInt(pointsToBurn) * BigInt(amountMinor)) / BigInt(per)));
    expect(accrualBase).toBeGreaterThanOrEqual(0);
    expect(accrualBase).toBeLessThanOrEqual(totals.subtotal);
  });
});

it('I21: every number of a price is whole and exact', () => {
  check((asked) => {
    const numbers = JSON.stringify(priceCheck(asked)).match(/(?<=:)-?\d[\d.e+]*/g) ?? [];
    expect(numbers.filter((number) => !Number.isSafeInteger(Number(number)))).toStrictEqual([]);
  });
});

describe('the id of a discount', () => {
  const half = offerOf('PERCENT_OFF', { scope: 'SUBTOTAL', percentOffBps: 5000 });
  const idOf = (...lines: PricingInput['lines']) => priceCheck(plain({ lines, offers: [half] })).discounts[0]!.id;

  it('is the same whenever the discount is, and another one for another amount or other lines', () => {
    const [bun, fries] = [lineOf('bun', 800), lineOf('fries', 800)];
    expect(idOf(bun, fries)).toBe(idOf(fries, bun));
    expect(idOf(bun)).toMatch(/^dsc_[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(new Set([idOf(bun), idOf(fries), idOf(bun, fries), idOf({ ...bun, quantity: 2 })]).size).toBe(4);
  });

  it('is unique in a check', () => {
    check((asked) => {
      const ids = priceCheck(asked).discounts.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    });
  });
});
