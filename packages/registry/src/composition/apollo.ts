import { composeServices } from '@apollo/composition';
import type { Composer } from './composer.ts';

/** The composer whose result is used. */
export const apollo: Composer = {
  name: '@apollo/composition',
  compose: (services) => {
    const { supergraphSdl, errors = [], hints = [] } = composeServices([...services]);
    return {
      supergraph: supergraphSdl === undefined ? undefined : `${supergraphSdl.trim()}\n`,
      errors,
      hints: hints.map(({ definition, message, coordinate }) => ({ code: definition.code, message, coordinate })),
    };
  },
};
