/** The language in which everything exists. */
export const defaultLocale = 'en';

/** Where to look for a text, best first: the locale itself, its language, the default. `es-US` → `es-US`, `es`, `en`. */
export const localeCandidates = (locale: string): readonly string[] => {
  const { language } = new Intl.Locale(locale);
  return [...new Set([locale, language, defaultLocale])];
};

/** The best text that there is; null only when there is none at all. */
export const localized = <Copy>(copies: Readonly<Record<string, Copy>>, locale: string): Copy | null => {
  const found = localeCandidates(locale).find((candidate) => Object.hasOwn(copies, candidate));
  return found === undefined ? (Object.values(copies)[0] ?? null) : (copies[found] ?? null);
};
