import { ArtifactStore, Refused, type Manifest, type SigningKey, type Unpublished } from '@qsr/artifact';
import { InputError } from '../exit-codes.ts';
import { compare, writeJson, writeText } from './changelog.ts';
import { partsOf, type Draft } from './draft.ts';
import { findPrevious, readPreviousSchemas, type Previous } from './previous.ts';

/** Where and how to publish. */
export interface PublishOptions {
  readonly folder: string;
  /** Path or URL of the newest artifact, where the folder does not hold it. */
  readonly from: string | undefined;
  /** Absent: the artifact is not signed. */
  readonly key: SigningKey | undefined;
  /** Writes nothing. */
  readonly dryRun: boolean;
  readonly now: Date;
  readonly revision: Manifest['revision'];
}

/** What became of it. */
export type Outcome =
  /** It was, or with a dry run would be, published. */
  | { readonly kind: 'published'; readonly version: number; readonly changelog: string }
  /** The newest artifact has this content. `settled`: its signature or `latest.json` was put right. */
  | { readonly kind: 'unchanged'; readonly version: number; readonly settled: boolean };

const describe = async (
  draft: Draft,
  previous: Previous | undefined,
  { now, revision }: PublishOptions,
): Promise<Unpublished> => {
  const { federationVersion, subgraphs, supergraph, api, contracts, schemas, tags } = draft;
  const version = (previous?.manifest.version ?? 0) + 1;
  const publishedAt = now.toISOString();
  const before = previous && { ...previous.manifest, schemas: await readPreviousSchemas(previous) };
  const after = { schemas, subgraphs, contracts: partsOf(draft).contracts };
  const changelog = {
    version,
    previous: previous?.manifest.version ?? null,
    publishedAt,
    commit: revision?.commit ?? null,
    ...(await compare(before, after, tags)),
  };
  const follows = previous && { version: version - 1, content: previous.manifest.content };
  return {
    ...{ supergraph, api, contracts },
    changelog: { text: writeText(changelog), json: writeJson(changelog) },
    described: { version, previous: follows ?? null, publishedAt, revision, federationVersion, subgraphs },
  };
};

const publishTo = async (store: ArtifactStore, draft: Draft, options: PublishOptions): Promise<Outcome> => {
  const previous = await findPrevious(store, options.from);
  if (previous?.manifest.content === draft.content) {
    const { published, manifest } = previous;
    const settled = !options.dryRun && published !== undefined && (await store.settle(published, options.key));
    return { kind: 'unchanged', version: manifest.version, settled };
  }
  const unpublished = await describe(draft, previous, options);
  const { version } = unpublished.described;
  if (!options.dryRun && (await store.add(unpublished, options.key)) === undefined) {
    throw new InputError(`${store.folder}: somebody else published version ${version} meanwhile. Publish again.`);
  }
  return { kind: 'published', version, changelog: unpublished.changelog.text };
};

/** Publishes a draft, unless the newest artifact has its content. Throws `InputError`. */
export const publish = async (draft: Draft, options: PublishOptions): Promise<Outcome> => {
  const store = new ArtifactStore(options.folder);
  try {
    return await publishTo(store, draft, options);
  } catch (error) {
    if (error instanceof Refused) throw new InputError(`publish: ${error.message}.`, { cause: error });
    if (error instanceof Error && 'syscall' in error) {
      const advice = 'Is it a folder that may be written, on a disk with room?';
      throw new InputError(`publish: ${options.folder}: ${error.message}. ${advice}`, { cause: error });
    }
    throw error;
  }
};
