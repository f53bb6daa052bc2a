import { OperationTypeNode } from 'graphql';
import type { Rule } from '../rule.ts';

const VERB = /^(?:get|list|fetch|query|post|put|patch)(?=[A-Z])/;

export const fieldNameVerb: Rule = {
  name: 'FIELD_NAME_VERB',
  severity: 'warning',
  what: 'Fields that read do not begin with `get`, `list`, `fetch`, `query`, `post`, `put` or `patch`.',
  why: 'A field is what it answers. That it is read is clear from where it stands.',
  alike: ['graphql-eslint naming-convention (forbiddenPrefixes)', 'GraphOS RESTY_FIELD_NAMES'],
  bad: `type Query {
  "The name of the restaurant."
  getStoreName: String
}
`,
  finds: { coordinate: 'Query.getStoreName', line: 3, column: 3 },
  good: `type Query {
  "The name of the restaurant."
  storeName: String
}
`,
  check: (graph) =>
    graph.fields
      .filter(({ name, parent }) => parent.root !== OperationTypeNode.MUTATION && VERB.test(name))
      .map((element) => ({
        element,
        message: `${element.coordinate} begins with “${VERB.exec(element.name)?.[0] ?? ''}”. Call it by what it answers.`,
      })),
};
