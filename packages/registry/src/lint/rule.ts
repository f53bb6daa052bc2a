import type { ASTNode } from 'graphql';
import type { Element } from './graph/elements.ts';
import type { Graph } from './graph/graph.ts';

/** SDL of one subgraph, or of several by their names. Without `@link`: the documents leave it out. */
export type Example = string | Readonly<Record<string, string>>;

/** Where a rule finds something in its bad example. */
export interface Expected {
  readonly coordinate: string;
  readonly line: number;
  readonly column: number;
  /** Left out where there is one subgraph only. */
  readonly subgraph?: string;
}

/** Something that a rule found. */
export interface Violation {
  readonly element: Element;
  /** What, and what to do about it. */
  readonly message: string;
  /** What to point at; the name of the element when left out. */
  readonly at?: ASTNode;
}

/** One rule. Its documentation is generated from this, and its examples are its tests. */
export interface Rule {
  /** In upper case with underscores. */
  readonly name: string;
  /** Unless registry.yaml says otherwise. */
  readonly severity: 'warning' | 'error';
  /** A sentence: what must hold. */
  readonly what: string;
  /** What happens where it does not. */
  readonly why: string;
  /** Rules of other tools for the same, such as `graphql-eslint require-description`. */
  readonly alike?: readonly string[];
  readonly bad: Example;
  readonly finds: Expected;
  readonly good: Example;
  readonly check: (graph: Graph) => Iterable<Violation>;
}
