import type { ConstDirectiveNode } from 'graphql';
import { applied, text } from './graph/directives.ts';
import type { Element } from './graph/elements.ts';
import type { Graph } from './graph/graph.ts';

/** Something that is marked `@deprecated`. */
export interface Deprecation {
  readonly element: Element;
  readonly directive: ConstDirectiveNode;
  readonly reason: string;
}

export const deprecations = (graph: Graph): readonly Deprecation[] =>
  [...graph.fields, ...graph.args, ...graph.inputFields, ...graph.values].flatMap((element) =>
    applied(element, 'deprecated').map((directive) => ({ element, directive, reason: text(directive, 'reason') })),
  );

/** A field that is on its way out, for the examples. */
export const deprecatedWith = (reason: string): string => `type Query {
  "The order of this session."
  order: Order
}

"A purchase."
type Order {
  "Number that is called out."
  number: String
  "Number that is called out."
  code: String @deprecated(reason: "${reason}")
}
`;
