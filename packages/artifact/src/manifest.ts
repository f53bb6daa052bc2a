import { z } from 'zod';
import { digestOf, digestSchema, type Digest } from './digest.ts';
import { describeIssues } from './issues.ts';
import { parseJson } from './json.ts';
import { Refused } from './refused.ts';

const FORMAT = 'supergraph-artifact/1';

const part = z.object({ digest: digestSchema, bytes: z.int().min(0) });

/** Unknown keys are let through: a publisher may say more than its readers know. */
const manifestSchema = z.object({
  format: z.literal(FORMAT),
  /** One more than that of the artifact before; what orders artifacts. */
  version: z.int().min(1),
  /** What it is, whenever and wherever it was published: see `contentOf`. */
  content: digestSchema,
  previous: z.object({ version: z.int().min(1), content: digestSchema }).nullable(),
  publishedAt: z.iso.datetime(),
  /** The commit of git; null outside of a repository. `dirty`: there was more than what is committed. */
  revision: z.object({ commit: z.string(), dirty: z.boolean() }).nullable(),
  federationVersion: z.string(),
  /** `schema` is the digest of the SDL as graphql-js prints it, so that layout and comments change nothing. */
  subgraphs: z.array(z.object({ name: z.string(), url: z.string(), schema: digestSchema })),
  supergraph: part,
  api: part,
  contracts: z.record(z.string(), part),
  changelog: z.object({ text: part, json: part }),
});

/** What an artifact is made of. Parts are files of their own, found by their digest. */
export type Manifest = Readonly<z.infer<typeof manifestSchema>>;
/** A text of an artifact: its digest, and the length of its UTF-8. */
export type Part = Readonly<z.infer<typeof part>>;
/** What makes two artifacts the same. */
export type Content = Pick<Manifest, 'federationVersion' | 'subgraphs' | 'supergraph' | 'api' | 'contracts'>;

export const partOf = (text: string): Part => ({ digest: digestOf(text), bytes: Buffer.byteLength(text) });

const byName = <T>([left]: readonly [string, T], [right]: readonly [string, T]): number => (left < right ? -1 : 1);

/** The digest of what is served and of what it was composed from, not of when, where and after what it was published. */
export const contentOf = ({ federationVersion, subgraphs, supergraph, api, contracts }: Content): Digest =>
  digestOf(
    JSON.stringify([
      FORMAT,
      federationVersion,
      subgraphs.map(({ name, url, schema }) => [name, [url, schema]] as const).sort(byName),
      supergraph.digest,
      api.digest,
      Object.entries(contracts)
        .map(([name, { digest }]) => [name, digest] as const)
        .sort(byName),
    ]),
  );

/** As it is written, and signed. */
export const writeManifest = (manifest: Omit<Manifest, 'format'>): string =>
  `${JSON.stringify({ format: FORMAT, ...manifest }, undefined, 2)}\n`;

/** Throws `Refused` for what is no manifest, or contradicts itself. */
export const readManifest = (text: string): Manifest => {
  const parsed = manifestSchema.safeParse(parseJson(text));
  if (!parsed.success)
    throw new Refused('MALFORMED', `has a manifest that cannot be read: ${describeIssues(parsed.error)}`);
  if (contentOf(parsed.data) !== parsed.data.content) {
    throw new Refused(
      'MALFORMED',
      'has a manifest that contradicts itself: "content" is not the digest of what it lists',
    );
  }
  return parsed.data;
};
