/** Ascending by code unit, as the store sorts keys of plain ASCII. */
export const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
