import type { TypeElement } from '../graph/elements.ts';
import type { Graph } from '../graph/graph.ts';
import { nameOf } from '../graph/type-nodes.ts';
import type { Rule } from '../rule.ts';

const referenced = (graph: Graph, { name, node, fields, inputFields }: TypeElement): readonly string[] => [
  ...[...fields, ...inputFields, ...fields.flatMap(({ args }) => args)].map((each) => nameOf(each.node.type)),
  ...('types' in node ? (node.types ?? []).map((each) => each.name.value) : []),
  ...('interfaces' in node ? (node.interfaces ?? []).map((each) => each.name.value) : []),
  ...graph.implementing(name).map((type) => type.name),
];

/** Names of all types that operations, or arguments of directives, can get to. */
const reachable = (graph: Graph): ReadonlySet<string> => {
  const roots = graph.types.filter(({ root }) => root !== undefined).map(({ name }) => name);
  const ofDirectives = graph.directives.flatMap(({ args }) => args.map(({ node }) => nameOf(node.type)));
  const reached = new Set([...roots, ...ofDirectives]);
  // A set that grows while it is walked: what is added is walked too.
  for (const name of reached) {
    for (const type of graph.named(name)) for (const next of referenced(graph, type)) reached.add(next);
  }
  return reached;
};

const query = `type Query {
  "The cart of this session."
  cart: Cart
}

"What a guest is about to order."
type Cart {
  "Id of the cart."
  id: ID!
}
`;

export const unusedType: Rule = {
  name: 'UNUSED_TYPE',
  severity: 'warning',
  what: 'Every type can be reached from Query, Mutation or Subscription of some subgraph.',
  why: 'What nobody can ask for is read, maintained and composed for nothing. Often it was meant to be returned, and is not.',
  alike: ['graphql-eslint no-unreachable-types', 'GraphOS DEFINED_TYPES_ARE_UNUSED'],
  bad: `${query}
"What a guest noted."
type Note {
  "Id of the note."
  id: ID!
}
`,
  finds: { coordinate: 'Note', line: 13, column: 6 },
  good: query,
  check: (graph) => {
    const reached = reachable(graph);
    return graph.types
      .filter(({ name }) => !reached.has(name))
      .map((element) => ({
        element,
        message: `No operation can reach ${element.name}. Return it somewhere, or remove it.`,
      }));
  },
};
