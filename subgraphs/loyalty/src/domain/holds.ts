import { after } from '@qsr/subgraph/instants';
import { balanceOf, heldNow, isActive, type PointHold, type PostedBalance, type WalletRecord } from './wallet.ts';

/** How long points are set aside for a checkout, in ms. */
const holdLifeMs = 15 * 60_000;

/**
 * How long a hold is remembered after it ended or ran out, in ms: a capture may be repeated days later, and a release
 * that came first must still be known when its hold arrives.
 */
const keptMs = 7 * 86_400_000;

/** What a checkout asks for. */
export type HoldRequest = Pick<PointHold, 'id' | 'checkoutId' | 'orderId' | 'storeCode' | 'points'>;

/**
 * The balance that a hold is decided on. `offlineLimit`: set when it is not live; all that is taken on such a balance stays
 * below it together.
 */
export interface HoldBasis {
  readonly posted: PostedBalance;
  readonly now: Date;
  readonly offlineLimit: number | null;
}

export type Placement =
  | { readonly kind: 'held'; readonly hold: PointHold; readonly wallet: WalletRecord; readonly isNew: boolean }
  | { readonly kind: 'released' | 'insufficient' | 'beyond offline limit' };

const isKept = ({ createdAt, expiresAt }: PointHold, now: Date): boolean =>
  Math.max(Date.parse(createdAt), Date.parse(expiresAt)) + keptMs > now.getTime();

/** The wallet with a hold put in the place of the one of the same checkout; forgets what ended long ago. */
const withHold = (wallet: WalletRecord, hold: PointHold, now: Date): WalletRecord => ({
  ...wallet,
  holds: [...wallet.holds.filter((one) => one.checkoutId !== hold.checkoutId && isKept(one, now)), hold],
});

/** The hold of a checkout, however it ended. */
export const holdOf = ({ holds }: WalletRecord, checkoutId: string): PointHold | undefined =>
  holds.find((hold) => hold.checkoutId === checkoutId);

/** What a repeated call gets without any look at the balance; undefined when the hold is still to be decided. */
export const earlierPlacement = (wallet: WalletRecord, checkoutId: string, now: Date): Placement | undefined => {
  const hold = holdOf(wallet, checkoutId);
  if (hold?.status === 'RELEASED') return { kind: 'released' };
  const stands = hold !== undefined && (hold.status === 'CAPTURED' || isActive(hold, now));
  return stands ? { kind: 'held', hold, wallet, isNew: false } : undefined;
};

const availableIn = (wallet: WalletRecord, { posted, now }: HoldBasis): number =>
  balanceOf(posted, wallet, now).available;

/** What was burned meanwhile counts as long as the legacy system has not heard of it: else nothing would add up. */
const isWithinLimit = (wallet: WalletRecord, points: number, { now, offlineLimit }: HoldBasis): boolean => {
  const deferred = { ...wallet, holds: wallet.holds.filter((hold) => hold.deferred) };
  return offlineLimit === null || points + heldNow(deferred, now) <= offlineLimit;
};

/** Sets points aside, once for a checkout. A hold that ran out is placed anew, if the points are still there. */
export const placeHold = (wallet: WalletRecord, request: HoldRequest, basis: HoldBasis): Placement => {
  const { now, offlineLimit } = basis;
  const earlier = earlierPlacement(wallet, request.checkoutId, now);
  if (earlier !== undefined) return earlier;
  if (availableIn(wallet, basis) < request.points) return { kind: 'insufficient' };
  if (!isWithinLimit(wallet, request.points, basis)) return { kind: 'beyond offline limit' };
  const hold: PointHold = {
    ...request,
    status: 'ACTIVE',
    deferred: offlineLimit !== null,
    createdAt: now.toISOString(),
    expiresAt: after(now, holdLifeMs),
  };
  return { kind: 'held', hold, wallet: withHold(wallet, hold, now), isNew: true };
};

export type Capture =
  | { readonly kind: 'captured'; readonly hold: PointHold; readonly wallet: WalletRecord }
  /** `lapsed`: it ran out, and whether the points are still there takes a balance to tell. */
  | { readonly kind: 'captured before' | 'gone' | 'lapsed' };

/** Ends a hold by burning it. `posted` null: without a balance, only a hold that still stands is captured. */
export const captureOf = (
  wallet: WalletRecord,
  checkoutId: string,
  { posted, now }: { readonly posted: PostedBalance | null; readonly now: Date },
): Capture => {
  const hold = holdOf(wallet, checkoutId);
  if (hold === undefined || hold.status === 'RELEASED') return { kind: 'gone' };
  if (hold.status === 'CAPTURED') return { kind: 'captured before' };
  if (!isActive(hold, now)) {
    if (posted === null) return { kind: 'lapsed' };
    if (availableIn(wallet, { posted, now, offlineLimit: null }) < hold.points) return { kind: 'gone' };
  }
  return { kind: 'captured', hold, wallet: withHold(wallet, { ...hold, status: 'CAPTURED' }, now) };
};

/** Ends a hold by giving its points back; null when it was captured. Of an unknown checkout it leaves a tombstone. */
export const releaseOf = (wallet: WalletRecord, released: HoldRequest, now: Date): WalletRecord | null => {
  const hold = holdOf(wallet, released.checkoutId);
  if (hold?.status === 'CAPTURED') return null;
  if (hold?.status === 'RELEASED') return wallet;
  const at = now.toISOString();
  const tombstone: PointHold = { ...released, status: 'RELEASED', deferred: false, createdAt: at, expiresAt: at };
  return withHold(wallet, hold === undefined ? tombstone : { ...hold, status: 'RELEASED' }, now);
};
