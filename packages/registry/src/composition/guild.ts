import { composeServices } from '@theguild/federation-composition';
import type { Composer } from './composer.ts';

/** The composer that Hive's registry and Cosmo's users have: what it refuses, they cannot publish. */
export const guild: Composer = {
  name: '@theguild/federation-composition',
  compose: (services) => {
    const { supergraphSdl, errors = [] } = composeServices([...services]);
    return { supergraph: supergraphSdl, errors, hints: [] };
  },
};
