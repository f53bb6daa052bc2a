import { sumOf } from './arithmetic.ts';

/** Points set aside for a checkout. It ends once: captured, released, or by its expiry. */
export interface PointHold {
  readonly id: string;
  readonly checkoutId: string;
  /** Null where it is not known. */
  readonly orderId: string | null;
  /** Code of the restaurant, as the legacy system knows it. */
  readonly storeCode: string | null;
  readonly points: number;
  /** RELEASED with no points: the release came before the hold, which will therefore never be. */
  readonly status: 'ACTIVE' | 'CAPTURED' | 'RELEASED';
  /** True when it was granted on a last known balance, because the legacy system did not answer. */
  readonly deferred: boolean;
  readonly createdAt: string;
  /** RFC 3339; an active hold counts until then. */
  readonly expiresAt: string;
}

/** A movement of ours on its way into the legacy system, which is right about what is posted. */
export interface PointMovement {
  readonly entryId: string;
  /** Signed. */
  readonly points: number;
  /** When the legacy system confirmed it, RFC 3339; null until then. */
  readonly postedAt: string | null;
}

/** Points of one credit that are left, without what is held. */
export interface PointLot {
  readonly id: string;
  readonly entryId: string;
  readonly remaining: number;
  /** The last day on which they can be spent, ISO 8601. */
  readonly expiresOn: string;
  /** The mark (days left) at which their owner was last told that they run out. */
  readonly announcedAt?: number;
}

/**
 * What we know of a wallet besides its posted balance. A posted movement stays in the list for as long as a balance of
 * before may still be shown, that is for the life of a snapshot.
 */
export interface WalletRecord {
  readonly holds: readonly PointHold[];
  readonly movements: readonly PointMovement[];
  readonly lots: readonly PointLot[];
  /** Points that were taken although no lot had them; the next credits make up for them. Absent: none. */
  readonly owed?: number;
}

/** `available` is `posted` less `held`; `pending` is no part of it. */
export interface Balance {
  readonly posted: number;
  readonly held: number;
  readonly available: number;
  readonly pending: number;
}

/** A balance of the legacy system and the instant (RFC 3339) at which it was asked for. */
export interface PostedBalance {
  readonly points: number;
  readonly asOf: string;
}

export const emptyWallet: WalletRecord = { holds: [], movements: [], lots: [] };

/** A movement that was confirmed after the balance was asked for is not in that balance. */
const missingIn = (movements: readonly PointMovement[], asOf: Date): PointMovement[] =>
  movements.filter(({ postedAt }) => postedAt === null || Date.parse(postedAt) > asOf.getTime());

/** Whether a hold still sets points aside. */
export const isActive = ({ status, expiresAt }: PointHold, now: Date): boolean =>
  status === 'ACTIVE' && Date.parse(expiresAt) > now.getTime();

const heldPoints = ({ holds, movements }: WalletRecord, asOf: Date, now: Date): number =>
  sumOf(
    holds.filter((hold) => isActive(hold, now)),
    ({ points }) => points,
  ) + sumOf(missingIn(movements, asOf), ({ points }) => Math.max(-points, 0));

/** Points that nobody else may spend: active holds, and debits that the legacy system has not confirmed yet. */
export const heldNow = (wallet: WalletRecord, now: Date): number => heldPoints(wallet, now, now);

/** The balance of a wallet. Credits on their way are pending: they never make anything available. */
export const balanceOf = (posted: PostedBalance, wallet: WalletRecord, now: Date): Balance => {
  const asOf = new Date(posted.asOf);
  const held = heldPoints(wallet, asOf, now);
  const pending = sumOf(missingIn(wallet.movements, asOf), ({ points }) => Math.max(points, 0));
  return { posted: posted.points, held, available: posted.points - held, pending };
};
