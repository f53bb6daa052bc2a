import {
  openLocation,
  readPart,
  readRelease,
  Refused,
  type ArtifactStore,
  type Location,
  type Published,
} from '@qsr/artifact';
import { readSchemas, type Schemas } from '../composition/schemas.ts';
import { InputError } from '../exit-codes.ts';

/** The artifact that a new one follows, and where its parts are. */
export interface Previous {
  readonly manifest: Published['manifest'];
  readonly location: Location;
  /** Present when it lies in the folder that is published to. */
  readonly published: Published | undefined;
}

const LIMITS = { maxBytes: 64 * 1024 * 1024, timeoutMs: 30_000 };

const locate = (from: string): Location => {
  try {
    return openLocation(from, LIMITS);
  } catch (cause) {
    throw new InputError(`--previous: ${cause instanceof Error ? cause.message : String(cause)}.`, { cause });
  }
};

const elsewhere = async (from: string): Promise<Previous> => {
  const location = locate(from);
  const release = await readRelease(location, { keys: new Map() });
  if (release?.manifest === undefined) throw new InputError(`--previous: ${location.name} is no artifact.`);
  return { manifest: release.manifest, location, published: undefined };
};

const newestIn = async (store: ArtifactStore): Promise<Published | undefined> => {
  try {
    return await store.newest();
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
    const reason = cause.message.replace(/\s*\n\s*/g, ' ');
    throw new InputError(`${store.folder}: the newest artifact there ${reason}. Put it right, or publish elsewhere.`, {
      cause,
    });
  }
};

/**
 * The newest of what lies in the folder and what lies at `from`, a path or a URL; undefined when there is none. A folder
 * of CI is empty on each run: there `from` keeps the count.
 */
export const findPrevious = async (store: ArtifactStore, from: string | undefined): Promise<Previous | undefined> => {
  const published = await newestIn(store);
  const here = published && { manifest: published.manifest, location: store.location, published };
  const there = from === undefined ? undefined : await elsewhere(from);
  if (here === undefined || there === undefined) return here ?? there;
  return there.manifest.version > here.manifest.version ? there : here;
};

/** The schemas of an artifact. Throws `InputError` when they cannot be read. */
export const readPreviousSchemas = async ({ location, manifest }: Previous): Promise<Schemas> => {
  const sdl = await readPart(location, { part: manifest.supergraph, extension: 'graphql' });
  try {
    return readSchemas(sdl);
  } catch (cause) {
    throw new InputError(`${location.name}: the supergraph of version ${manifest.version} cannot be read.`, { cause });
  }
};
