import { LRUCache } from 'lru-cache';

/** A value as it is stored: text, so that nobody can change it through a reference. */
export interface TextEntry {
  readonly key: string;
  readonly text: string;
}

/** Bounded values of this process, least recently used out first. */
export const createLocalCopy = (maxEntries: number, now?: () => number) => {
  const values = new LRUCache<string, string>({
    max: maxEntries,
    ttlResolution: 0,
    ...(now === undefined ? {} : { perf: { now } }),
  });
  return {
    read: (keys: readonly string[]) => keys.map((key) => values.get(key)),
    write: (entries: readonly TextEntry[], ttl: number): void => {
      for (const { key, text } of entries) values.set(key, text, { ttl });
    },
    remove: (key: string) => values.delete(key),
  };
};
