import { print } from 'graphql';
import type { Rule } from '../rule.ts';

const query = (type: string): string => `type Query {
  "How many rewards there are."
  rewardCount("True: only what the points pay for." affordableOnly: ${type}): Int
}
`;

export const booleanWithoutDefault: Rule = {
  name: 'BOOLEAN_WITHOUT_DEFAULT',
  severity: 'warning',
  what: 'A Boolean argument, or field of a filter, is required or has a default.',
  why: 'Otherwise it has three values, and what happens when it is left out is for readers to guess. Where there really are three, an enum names them.',
  bad: query('Boolean'),
  finds: { coordinate: 'Query.rewardCount(affordableOnly:)', line: 3, column: 53 },
  good: query('Boolean! = false'),
  check: (graph) =>
    [
      ...graph.fields.flatMap(({ args }) => args),
      // Of other inputs, what is left out often means: leave it as it is.
      ...graph.inputFields.filter(({ parent }) => parent.name.endsWith('Filter')),
    ]
      .filter(({ node }) => print(node.type) === 'Boolean' && node.defaultValue === undefined)
      .map((element) => ({
        element,
        message: `${element.coordinate} is a Boolean of three values. Give it a default.`,
      })),
};
