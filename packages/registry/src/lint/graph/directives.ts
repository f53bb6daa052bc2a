import { valueFromASTUntyped, type ConstDirectiveNode } from 'graphql';
import type { Element } from './elements.ts';

/** The applications of a directive to an element, by its name in the specification. */
export const applied = ({ node, subgraph }: Element, name: string): readonly ConstDirectiveNode[] =>
  (node.directives ?? []).filter((directive) => subgraph.canonical(directive.name.value) === name);

export const has = (element: Element, name: string): boolean => applied(element, name).length > 0;

/** The value of an argument, `undefined` when it is left out. */
export const argument = (directive: ConstDirectiveNode, name: string): unknown => {
  const found = directive.arguments?.find((each) => each.name.value === name);
  return found === undefined ? undefined : valueFromASTUntyped(found.value);
};

/** The same for text; empty for what is no text. */
export const text = (directive: ConstDirectiveNode, name: string): string => {
  const value = argument(directive, name);
  return typeof value === 'string' ? value : '';
};

/** The directives that say who may read something. */
export const authorization = ['authenticated', 'requiresScopes', 'policy'] as const;
