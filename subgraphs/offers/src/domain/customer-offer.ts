import { ulid } from '@qsr/subgraph/ids';
import { localTime } from '@qsr/subgraph/local-time';
import { offerStatus, type Offer } from './offer.ts';

export type CustomerOfferState = 'AVAILABLE' | 'ACTIVATED' | 'RESERVED' | 'REDEEMED' | 'EXPIRED' | 'REVOKED';

/** What a customer did with one offer; there is none until the customer does something. */
export interface WalletEntry {
  readonly offerId: string;
  readonly activatedAt: string | null;
  /** Taken back by customer service or marketing. */
  readonly revoked: boolean;
  /** Redemptions that count against the caps; those that were released or given back are not among them. */
  readonly uses: readonly Use[];
  /** The customer has claimed a promo code of it, so that they may activate it again. */
  readonly byCode?: true | undefined;
  /** How far the counting of this customer among those who activated it is; absent until they do. See `marks.ts`. */
  readonly counting?: { readonly token: number; readonly done: boolean } | undefined;
}

/** A redemption as the caps of its customer see it. */
export interface Use {
  readonly redemptionId: string;
  readonly status: 'RESERVED' | 'COMMITTED';
  readonly at: string;
  /** Set while RESERVED; afterwards the use counts no more, whether or not anybody has cleared it away. */
  readonly reservedUntil: string | null;
  /** How often the offer is used on the check; absent: once. */
  readonly count?: number | undefined;
  /** Whose reservation it is and which try of it; absent where it is long over. */
  readonly checkoutId?: string | undefined;
  readonly attempt?: number | undefined;
}

const pattern = new RegExp(`^cof_(${ulid})_(${ulid})$`);

/** Follows from customer and offer, so that it is known before the customer has touched the offer and stays afterwards. */
export const customerOfferId = (customerId: string, offerId: string): string =>
  `cof_${customerId.replace(/^cus_/, '')}_${offerId.replace(/^ofr_/, '')}`;

/** Whose and which offer an id names; null for anything else. */
export const partsOfId = (id: string): { readonly customerId: string; readonly offerId: string } | null => {
  const [, customer, offer] = pattern.exec(id) ?? [];
  return customer === undefined || offer === undefined
    ? null
    : { customerId: `cus_${customer}`, offerId: `ofr_${offer}` };
};

/** Uses that count at an instant. */
export const countingUses = (entry: WalletEntry | null, now: Date): readonly Use[] =>
  (entry?.uses ?? []).filter(
    ({ status, reservedUntil }) =>
      status === 'COMMITTED' || (reservedUntil !== null && Date.parse(reservedUntil) > now.getTime()),
  );

const sumOf = (uses: readonly Use[]): number => uses.reduce((sum, { count = 1 }) => sum + count, 0);

/** How often the customer can still use the offer; null without a cap. */
export const redemptionsLeft = ({ caps }: Offer, entry: WalletEntry | null, now: Date): number | null =>
  caps.perCustomer === null ? null : Math.max(0, caps.perCustomer - sumOf(countingUses(entry, now)));

/** Uses on the calendar day that a clock in `timeZone` shows. */
export const usesToday = (entry: WalletEntry | null, now: Date, timeZone: string): number => {
  const uses = countingUses(entry, now);
  if (uses.length === 0) return 0;
  const today = localTime(timeZone, now).date;
  return sumOf(uses.filter(({ at }) => localTime(timeZone, new Date(at)).date === today));
};

/** True when the customer may use the offer so many times more, now. */
export const fitsCustomerCaps = (
  offer: Offer,
  entry: WalletEntry | null,
  { count, now, timeZone }: { readonly count: number; readonly now: Date; readonly timeZone: string },
): boolean => {
  const { perCustomerPerDay } = offer.caps;
  const left = redemptionsLeft(offer, entry, now);
  if (left !== null && left < count) return false;
  return perCustomerPerDay === null || usesToday(entry, now, timeZone) + count <= perCustomerPerDay;
};

/** What became of an offer in the hands of a customer. What is final comes before what time ends. */
export const customerOfferState = (offer: Offer, entry: WalletEntry | null, now: Date): CustomerOfferState => {
  if (entry?.revoked === true) return 'REVOKED';
  if (countingUses(entry, now).some(({ status }) => status === 'RESERVED')) return 'RESERVED';
  if (redemptionsLeft(offer, entry, now) === 0) return 'REDEEMED';
  if (offerStatus(offer, now) === 'ENDED') return 'EXPIRED';
  return entry?.activatedAt == null ? 'AVAILABLE' : 'ACTIVATED';
};
