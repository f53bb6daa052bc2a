import { composeServices } from '@theguild/federation-composition';
import type { Composed, Composer, Service } from './composer.ts';
import { namespaceOf, withUsualNamespace } from './namespace.ts';

/** A service as the library takes it: it does not know `@link(as:)` of federation, which the specification has. */
const readable = (service: Service): { readonly service: Service; readonly hints: Composed['hints'] } => {
  const { name, typeDefs } = service;
  const namespace = namespaceOf(typeDefs);
  if (namespace === undefined) return { service, hints: [] };
  const message = `Subgraph '${name}' calls federation '${namespace}' by @link(as:). Routers take it; Hive's registry, which composes by @theguild/federation-composition, does not.`;
  return {
    service: { ...service, typeDefs: withUsualNamespace(typeDefs, namespace) },
    hints: [{ code: 'LINK_AS_NOT_EVERYWHERE', message, coordinate: undefined }],
  };
};

/** The composer that Hive's registry and Cosmo's users have: what it refuses, they cannot publish. */
export const guild: Composer = {
  name: '@theguild/federation-composition',
  compose: (services) => {
    const read = services.map(readable);
    const { supergraphSdl, errors = [] } = composeServices(read.map(({ service }) => service));
    return { supergraph: supergraphSdl, errors, hints: read.flatMap(({ hints }) => hints) };
  },
};
