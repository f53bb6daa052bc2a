import { fault, firstFault, type Fault } from './fault.ts';
import { effectFault } from './offer-effect.ts';
import type { Caps, Offer, OfferStatus } from './offer.ts';

/** A promo code that marketing hands out, and how many customers may claim it. */
export interface PoolInput {
  readonly code: string;
  readonly maxClaims: number;
}

/** Promo codes of one call. */
const mostCodes = 500;

const codeFault = ({ code }: Offer): Fault | null =>
  /^[A-Za-z0-9][\w.-]{0,63}$/.test(code)
    ? null
    : fault('A campaign code has up to 64 letters, digits, dots, dashes and underscores.', 'code');

const spanFault = ({ startsAt, endsAt }: Offer): Fault | null =>
  endsAt === null || Date.parse(endsAt) > Date.parse(startsAt)
    ? null
    : fault('An offer must end after it starts.', 'endsAt');

const capFault = (caps: Caps, name: 'total' | 'perCustomer' | 'perCustomerPerDay' | 'perCheck'): Fault | null => {
  const cap = caps[name];
  return cap === null || cap >= 1 ? null : fault('A limit is at least 1; leave it out for none.', 'caps', name);
};

const moneyFault = ({ minimumSubtotal, caps }: Offer): Fault | null => {
  if (minimumSubtotal !== null && minimumSubtotal.amountMinor < 1) {
    return fault('It must be more than nothing; leave it out for any order.', 'minimumSubtotal', 'amountMinor');
  }
  return caps.budget !== null && caps.budget.amountMinor < 1
    ? fault('It must be more than nothing; leave it out for none.', 'caps', 'budget', 'amountMinor')
    : null;
};

/** All amounts of an offer are in one currency: it can only be used where that is taken. */
const currencyFault = ({ effect, minimumSubtotal, caps }: Offer): Fault | null => {
  const amounts = [
    { currency: effect.amountOff?.currency, path: ['effect', 'amountOff'] },
    { currency: effect.fixedPrice?.currency, path: ['effect', 'fixedPrice'] },
    { currency: effect.maxDiscount?.currency, path: ['effect', 'maxDiscount'] },
    { currency: minimumSubtotal?.currency, path: ['minimumSubtotal'] },
    { currency: caps.budget?.currency, path: ['caps', 'budget'] },
  ].filter(({ currency }) => currency !== undefined);
  const other = amounts.find(({ currency }) => currency !== amounts[0]?.currency);
  return other === undefined
    ? null
    : fault('All amounts of an offer must be in the same currency.', ...other.path, 'currency');
};

const listFault = (values: readonly string[], pattern: RegExp, name: string): Fault | null => {
  const place = values.findIndex((value) => !pattern.test(value));
  return place < 0 ? null : fault('This is not well-formed.', name, String(place));
};

const groupFault = ({ stacking: { exclusivityGroup } }: Offer): Fault | null =>
  exclusivityGroup === null || /^\S.{0,63}$/.test(exclusivityGroup)
    ? null
    : fault('A group has a name of up to 64 characters.', 'exclusivityGroup');

/** What is wrong with the promo codes of a call; null when nothing is. They are in upper case. */
export const poolFault = (pools: readonly PoolInput[]): Fault | null => {
  if (pools.length > mostCodes) return fault(`At most ${mostCodes} codes can be set in one call.`, 'claimCodes');
  for (const [place, { code, maxClaims }] of pools.entries()) {
    const at = (name: string, message: string) => fault(message, 'claimCodes', String(place), name);
    if (!/^[A-Z0-9][A-Z0-9-]{2,63}$/.test(code)) return at('code', 'A code has 3 to 64 letters, digits and dashes.');
    if (maxClaims < 1) return at('maxClaims', 'A code can be claimed at least once.');
    if (pools.findIndex((pool) => pool.code === code) < place) return at('code', 'This code is in the list twice.');
  }
  return null;
};

/** What is wrong with an offer by itself; null when nothing is. */
export const offerFault = (offer: Offer): Fault | null =>
  firstFault(
    codeFault(offer),
    spanFault(offer),
    effectFault(offer.kind, offer.effect),
    ...(['total', 'perCustomer', 'perCustomerPerDay', 'perCheck'] as const).map((name) => capFault(offer.caps, name)),
    moneyFault(offer),
    currencyFault(offer),
    listFault(offer.storeGroupCodes, /^\S.{0,63}$/, 'storeGroupCodes'),
    listFault(offer.segmentIds, /^seg_[\w-]{1,64}$/, 'segmentIds'),
    groupFault(offer),
  );

/** What was released once is known to people: it does not become a draft again; and what is over stays over. */
const next: Readonly<Record<OfferStatus, readonly OfferStatus[]>> = {
  DRAFT: ['DRAFT', 'SCHEDULED', 'LIVE', 'PAUSED', 'ENDED'],
  SCHEDULED: ['SCHEDULED', 'LIVE', 'PAUSED', 'ENDED'],
  LIVE: ['SCHEDULED', 'LIVE', 'PAUSED', 'ENDED'],
  PAUSED: ['SCHEDULED', 'LIVE', 'PAUSED', 'ENDED'],
  ENDED: ['ENDED'],
};

/** What is wrong with a change of what marketing decided; null stands for an offer that does not exist yet. */
export const statusFault = (before: OfferStatus | null, after: OfferStatus): Fault | null => {
  if (before === null) return after === 'ENDED' ? fault('A new offer cannot be over.', 'status') : null;
  return next[before].includes(after) ? null : fault(`An offer that is ${before} never becomes ${after}.`, 'status');
};
