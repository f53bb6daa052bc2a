import { daypartAt, type ClockDaypart, type DaypartRange } from '@qsr/subgraph/dayparts';
import type { HandoffMode } from '@qsr/subgraph/channels';
import { localTime } from '@qsr/subgraph/local-time';
import { isOpen, type OpeningHours } from '../opening-hours.ts';

/** What of a restaurant decides whether it serves somebody. */
export interface ServingStore {
  readonly id: string;
  readonly currency: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly hours: readonly OpeningHours[];
  readonly dayparts: readonly DaypartRange[];
  readonly acceptingOrders: boolean;
}

/** Where and when something is to be eaten. */
export interface Place {
  readonly storeId: string;
  readonly currency: string;
  readonly daypart: ClockDaypart | null;
}

/** When the food is made: when it is wanted, and never before now. */
export const servingTime = (requestedFor: string | null, now: Date): Date =>
  requestedFor === null ? now : new Date(Math.max(Date.parse(requestedFor), now.getTime()));

/** True when the store takes orders and hands food over this way at that time. */
export const serves = (store: ServingStore, handoffMode: HandoffMode, at: Date): boolean =>
  store.acceptingOrders &&
  isOpen(
    store.hours.filter(({ handoffModes }) => handoffModes.includes(handoffMode)),
    localTime(store.timeZone, at),
  );

/** The part of the menu that is served there at that time. */
export const placeAt = (store: ServingStore, at: Date): Place => ({
  storeId: store.id,
  currency: store.currency,
  daypart: daypartAt(store.dayparts, localTime(store.timeZone, at).minute),
});
