import { addDays } from './calendar.ts';
import type { PointLot } from './wallet.ts';

/** Points that can be spent until the end of a day (ISO 8601, UTC). */
export interface PointsExpiration {
  readonly points: number;
  readonly expiresOn: string;
}

/** `today` is included, as is the day that lies `withinDays` ahead. */
export interface ExpiryWindow {
  readonly today: string;
  readonly withinDays: number;
}

/**
 * What runs out within some days, by day, soonest first. Points are spent from the lot that expires first, so what is
 * held comes off the soonest lots and never expires.
 */
export const expiringPoints = (
  lots: readonly PointLot[],
  held: number,
  { today, withinDays }: ExpiryWindow,
): PointsExpiration[] => {
  const last = addDays(today, withinDays);
  const alive = lots
    .filter(({ expiresOn }) => expiresOn >= today)
    .sort((one, other) => (one.expiresOn < other.expiresOn ? -1 : 1));
  const byDay = new Map<string, number>();
  let stillHeld = held;
  for (const { remaining, expiresOn } of alive) {
    const spoken = Math.min(stillHeld, remaining);
    stillHeld -= spoken;
    if (expiresOn > last || spoken === remaining) continue;
    byDay.set(expiresOn, (byDay.get(expiresOn) ?? 0) + remaining - spoken);
  }
  return [...byDay].map(([expiresOn, points]) => ({ points, expiresOn }));
};
