const DAY_MS = 86_400_000;

/** The UTC day of an instant, as ISO 8601. */
export const dayOf = (instant: Date | string): string => new Date(instant).toISOString().slice(0, 10);

/** The day that lies `days` after (before, when negative) an ISO 8601 day. */
export const addDays = (day: string, days: number): string => dayOf(new Date(Date.parse(day) + days * DAY_MS));
