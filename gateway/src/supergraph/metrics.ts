import type { Release } from '@qsr/artifact';
import type { Metrics } from '@qsr/telemetry';
import type { Outcome } from './updates.ts';

const labelsOf = ({ digest, manifest }: Release) => ({
  digest,
  version: String(manifest?.version ?? ''),
  content: manifest?.content ?? '',
});

/** What is told of the supergraph that is served: which, since when, and what came of looking for another one. */
export const createSupergraphMetrics = (metrics: Metrics) => {
  const info = metrics.gauge({
    name: 'gateway_supergraph_info',
    help: '1 for the supergraph that is served',
    labels: ['digest', 'version', 'content'],
  });
  const loadedAt = metrics.gauge({
    name: 'gateway_supergraph_loaded_timestamp_seconds',
    help: 'When the supergraph that is served was loaded, in seconds since the epoch',
  });
  const looks = metrics.counter({
    name: 'gateway_supergraph_looks_total',
    help: 'Looks for another supergraph, by what came of them',
    labels: ['outcome'],
  });
  let last: Release | undefined;
  return {
    served: (release: Release): void => {
      if (last !== undefined) info.remove(labelsOf(last));
      last = release;
      info.set(1, labelsOf(release));
      loadedAt.set(Date.now() / 1_000);
    },
    looked: (outcome: Outcome): void => looks.add({ outcome }),
  };
};
