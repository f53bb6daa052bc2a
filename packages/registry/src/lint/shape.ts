import { print } from 'graphql';
import type { TypeElement } from './graph/elements.ts';
import type { Graph } from './graph/graph.ts';
import { fieldsWithin } from './graph/queries.ts';

/** Which of the fields a type lacks, or has of another type. Each is given as it should be written, with a pattern of its type. */
export const lacking = (
  graph: Graph,
  type: TypeElement,
  wanted: Readonly<Record<string, { readonly pattern: RegExp; readonly written: string }>>,
): readonly string[] => {
  const types = new Map(fieldsWithin(graph, type).map(({ name, node }) => [name, print(node.type)]));
  return Object.entries(wanted)
    .filter(([name, { pattern }]) => !pattern.test(types.get(name) ?? ''))
    .map(([name, { written }]) => `${name}: ${written}`);
};
