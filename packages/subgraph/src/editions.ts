/** One edition of a legal text, in force from an instant (RFC 3339) until the next one. */
export interface Edition {
  readonly edition: string;
  readonly effectiveFrom: string;
}

/** Whether a person who agreed to an edition saw the text in force. Where no edition is known, any will do. */
export const judgeEdition = (
  editions: readonly Edition[],
  shown: string,
  now: Date,
): 'in force' | 'outdated' | 'unknown' => {
  if (editions.length === 0) return 'in force';
  const known = editions.filter(({ effectiveFrom }) => Date.parse(effectiveFrom) <= now.getTime());
  const [newest] = known.toSorted((one, other) => Date.parse(other.effectiveFrom) - Date.parse(one.effectiveFrom));
  if (newest?.edition === shown) return 'in force';
  return known.some(({ edition }) => edition === shown) ? 'outdated' : 'unknown';
};
