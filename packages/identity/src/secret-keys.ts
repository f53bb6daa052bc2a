import { createHash } from 'node:crypto';

/** A shared secret as a key, with an id that tells which secret signed without telling the secret. */
export interface SecretKey {
  readonly id: string;
  readonly bytes: Uint8Array;
}

const keyOf = (secret: string): SecretKey => ({
  id: createHash('sha256').update(secret).digest('hex').slice(0, 8),
  bytes: new TextEncoder().encode(secret),
});

/** The key of the first secret, which signs. */
export const signingKey = (secrets: readonly string[]): SecretKey => {
  const [newest] = secrets;
  if (newest === undefined) throw new Error('a signer needs a secret');
  return keyOf(newest);
};

/** Finds the key by its id among all secrets, so that a rotation needs no common moment. Throws for an unknown one. */
export const keyFinder = (secrets: readonly string[]): ((id: string | undefined) => Uint8Array) => {
  const keys = new Map(secrets.map(keyOf).map(({ id, bytes }) => [id, bytes]));
  return (id) => {
    const bytes = keys.get(id ?? '');
    if (bytes === undefined) throw new Error('signed with an unknown key');
    return bytes;
  };
};
