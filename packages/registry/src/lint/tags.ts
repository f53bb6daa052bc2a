import type { ConstDirectiveNode } from 'graphql';
import { applied, text } from './graph/directives.ts';
import type { Element } from './graph/elements.ts';
import type { Graph } from './graph/graph.ts';
import { everything } from './graph/queries.ts';

/** One `@tag` of one element. */
export interface Tagged {
  readonly element: Element;
  readonly directive: ConstDirectiveNode;
  readonly tag: string;
}

export const tags = (graph: Graph): readonly Tagged[] =>
  everything(graph).flatMap((element) =>
    applied(element, 'tag').map((directive) => ({ element, directive, tag: text(directive, 'name') })),
  );

/** A tag that says who may see an element, rather than who may not. */
export const isIncludeStyle = (tag: string): boolean =>
  /^(?:allow|contract|expose|include|only|public|share|show|visible)(?:$|[^a-z])/i.test(tag);

/** A field with a tag, for the examples. */
export const taggedWith = (tag: string): string => `type Query {
  "How many orders the kitchen works on."
  openOrders: Int @tag(name: "${tag}")
}
`;
