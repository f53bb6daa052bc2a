const MAX_NAMES = 5;

/** Names for a sentence; of many, the first and how many more there are. */
export const listOf = (names: readonly string[]): string => {
  const more = names.length - MAX_NAMES;
  return [...names.slice(0, MAX_NAMES), ...(more > 0 ? [`${more} more`] : [])].join(', ');
};
