import { digestOf, type Digest } from './digest.ts';
import type { VerifyKeys } from './keys.ts';
import type { Location } from './location/location.ts';
import { readManifest, type Manifest, type Part } from './manifest.ts';
import { isPointer, pathOf, readPointer } from './pointer.ts';
import { Refused } from './refused.ts';
import { requireSignature } from './signature.ts';

/** A supergraph with where it comes from. */
export interface Release {
  readonly sdl: string;
  /** Of the SDL. */
  readonly digest: Digest;
  /** Absent for a composed file by itself. */
  readonly manifest: Manifest | undefined;
  /** To be given to the next `readRelease` of the same location; undefined where nothing tells whether it changed. */
  readonly validator: string | undefined;
}

export interface ReadOptions {
  /** Empty: nothing need be signed. */
  readonly keys: VerifyKeys;
  /** Of what was read last. */
  readonly validator?: string | undefined;
  /** Throws `Refused` for a manifest that must not follow; asked before the supergraph is read. */
  readonly admit?: (manifest: Manifest) => void;
  readonly signal?: AbortSignal | undefined;
}

/** A manifest of a thousand subgraphs takes 200 kB. */
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;

const decode = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Refused('MALFORMED', 'is not UTF-8', { cause });
  }
};

interface Wanted {
  readonly part: Part;
  readonly extension: 'graphql' | 'json' | 'txt';
  readonly signal?: AbortSignal | undefined;
}

const readBytes = async (
  location: Location,
  { part: { digest, bytes }, extension, signal }: Wanted,
): Promise<Buffer> => {
  const path = pathOf(digest, extension);
  const found = await location.part(path, { maxBytes: bytes, signal });
  if (digestOf(found) !== digest)
    throw new Refused('DIGEST_MISMATCH', `has a part that is not what its digest says: ${path}`);
  return found;
};

/** Reads a part of an artifact. Throws `Refused`, also when it is not what the manifest names. */
export const readPart = async (location: Location, wanted: Wanted): Promise<string> =>
  decode(await readBytes(location, wanted));

const readSigned = async (
  location: Location,
  text: string,
  { keys, admit, signal }: ReadOptions,
): Promise<Omit<Release, 'validator'>> => {
  const { manifest: part, signatures } = readPointer(text);
  if (part.bytes > MAX_MANIFEST_BYTES) throw new Refused('TOO_LARGE', `has a manifest of ${part.bytes} bytes`);
  const bytes = await readBytes(location, { part, extension: 'json', signal });
  // Nothing inside is looked at before it is known who wrote it.
  requireSignature(bytes, signatures, keys);
  const manifest = readManifest(decode(bytes));
  admit?.(manifest);
  const sdl = await readPart(location, { part: manifest.supergraph, extension: 'graphql', signal });
  return { sdl, digest: manifest.supergraph.digest, manifest };
};

const readHead = async (location: Location, options: ReadOptions): Promise<Release | undefined> => {
  const head = await location.head(options.validator, options.signal);
  if (head === undefined) return undefined;
  const { bytes, validator } = head;
  const text = decode(bytes);
  if (isPointer(text)) return { ...(await readSigned(location, text, options)), validator };
  requireSignature(bytes, [], options.keys);
  return { sdl: text, digest: digestOf(bytes), manifest: undefined, validator };
};

/**
 * Reads what is at a location: an artifact, or a composed file by itself. Resolves with undefined when it has not changed.
 * Rejects with `Refused` for anything that must not be used; its message begins with the location's name.
 */
export const readRelease = async (location: Location, options: ReadOptions): Promise<Release | undefined> => {
  try {
    return await readHead(location, options);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new Refused(error.code, `${location.name} ${error.message}`, { cause: error.cause });
  }
};
