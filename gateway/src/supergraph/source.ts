import { openLocation, readRelease, readVerifyKeys, type Release, type VerifyKeys } from '@qsr/artifact';
import { createMetrics, type Logger, type Metrics } from '@qsr/telemetry';
import { createSupergraphMetrics } from './metrics.ts';
import { Updates } from './updates.ts';

/** How a supergraph is read and renewed. Times in ms. */
export interface SupergraphUpdates {
  /** How often to look whether another one was published; undefined: never. */
  readonly pollMs: number | undefined;
  /** What one exchange over HTTP may take. */
  readonly timeoutMs: number;
  /** Sent as `authorization` with what is asked over HTTP. */
  readonly authorization: string | undefined;
  /** PEM, base64 of DER, or paths of PEM files. With any, nothing is served that none of them signed. */
  readonly publicKeys: readonly string[];
  /** Whether a lower version may follow a higher one. */
  readonly allowRollback: boolean;
}

export interface SourceOptions {
  /** A composed supergraph or an artifact: a path, or an http(s) URL. */
  readonly supergraph: string;
  readonly supergraphUpdates: SupergraphUpdates;
  readonly log: Logger;
}

/** Where the supergraph comes from. */
export interface SupergraphSource {
  /** For messages. */
  readonly name: string;
  readonly metrics: Metrics;
  /** Rejects with an `Error` that says what is wrong. */
  read(): Promise<Release>;
  /** Has what is published after `running` served. */
  watch(running: Release, apply: (release: Release) => Promise<void>): Updates;
}

/** A supergraph of a thousand subgraphs takes some 20 MiB. */
const MAX_BYTES = 64 * 1024 * 1024;

const readFirst = async (location: ReturnType<typeof openLocation>, keys: VerifyKeys): Promise<Release> => {
  const release = await readRelease(location, { keys }).catch((cause: unknown) => {
    throw new Error(`the supergraph ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  });
  if (release === undefined) throw new Error(`the supergraph ${location.name} was read before`);
  return release;
};

/** Throws an `Error` for keys that are none, and for a URL that cannot be used. */
export const openSupergraph = async ({
  supergraph,
  supergraphUpdates,
  log,
}: SourceOptions): Promise<SupergraphSource> => {
  const { publicKeys, pollMs, allowRollback, authorization, timeoutMs } = supergraphUpdates;
  const keys = await readVerifyKeys(publicKeys, 'SUPERGRAPH_KEYS');
  const headers = authorization === undefined ? {} : { authorization };
  const location = openLocation(supergraph, { maxBytes: MAX_BYTES, timeoutMs, headers });
  const metrics = createMetrics('gateway');
  const record = createSupergraphMetrics(metrics);
  return {
    name: location.name,
    metrics,
    read: () => readFirst(location, keys),
    watch: (running, apply) => {
      record.served(running);
      const onLook = record.looked;
      return new Updates(running, {
        ...{ location, keys, pollMs, allowRollback, onLook, log },
        onServed: record.served,
        apply,
      });
    },
  };
};

/** What runs, for whoever looks after this gateway. */
export const statusOf = ({ running, loadedAt, problem }: Updates): object => {
  const { version, content, publishedAt, revision } = running.manifest ?? {};
  const { digest } = running;
  return { digest, version, content, publishedAt, commit: revision?.commit, loadedAt, problem };
};
