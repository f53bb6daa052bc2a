/** What deciding on a version needs. */
interface Version {
  readonly edition: string;
  readonly effectiveFrom: string;
}

/** The version asked for, or the one in force at `now`; null when there is none. `versions` has the newest first. */
export const legalVersion = <Document extends Version>(
  versions: readonly Document[],
  asked: string | null,
  now: Date,
): Document | null => {
  const wanted = (document: Document): boolean =>
    asked === null ? Date.parse(document.effectiveFrom) <= now.getTime() : document.edition === asked;
  return versions.find(wanted) ?? null;
};
