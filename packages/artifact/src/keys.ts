import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** An Ed25519 key that signs. */
export interface SigningKey {
  readonly id: string;
  readonly key: KeyObject;
}

/** Ed25519 keys that verify, by id. Empty: signatures are not asked for. */
export type VerifyKeys = ReadonlyMap<string, KeyObject>;

const PEM = /-----BEGIN [A-Z ]+-----[^-]+-----END [A-Z ]+-----/g;
/** How the base64 of an Ed25519 key in DER begins: PKCS #8 for the private one, SPKI for the public one. */
const DER = /^(?:MC4CAQAwBQYDK2Vw|MCowBQYDK2Vw)[\w+/]+=*$/;

/** The first 16 digits of the SHA-256 of the public key's SPKI: nobody has to invent or hand out names. */
export const keyIdOf = (publicKey: KeyObject): string =>
  createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);

/** A key as it is configured: PEM (in an environment often with `\n` for its line ends), base64 of DER, or the path of a PEM file. */
const blocksOf = async (configured: string, what: string): Promise<readonly (string | Buffer)[]> => {
  if (DER.test(configured)) return [Buffer.from(configured, 'base64')];
  const text = configured.includes('-----BEGIN')
    ? configured.replaceAll('\\n', '\n')
    : await readFile(configured, 'utf8').catch((cause: unknown) => {
        throw new Error(`${what} is neither PEM, nor base64 of DER, nor the path of a file that can be read`, {
          cause,
        });
      });
  const blocks = text.match(PEM);
  if (blocks === null) throw new Error(`${what} names a file that holds no PEM`);
  return blocks;
};

/** Runs an import of a key, whose own words are those of OpenSSL. */
const requireEd25519 = (read: () => KeyObject, what: string): KeyObject => {
  let key: KeyObject;
  try {
    key = read();
  } catch (cause) {
    throw new Error(`${what} is not a key of the kind that is needed here`, { cause });
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${what} is ${key.asymmetricKeyType}; it must be Ed25519`);
  return key;
};

/**
 * Reads a private key: PEM, base64 of its DER (PKCS #8), or the path of a PEM file. Throws an `Error` that begins with
 * `what` and never holds any of the key.
 */
export const readSigningKey = async (configured: string, what: string): Promise<SigningKey> => {
  const [block, ...others] = await blocksOf(configured.trim(), what);
  if (block === undefined || others.length > 0) throw new Error(`${what} must be one key`);
  const input = typeof block === 'string' ? block : ({ key: block, format: 'der', type: 'pkcs8' } as const);
  const key = requireEd25519(() => createPrivateKey(input), what);
  return { key, id: keyIdOf(createPublicKey(key)) };
};

const readPublic = (block: string | Buffer, what: string): KeyObject => {
  // Node would take the public half of it, and a gateway has no business with the other one.
  if (typeof block === 'string' && block.includes('PRIVATE KEY')) {
    throw new Error(`${what} is a private key; give the gateway the public one`);
  }
  const input = typeof block === 'string' ? block : ({ key: block, format: 'der', type: 'spki' } as const);
  return requireEd25519(() => createPublicKey(input), what);
};

/** Reads public keys: of each entry PEM, base64 of its DER (SPKI), or the path of a PEM file, which may hold several. Throws an `Error`. */
export const readVerifyKeys = async (configured: readonly string[], what: string): Promise<VerifyKeys> => {
  const blocks = await Promise.all(configured.map((entry) => blocksOf(entry.trim(), what)));
  const keys = blocks.flat().map((block) => readPublic(block, what));
  return new Map(keys.map((key) => [keyIdOf(key), key]));
};
