import { join } from 'node:path';
import { digestOf } from '../digest.ts';
import type { SigningKey } from '../keys.ts';
import { openLocation, type Location } from '../location/location.ts';
import { contentOf, partOf, readManifest, writeManifest, type Manifest, type Part } from '../manifest.ts';
import { LATEST, pathOf, readPointer, writePointer, type Pointer } from '../pointer.ts';
import { readPart } from '../release.ts';
import { sign } from '../signature.ts';
import { createFile, namesIn, readIfAny, replaceFile, sweep } from './files.ts';

/** The texts of an artifact that is not yet published. */
export interface Unpublished {
  /** SDL. */
  readonly supergraph: string;
  readonly api: string;
  readonly contracts: Readonly<Record<string, string>>;
  readonly changelog: { readonly text: string; readonly json: string };
  readonly described: Omit<Manifest, 'format' | 'content' | 'supergraph' | 'api' | 'contracts' | 'changelog'>;
}

/** An artifact in the store. */
export interface Published {
  readonly manifest: Manifest;
  readonly pointer: Pointer;
}

const MAX_BYTES = 1024 * 1024 * 1024;
const VERSION = /^([1-9]\d*)\.json$/;

type Text = readonly [text: string, extension: 'graphql' | 'json' | 'txt'];

const textsOf = ({ supergraph, api, contracts, changelog }: Unpublished): readonly Text[] => [
  [supergraph, 'graphql'],
  [api, 'graphql'],
  ...Object.values(contracts).map((sdl): Text => [sdl, 'graphql']),
  [changelog.text, 'txt'],
  [changelog.json, 'json'],
];

/** What is to be written, as it will be. Pure. */
export const manifestOf = ({ described, ...texts }: Unpublished): Omit<Manifest, 'format'> => {
  const { version, previous, publishedAt, revision, federationVersion, subgraphs } = described;
  const contracts = Object.entries(texts.contracts).sort(([left], [right]) => (left < right ? -1 : 1));
  const parts = {
    supergraph: partOf(texts.supergraph),
    api: partOf(texts.api),
    contracts: Object.fromEntries(contracts.map(([name, sdl]) => [name, partOf(sdl)])),
  };
  const content = contentOf({ federationVersion, subgraphs, ...parts });
  const changelog = { text: partOf(texts.changelog.text), json: partOf(texts.changelog.json) };
  return { version, content, previous, publishedAt, revision, federationVersion, subgraphs, ...parts, changelog };
};

/**
 * A folder of artifacts: parts under their digests, a pointer for each version, and `latest.json`. A version exists once
 * its pointer does, which is after all that it points to; `latest.json` follows, and is put right by whoever comes next
 * when a process died in between. Throws `Refused` for a folder that holds something else under these names.
 */
export class ArtifactStore {
  readonly folder: string;
  readonly location: Location;

  constructor(folder: string) {
    this.folder = folder;
    this.location = openLocation(folder, { maxBytes: MAX_BYTES, timeoutMs: MAX_BYTES });
  }

  /** The artifact of the highest version; undefined in an empty store. */
  async newest(): Promise<Published | undefined> {
    const names = await namesIn(this.folder);
    const versions = names.map((name) => Number(VERSION.exec(name)?.[1] ?? 0));
    const highest = Math.max(0, ...versions);
    if (highest === 0) return undefined;
    const pointer = readPointer((await readIfAny(this.#pathOf(highest))) ?? '');
    const manifest = readManifest(await this.#read(pointer.manifest));
    return { manifest, pointer };
  }

  /** Adds an artifact; undefined when somebody else took its version meanwhile. */
  async add(unpublished: Unpublished, key: SigningKey | undefined): Promise<Published | undefined> {
    await Promise.all([sweep(this.folder), sweep(join(this.folder, 'sha256'))]);
    const manifest = writeManifest(manifestOf(unpublished));
    for (const [text, extension] of [...textsOf(unpublished), [manifest, 'json'] as const]) {
      await this.#write(text, extension);
    }
    const signatures = key === undefined ? [] : [sign(Buffer.from(manifest), key)];
    const pointer = writePointer(partOf(manifest), signatures);
    if (!(await createFile(this.#pathOf(unpublished.described.version), pointer))) return undefined;
    await replaceFile(join(this.folder, LATEST), pointer);
    return { manifest: readManifest(manifest), pointer: readPointer(pointer) };
  }

  /** Lets `latest.json` point at the newest artifact, signed with the key too. True when there was something to do. */
  async settle({ manifest, pointer }: Published, key: SigningKey | undefined): Promise<boolean> {
    const others = pointer.signatures.filter(({ keyId }) => keyId !== key?.id);
    const bytes = Buffer.from(await this.#read(pointer.manifest));
    const text = writePointer(pointer.manifest, key === undefined ? others : [...others, sign(bytes, key)]);
    const wanted = [this.#pathOf(manifest.version), join(this.folder, LATEST)];
    const stale: string[] = [];
    for (const path of wanted) if ((await readIfAny(path)) !== text) stale.push(path);
    for (const path of stale) await replaceFile(path, text);
    return stale.length > 0;
  }

  #pathOf(version: number): string {
    return join(this.folder, `${version}.json`);
  }

  #read(part: Part): Promise<string> {
    return readPart(this.location, { part, extension: 'json' });
  }

  /** What is there under its digest need not be written, unless a disk has spoilt it. */
  async #write(text: string, extension: Text[1]): Promise<void> {
    const digest = digestOf(text);
    const path = join(this.folder, pathOf(digest, extension));
    const known = await readIfAny(path);
    if (known === undefined || digestOf(known) !== digest) await replaceFile(path, text);
  }
}
