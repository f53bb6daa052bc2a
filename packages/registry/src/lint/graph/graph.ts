import type {
  ArgumentElement,
  DirectiveElement,
  FieldElement,
  InputFieldElement,
  SubgraphSchema,
  TypeElement,
  ValueElement,
} from './elements.ts';

/** What rules look at: every element of every subgraph. What belongs to federation itself is not in it. */
export interface Graph {
  readonly subgraphs: readonly SubgraphSchema[];
  readonly types: readonly TypeElement[];
  readonly directives: readonly DirectiveElement[];
  /** Of objects and interfaces. */
  readonly fields: readonly FieldElement[];
  readonly inputFields: readonly InputFieldElement[];
  /** Of fields and of directives. */
  readonly args: readonly ArgumentElement[];
  readonly values: readonly ValueElement[];
  /** All definitions and extensions of a name; none for an unknown one. */
  readonly named: (name: string) => readonly TypeElement[];
  /** The types that implement an interface. */
  readonly implementing: (name: string) => readonly TypeElement[];
  /** The day, `YYYY-MM-DD`, UTC. */
  readonly today: string;
  /** The tags that contracts name; undefined when there are no contracts. */
  readonly contractTags: ReadonlySet<string> | undefined;
}
