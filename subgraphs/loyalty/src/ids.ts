import { derivedId } from '@qsr/subgraph/writing';

/**
 * Ids of ledger entries, from what brings them about: doing it twice makes one entry, here and in the legacy system,
 * where the id is the one under which it is posted.
 */
export const entryIds = {
  accrual: (orderId: string): string => derivedId('led', 'accrual', orderId),
  burn: (checkoutId: string): string => derivedId('led', 'burn', checkoutId),
  /** A refund takes back earned points … */
  reversal: (refundId: string): string => derivedId('led', 'reversal', refundId),
  /** … and gives back spent ones. */
  burnReturn: (refundId: string): string => derivedId('led', 'return', refundId),
  /** What the balance still covered of a reversal that it did not cover whole. */
  covered: (reversalEntryId: string): string => derivedId('led', 'covered', reversalEntryId),
  expiry: (lotId: string): string => derivedId('led', 'expire', lotId),
  /** After the legacy system refused the expiry of a lot, of which something else has taken since. */
  expiryOfRest: (lotId: string, remaining: number): string => derivedId('led', 'expire', lotId, String(remaining)),
  /** What others have posted in the legacy system: the `place`th movement of its transaction. */
  foreign: (transactionId: string, place: number): string => derivedId('led', 'legacy', transactionId, String(place)),
  /** What an account had there before we knew it. */
  opening: (legacyAccountId: string, place: number): string =>
    derivedId('led', 'opening', legacyAccountId, String(place)),
  /** `ulid` of the claim of the mutation. */
  adjustment: (ulid: string): string => `led_${ulid}`,
};

/** The lot that a credit makes. */
export const lotIdOf = (entryId: string): string => derivedId('lot', entryId);

/** The hold of a checkout. */
export const holdIdOf = (checkoutId: string): string => derivedId('hld', checkoutId);

/** The account of a customer in a program: joining twice makes one. */
export const accountIdOf = (customerId: string, programCode: string): string =>
  derivedId('lac', customerId, programCode);
