import type { TypeElement } from '../graph/elements.ts';
import type { Graph } from '../graph/graph.ts';
import { interfaces, unions } from '../graph/queries.ts';
import type { Rule } from '../rule.ts';

/** Names of the types that a union or interface stands for within its subgraph. */
const membersWithin = (graph: Graph, { name, subgraph }: TypeElement): string => {
  const here = (type: TypeElement): boolean => type.subgraph === subgraph;
  const members = graph
    .named(name)
    .filter(here)
    .flatMap(({ node }) => ('types' in node ? (node.types ?? []) : []))
    .map((each) => each.name.value);
  const implementing = graph
    .implementing(name)
    .filter(here)
    .map((type) => type.name);
  return [...new Set([...members, ...implementing])].sort().join(', ');
};

const types = `
"A large picture."
type Banner @shareable {
  "Headline."
  title: String
}

"A paragraph."
type Text @shareable {
  "Text in CommonMark."
  body: String
}
`;

const subgraph = (field: string, members: string): string => `type Query {
  "The first part of the screen."
  ${field}: Module
}

"One part of a screen."
union Module = ${members}
${members.includes('Text') ? types : types.replace(/\n"A paragraph."[^}]*}\n/, '')}`;

export const abstractMembersDiffer: Rule = {
  name: 'ABSTRACT_MEMBERS_DIFFER',
  severity: 'warning',
  what: 'A union or interface that several subgraphs have stands for the same types in all of them.',
  why: 'Otherwise the planner must take the selection apart by types and subgraphs, and a subgraph is asked for types that it does not know.',
  alike: ['GraphOS INCONSISTENT_UNION_MEMBER'],
  bad: { content: subgraph('home', 'Banner | Text'), offers: subgraph('promotion', 'Banner') },
  finds: { coordinate: 'Module', line: 7, column: 7, subgraph: 'offers' },
  good: { content: subgraph('home', 'Banner | Text'), offers: subgraph('promotion', 'Banner | Text') },
  check: (graph) => {
    const firsts = new Map<string, { readonly members: string; readonly in: string }>();
    return [...interfaces(graph), ...unions(graph)].flatMap((element) => {
      const members = membersWithin(graph, element);
      const first = firsts.get(element.name);
      if (first === undefined) firsts.set(element.name, { members, in: element.subgraph.name });
      if (first === undefined || first.members === members) return [];
      return [
        {
          element,
          message: `${element.name} is ${members || 'nothing'} here and ${first.members || 'nothing'} in ${first.in}.`,
        },
      ];
    });
  },
};
