import { Kind, print } from 'graphql';
import type { Element, TypeElement } from '../graph/elements.ts';
import { isEntity } from '../graph/entities.ts';
import type { Graph } from '../graph/graph.ts';
import type { Rule } from '../rule.ts';

const money = (amount: string): string => `
"An amount of money."
type Money @shareable {
  "Amount in minor units."
  ${amount}
}
`;

const query = (field: string): string => `type Query {
  "What it comes to."
  ${field}: Money
}
`;

const membersOf = ({ fields, inputFields, values }: TypeElement): readonly Element[] => [
  ...fields,
  ...inputFields,
  ...values,
];

/** The first part that is not the same in both: a member of the type where there is one, else the type. */
const differing = (type: TypeElement, other: TypeElement): Element | undefined => {
  if (print(type.node) === print(other.node)) return undefined;
  const theirs = new Map(membersOf(other).map(({ coordinate, node }) => [coordinate, print(node)]));
  return membersOf(type).find(({ coordinate, node }) => theirs.get(coordinate) !== print(node)) ?? type;
};

const isValue = (graph: Graph, { name, node, root }: TypeElement): boolean =>
  root === undefined &&
  node.kind.endsWith('Definition') &&
  node.kind !== Kind.UNION_TYPE_DEFINITION &&
  node.kind !== Kind.INTERFACE_TYPE_DEFINITION &&
  !isEntity(graph, name);

export const valueTypeDiffers: Rule = {
  name: 'VALUE_TYPE_DIFFERS',
  severity: 'warning',
  what: 'Objects without a key, inputs, enums and scalars that several subgraphs have are written alike in all of them: descriptions, nullability and directives too.',
  why: 'Composition takes what fits: a field that is nullable in one is nullable for clients, a value that one lacks may never come in, and one of the descriptions is lost.',
  alike: [
    'GraphOS INCONSISTENT_BUT_COMPATIBLE_FIELD_TYPE, INCONSISTENT_DESCRIPTION, INCONSISTENT_TYPE_FIELD and others',
  ],
  bad: {
    orders: `${query('total')}${money('amountMinor: Int!')}`,
    offers: `${query('discount')}${money('amountMinor: Int')}`,
  },
  finds: { coordinate: 'Money.amountMinor', line: 9, column: 3, subgraph: 'offers' },
  good: {
    orders: `${query('total')}${money('amountMinor: Int!')}`,
    offers: `${query('discount')}${money('amountMinor: Int!')}`,
  },
  check: (graph) => {
    const firsts = new Map<string, TypeElement>();
    return graph.types
      .filter((type) => isValue(graph, type))
      .flatMap((type) => {
        const first = firsts.get(type.name);
        if (first === undefined) firsts.set(type.name, type);
        const element = first === undefined ? undefined : differing(type, first);
        if (first === undefined || element === undefined) return [];
        return [
          {
            element,
            message: `${element.coordinate} is not as ${first.subgraph.name} has it. Write ${type.name} alike in both.`,
          },
        ];
      });
  },
};
