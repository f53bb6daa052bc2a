import { daypartAt, type ClockDaypart, type DaypartRange } from '@qsr/subgraph/dayparts';
import { localTime } from '@qsr/subgraph/local-time';

/** What offers need to know of a store. */
export interface StoreScope {
  readonly groupCodes: readonly string[];
  /** IANA name. */
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly dayparts: readonly DaypartRange[];
}

/** The daypart that the store serves at an instant; null when its ranges leave a gap there. */
export const daypartOf = ({ dayparts, timeZone }: StoreScope, at: Date): ClockDaypart | null =>
  daypartAt(dayparts, localTime(timeZone, at).minute);
