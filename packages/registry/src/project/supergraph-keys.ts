/** What there is to know of a key of supergraph.yaml. */
export interface SupergraphKey {
  /** Where it is. */
  readonly path: string;
  readonly type: string;
  /** What is taken when it is absent; or when it may not be. */
  readonly fallback: string;
  /** As it is written, in YAML. */
  readonly example: string;
  readonly what: string;
}

const subgraph = 'subgraphs.<name>';
/** One of the sources of a schema. */
const source = { type: 'string', fallback: 'one of the four is required' };

/** The keys of supergraph.yaml that are read; Rover knows the same. The table in docs/schema-checks.md is generated from them. */
export const supergraphKeys = {
  federation_version: {
    path: 'federation_version',
    type: 'version',
    fallback: '2',
    example: '=2.14.4',
    what: '2, or an exact version with a leading `=`; one that is not built in is a warning',
  },
  subgraphs: {
    path: 'subgraphs',
    type: 'mapping',
    fallback: 'required',
    example: '{ products: { schema: { file: products.graphql } } }',
    what: 'The subgraphs by their names, at least one',
  },
  routing_url: {
    path: `${subgraph}.routing_url`,
    type: 'string',
    fallback: 'none; for `graphref` that of GraphOS',
    example: 'https://products.example.com/graphql',
    what: 'Where gateways find it',
  },
  schema: {
    path: `${subgraph}.schema`,
    type: 'mapping',
    fallback: 'required',
    example: '{ file: products.graphql }',
    what: 'Where its SDL is: one of `file`, `sdl`, `subgraph_url`, `graphref` with `subgraph`',
  },
  file: {
    path: `${subgraph}.schema.file`,
    ...source,
    example: 'products/schema.graphql',
    what: 'A file, relative to supergraph.yaml',
  },
  sdl: {
    path: `${subgraph}.schema.sdl`,
    ...source,
    example: "'type Query { stores: [String!] }'",
    what: 'The SDL itself',
  },
  subgraph_url: {
    path: `${subgraph}.schema.subgraph_url`,
    ...source,
    example: 'http://localhost:4002/graphql',
    what: 'A running subgraph, which is asked for its SDL (`_service`)',
  },
  introspection_headers: {
    path: `${subgraph}.schema.introspection_headers`,
    type: 'mapping of strings',
    fallback: 'none',
    example: "{ Authorization: 'Bearer ${env.TOKEN}' }",
    what: 'Sent with that question',
  },
  graphref: {
    path: `${subgraph}.schema.graphref`,
    ...source,
    example: 'shop@prod',
    what: 'A graph of GraphOS, read with `APOLLO_KEY`; `APOLLO_REGISTRY_URL` is another address of it',
  },
  subgraph: {
    path: `${subgraph}.schema.subgraph`,
    type: 'string',
    fallback: 'required with `graphref`',
    example: 'users',
    what: 'The name that the subgraph has there',
  },
} as const satisfies Readonly<Record<string, SupergraphKey>>;

/** No other key can be looked up. */
export type SupergraphKeyName = keyof typeof supergraphKeys;
