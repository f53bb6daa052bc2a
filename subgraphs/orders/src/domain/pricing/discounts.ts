import { createHmac } from 'node:crypto';
import type { CheckDiscount } from '../check.ts';
import type { Bill } from './bill.ts';
import { amountOf, type Taking } from './effects.ts';
import { sumOf } from './money.ts';
import type { Application } from './stacking.ts';
import type { OfferTerms, RewardTerms } from './terms.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Clients keep what they read by id, so the id is a digest: two discounts that differ never share one. */
const idOf = (parts: readonly (string | number | boolean | null)[]): string => {
  const digest = createHmac('sha256', 'check-discount').update(JSON.stringify(parts)).digest();
  return `dsc_${Array.from(digest.subarray(0, 26), (byte) => alphabet[byte % 32]).join('')}`;
};

/** The line on which all of it is; null when it is on several, or on the service charge. */
const lineOf = ({ parts }: Taking, { pieces }: Bill): string | null => {
  const [line = null, ...others] = new Set(parts.map(({ at }) => pieces[at]?.lineId ?? null));
  return others.length === 0 ? line : null;
};

type Applied = Application<OfferTerms> | Application<RewardTerms>;

const idsOf = (terms: OfferTerms | RewardTerms): Pick<CheckDiscount, 'source' | 'offerId' | 'rewardId'> =>
  'offerId' in terms
    ? { source: 'OFFER', offerId: terms.offerId, rewardId: null }
    : { source: 'REWARD', offerId: null, rewardId: terms.rewardId };

/** True when it is off single pieces; a bundle and what goes by the sum of the goods are off the check. */
const isOnPieces = ({ terms }: Applied): boolean =>
  'offerId' in terms ? terms.kind !== 'BUNDLE_PRICE' && terms.effect.scope !== 'SUBTOTAL' : terms.kind === 'FREE_ITEM';

/** Of each benefit that takes money off, one discount; it names a line when it is off pieces of that line alone. */
export const discountsOf = (applied: readonly Applied[], bill: Bill): readonly CheckDiscount[] => {
  const lineIds = [...new Set(bill.pieces.map(({ lineId }) => lineId))];
  return applied
    .filter(({ taking }) => amountOf(taking) > 0)
    .map((application, position) => {
      const { terms, taking } = application;
      const ids = idsOf(terms);
      const lineId = isOnPieces(application) ? lineOf(taking, bill) : null;
      const [onServiceCharge, amount] = [taking.serviceCharge > 0, amountOf(taking)];
      const id = idOf([position, ids.offerId, ids.rewardId, lineId, onServiceCharge, amount, ...lineIds]);
      return { id, ...ids, lineId, onServiceCharge, amount };
    });
};

/** What each line is less than its price, by line id. */
export const lineDiscountsOf = ({ pieces }: Bill): ReadonlyMap<string, number> =>
  new Map(
    [...Map.groupBy(pieces, ({ lineId }) => lineId)].map(([lineId, ofLine]) => [
      lineId,
      sumOf(ofLine, ({ price, left }) => price - left),
    ]),
  );
