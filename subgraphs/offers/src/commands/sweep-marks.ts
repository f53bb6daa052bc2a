import { update } from '@qsr/subgraph/writing';
import type { Work } from '../context.ts';
import type { Mark, Settlement } from '../domain/marks.ts';
import { isOpen, reversalSettlementOf, settlementOf } from '../domain/reservation.ts';
import { entryOf, type CodeClaim } from '../domain/wallet.ts';
import type { ClaimCodeItem } from '../repository/claim-codes.ts';
import type { CustomerOffersItem } from '../repository/customer-offers.ts';
import type { OfferUsageItem } from '../repository/offer-usage.ts';

/** Where a mark is: on which offer, under which key. */
interface Found {
  readonly offerId: string;
  readonly key: string;
  readonly mark: Mark;
}

/** A try that does not count: what it added is taken back. */
const undone = ({ key, mark }: Found): Settlement => ({ key, token: mark.token, counts: false });

const counted = ({ key, mark }: Found): Settlement => ({ key, token: mark.token, counts: true });

const ofReservation = async (found: Found, checkoutId: string, { repositories }: Work): Promise<Settlement | null> => {
  const item = await repositories.reservations.of(checkoutId);
  const line = item?.lines.find(({ offerId }) => offerId === found.offerId);
  if (item == null || line === undefined || found.mark.token < item.attempt) return undone(found);
  return isOpen(item) ? null : settlementOf(item, line);
};

const ofReversal = async (found: Found, checkoutId: string, { repositories }: Work): Promise<Settlement | null> => {
  const item = await repositories.reservations.of(checkoutId);
  const line = item?.lines.find(({ offerId }) => offerId === found.offerId);
  const { reversal } = line ?? {};
  if (item == null || line === undefined || reversal === undefined || reversal.status === 'KEPT') return undone(found);
  if (found.mark.token < reversal.token) return undone(found);
  return reversalSettlementOf(item, line);
};

const ofActivation = async (found: Found, customerId: string, { repositories }: Work): Promise<Settlement | null> => {
  const wallet = await repositories.customerOffers.table.get({ partition: customerId });
  const counting = entryOf(wallet?.entries ?? [], found.offerId)?.counting;
  if (counting === undefined || found.mark.token < counting.token) return undone(found);
  return counting.done ? counted(found) : null;
};

const judges = { reserve: ofReservation, reverse: ofReversal, activate: ofActivation } as const;

const isKind = (kind: string): kind is keyof typeof judges => Object.hasOwn(judges, kind);

/** What the item that decides says of a mark; null while it is open. */
const verdictOn = (found: Found, work: Work): Promise<Settlement | null> => {
  const [kind = '', id = ''] = found.key.split('/');
  return isKind(kind) ? judges[kind](found, id, work) : Promise.resolve(null);
};

const marksBefore = (marks: ClaimCodeItem['marks'], until: string): Array<readonly [string, Mark]> =>
  Object.entries(marks ?? {}).filter(([, { since }]) => since <= until);

/** Settles marks of an offer from before an instant (RFC 3339) that nobody else will; answers how many. */
export const sweepUsage = async ({ offerId, marks }: OfferUsageItem, until: string, work: Work): Promise<number> => {
  const settled = await Promise.all(
    marksBefore(marks, until).map(async ([key, mark]) => {
      const settlement = await verdictOn({ offerId, key, mark }, work);
      if (settlement !== null) await work.tallies.usage.settle(offerId, settlement);
      return settlement !== null;
    }),
  );
  return settled.filter(Boolean).length;
};

/** The customer's claim of a code as it stands; one that was left half made is ended first. */
const settledClaim = async (customerId: string, code: string, work: Work): Promise<CodeClaim | undefined> => {
  const isLeft = ({ status, until }: CodeClaim) => status === 'INTENT' && Date.parse(until) <= work.now().getTime();
  const wallet = await update<CustomerOffersItem>({
    table: work.repositories.customerOffers.table,
    key: { partition: customerId },
    signal: work.signal,
    step: (present) => {
      const claims = present.claims ?? [];
      if (!claims.some((claim) => claim.code === code && isLeft(claim))) return null;
      const ended = claims.map((claim) =>
        claim.code === code && isLeft(claim) ? { ...claim, status: 'FAILED' as const } : claim,
      );
      return { state: { ...present, claims: ended }, silently: true };
    },
  });
  return wallet?.claims?.find((claim) => claim.code === code);
};

/** The same for a promo code, whose claims the wallets decide. */
export const sweepCode = async ({ code, marks }: ClaimCodeItem, until: string, work: Work): Promise<number> => {
  const settled = await Promise.all(
    marksBefore(marks, until).map(async ([customerId, mark]) => {
      const found = { offerId: '', key: customerId, mark };
      const claim = await settledClaim(customerId, code, work);
      const isLate = claim === undefined || claim.status === 'FAILED' || mark.token < claim.token;
      if (!isLate && claim.status === 'INTENT') return false;
      await work.tallies.codes.settle(code, isLate ? undone(found) : counted(found));
      return true;
    }),
  );
  return settled.filter(Boolean).length;
};
