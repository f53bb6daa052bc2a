import { readFile, rename, writeFile } from 'node:fs/promises';
import type { OAuth2Issuer } from 'oauth2-mock-server';

type KeyFile = Readonly<Record<string, ReadonlyArray<Record<string, unknown>>>>;

const readKeys = async (file: string): Promise<KeyFile> => {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  return JSON.parse(text) as KeyFile;
};

/** Gives every issuer its signing key: that of the file, or a new one, which the file then keeps. */
export const loadKeys = async (issuers: Readonly<Record<string, OAuth2Issuer>>, file: string): Promise<void> => {
  const known = await readKeys(file);
  await Promise.all(
    Object.entries(issuers).map(async ([name, { keys }]) => {
      const saved = known[name] ?? [];
      for (const key of saved) await keys.add(key);
      if (saved.length === 0) await keys.generate('RS256');
    }),
  );
  const all = Object.fromEntries(Object.entries(issuers).map(([name, { keys }]) => [name, keys.toJSON(true)]));
  await writeFile(`${file}.new`, JSON.stringify(all), { mode: 0o600 });
  await rename(`${file}.new`, file);
};
