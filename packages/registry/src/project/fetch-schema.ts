import { InputError } from '../exit-codes.ts';
import { isRecord } from './records.ts';
import { requestData } from './request.ts';
import type { SchemaSource } from './supergraph-yaml.ts';

/** A schema from a server, and the address to route to when none is configured. */
interface Fetched {
  readonly sdl: string;
  readonly routingUrl: string;
}

/** Where requests go, and how long they may take. */
export interface Reach {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timeoutMs?: number;
}

const limitOf = ({ timeoutMs }: Reach) => (timeoutMs === undefined ? {} : { timeoutMs });

/** Asks a running subgraph for its schema. Throws `InputError` and `TimedOutError`. */
export const introspect = async (
  { url, headers }: Extract<SchemaSource, { kind: 'url' }>,
  reach: Reach,
): Promise<Fetched> => {
  const query = 'query SubgraphIntrospectQuery { _service { sdl } }';
  const { _service: service } = await requestData({ url, headers, query, ...limitOf(reach) });
  const sdl = isRecord(service) ? service['sdl'] : undefined;
  if (typeof sdl !== 'string') throw new InputError('it does not tell its SDL: is it a subgraph?');
  return { sdl, routingUrl: url };
};

/** Rover's, so that a local server can stand in for the same requests. */
const REGISTRY = 'https://api.apollographql.com/graphql';

const QUERY = `query SubgraphFetchQuery($graph_ref: ID!, $subgraph_name: ID!) {
  variant(ref: $graph_ref) {
    __typename
    ... on GraphVariant {
      subgraph(name: $subgraph_name) { url activePartialSchema { sdl } }
      subgraphs { name }
    }
  }
}`;

const GRAPH_REF = /^[a-zA-Z][a-zA-Z0-9_-]{0,63}(@.{0,63})?$/;

const namesOf = (subgraphs: unknown): string =>
  (Array.isArray(subgraphs) ? (subgraphs as unknown[]) : [])
    .map((subgraph) => (isRecord(subgraph) ? String(subgraph['name']) : ''))
    .join(', ');

/** Asks GraphOS, by its Platform API, for a schema that was published there. Throws `InputError` and `TimedOutError`. */
export const fetchFromGraphOs = async (
  { graphRef, subgraph: name }: Extract<SchemaSource, { kind: 'graphos' }>,
  reach: Reach,
): Promise<Fetched> => {
  const key = reach.env['APOLLO_KEY'];
  if (key === undefined || key === '') throw new InputError('the environment variable APOLLO_KEY is not set.');
  if (!GRAPH_REF.test(graphRef)) throw new InputError(`${graphRef} is no graph ref: it is written graph@variant.`);
  const ref = graphRef.includes('@') ? graphRef : `${graphRef}@current`;
  const { variant } = await requestData({
    url: reach.env['APOLLO_REGISTRY_URL'] ?? REGISTRY,
    headers: [
      ['x-api-key', key],
      ['apollographql-client-name', 'supergraph'],
    ],
    query: QUERY,
    variables: { graph_ref: ref, subgraph_name: name },
    ...limitOf(reach),
  });
  if (!isRecord(variant) || variant['__typename'] !== 'GraphVariant') {
    throw new InputError(`GraphOS has no ${ref} that this APOLLO_KEY may read.`);
  }
  const subgraph = variant['subgraph'];
  const schema = isRecord(subgraph) ? subgraph['activePartialSchema'] : undefined;
  const sdl = isRecord(schema) ? schema['sdl'] : undefined;
  if (!isRecord(subgraph) || typeof sdl !== 'string') {
    throw new InputError(`${ref} has no subgraph ${name}. It has: ${namesOf(variant['subgraphs']) || 'none'}.`);
  }
  return { sdl, routingUrl: typeof subgraph['url'] === 'string' ? subgraph['url'] : '' };
};
