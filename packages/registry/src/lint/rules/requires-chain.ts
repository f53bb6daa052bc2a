import { Kind, type SelectionSetNode } from 'graphql';
import { applied, has, text } from '../graph/directives.ts';
import type { FieldElement, SubgraphSchema } from '../graph/elements.ts';
import { keyFields, readFieldSet } from '../graph/entities.ts';
import type { Graph } from '../graph/graph.ts';
import { nameOf } from '../graph/type-nodes.ts';
import type { Rule } from '../rule.ts';

const orders = `type Query {
  "The quote of this session."
  quote: Quote
}

"A cart with its prices frozen."
type Quote @key(fields: "id") {
  "Id of the quote."
  id: ID!
  "What is to be paid, in minor units."
  due: Int @inaccessible
}
`;

const loyalty = `"A cart with its prices frozen."
type Quote @key(fields: "id") {
  "Id of the quote."
  id: ID!
  "What is to be paid."
  due: Int @external
  "Points that the order would earn."
  points: Int @requires(fields: "due")
}
`;

const offers = (needed: string): string => `"A cart with its prices frozen."
type Quote @key(fields: "id") {
  "Id of the quote."
  id: ID!
  "From loyalty or orders."
  ${needed}: Int @external
  "Whether an offer would give more."
  betterOffer: Boolean @requires(fields: "${needed}")
}
`;

interface Needs {
  readonly graph: Graph;
  /** Who asks: what it answers itself is no fetch. */
  readonly subgraph: SubgraphSchema;
}

/** The definitions that answer what a field set asks of others, one list for each of its fields. */
const answers = (
  { graph, subgraph }: Needs,
  type: string,
  selection: SelectionSetNode,
): readonly (readonly FieldElement[])[] =>
  selection.selections.flatMap((each) => {
    if (each.kind !== Kind.FIELD) return [];
    const name = each.name.value;
    const all = graph.named(type).flatMap(({ fields }) => fields.filter((field) => field.name === name));
    const owning = all.filter((field) => !has(field, 'external') && field.subgraph !== subgraph);
    const returned = all[0] === undefined ? '' : nameOf(all[0].node.type);
    const nested = each.selectionSet === undefined ? [] : answers({ graph, subgraph }, returned, each.selectionSet);
    return keyFields(graph, type).has(name) || owning.length === 0 ? nested : [owning, ...nested];
  });

const faultOf = (graph: Graph, element: FieldElement, fields: string): string | undefined => {
  const selection = readFieldSet(fields);
  if (selection === undefined) return undefined;
  const needed = answers({ graph, subgraph: element.subgraph }, element.parent.name, selection);
  const chained = needed.find((each) => each.every((field) => has(field, 'requires')))?.[0];
  if (chained !== undefined) {
    return `needs ${chained.coordinate}, which ${chained.subgraph.name} can answer only after another fetch by its own @requires`;
  }
  const owners = new Set(
    needed.flatMap(([only, ...others]) => (only === undefined || others.length > 0 ? [] : [only.subgraph.name])),
  );
  return owners.size > 1 ? `needs fields of ${[...owners].join(' and ')}` : undefined;
};

export const requiresChain: Rule = {
  name: 'REQUIRES_CHAIN',
  severity: 'warning',
  what: '`@requires` asks for fields of one other subgraph, and not for fields that have a `@requires` of their own.',
  why: 'Every link is a round trip that waits for the one before it, and any of the subgraphs fails the field. Keep a copy that events update instead.',
  bad: { loyalty, offers: offers('points'), orders },
  finds: { coordinate: 'Quote.betterOffer', line: 8, column: 24, subgraph: 'offers' },
  good: { loyalty, offers: offers('due'), orders },
  check: (graph) =>
    graph.fields.flatMap((element) =>
      applied(element, 'requires').flatMap((at) => {
        const fault = faultOf(graph, element, text(at, 'fields'));
        return fault === undefined ? [] : [{ element, at, message: `${element.coordinate} ${fault}.` }];
      }),
    ),
};
