import { Kind } from 'graphql';
import { applied, text } from '../graph/directives.ts';
import type { Rule } from '../rule.ts';

const scalar = (directive: string): string => `type Query {
  "When the kitchen closes."
  closesAt: DateTime
}

"An instant in UTC as RFC 3339."
scalar DateTime${directive}
`;

export const scalarSpecification: Rule = {
  name: 'SCALAR_SPECIFICATION',
  severity: 'warning',
  what: 'Custom scalars say by `@specifiedBy(url:)` what they are.',
  why: 'The type system knows nothing of them: without a specification, every client writes its own parser of what it has seen.',
  bad: scalar(''),
  finds: { coordinate: 'DateTime', line: 7, column: 8 },
  good: scalar(' @specifiedBy(url: "https://www.rfc-editor.org/rfc/rfc3339")'),
  check: (graph) =>
    graph.types
      .filter(({ node }) => node.kind === Kind.SCALAR_TYPE_DEFINITION)
      .filter((type) => !applied(type, 'specifiedBy').some((directive) => text(directive, 'url').trim() !== ''))
      .map((element) => ({ element, message: `${element.name} has no @specifiedBy(url:).` })),
};
