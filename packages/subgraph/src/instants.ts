/** The instant so many milliseconds after another one, RFC 3339 in UTC. */
export const after = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();
