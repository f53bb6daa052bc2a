import { Supergraph } from '@apollo/federation-internals';
import { createPlanners, widenKeys, type Planner } from '@qsr/engine';
import { parse, print, visit, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Schemas } from '../composition/schemas.ts';

/** What operations are planned over, and what each subgraph knows. */
export interface Graph {
  readonly api: GraphQLSchema;
  readonly supergraph: GraphQLSchema;
  /** By name. */
  readonly subgraphs: ReadonlyMap<string, GraphQLSchema>;
  /** In the order in which the gateway tries them. */
  readonly planners: readonly (() => Planner)[];
}

/**
 * Without the purposes of its links: Apollo's planner refuses a supergraph that links for security what it does not
 * enforce, and here nothing is to be enforced. Plans are the same.
 */
const withoutPurposes = (supergraph: DocumentNode): DocumentNode =>
  visit(supergraph, {
    Directive: (node) =>
      node.name.value === 'link'
        ? { ...node, arguments: (node.arguments ?? []).filter(({ name }) => name.value !== 'for') }
        : undefined,
  });

const readSubgraphs = (supergraphSdl: string): ReadonlyMap<string, GraphQLSchema> => {
  const subgraphs = Supergraph.build(supergraphSdl, { supportedFeatures: null, validateSupergraph: false }).subgraphs();
  return new Map([...subgraphs.values()].map(({ name, schema }) => [name, schema.toGraphQLJSSchema()]));
};

/** Reads a supergraph for planning as the gateway does: with the native planner where there is one for this platform. */
export const readGraph = ({ supergraphSdl, supergraph, api }: Schemas): Graph => {
  const document = withoutPurposes(parse(supergraphSdl, { noLocation: true }));
  const planners = createPlanners(print(document), { choice: 'native', onMissing: () => undefined, apollo: 'here' });
  const widen = widenKeys(document);
  return {
    api,
    supergraph,
    subgraphs: readSubgraphs(supergraphSdl),
    planners: planners.map((create) => () => widen(create())),
  };
};
