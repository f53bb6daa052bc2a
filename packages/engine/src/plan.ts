/** A step down a response: a field's response name, every element of a list, or only objects of some types. */
export type PathStep = { readonly field: string } | { readonly types: readonly string[] } | '@';
export type ResponsePath = readonly PathStep[];

/** What is read from an entity to name it to a subgraph. */
export type RequiredSelection = RequiredField | RequiredFragment;

export interface RequiredField {
  readonly kind: 'field';
  /** The key in the response. */
  readonly from: string;
  /** The key in the representation. */
  readonly key: string;
  /** Absent for a leaf. */
  readonly selections?: readonly RequiredSelection[] | undefined;
}

export interface RequiredFragment {
  readonly kind: 'fragment';
  readonly type: string;
  readonly selections: readonly RequiredSelection[];
}

/** A step of a rewrite's path: a field, or objects of a type. */
export type RewriteStep = { readonly field: string } | { readonly types: readonly string[] };

/** Sets a value, or gives a value another key, at the end of a path. */
export type Rewrite =
  | { readonly kind: 'set'; readonly path: readonly RewriteStep[]; readonly value: unknown }
  | { readonly kind: 'rename'; readonly path: readonly RewriteStep[]; readonly to: string };

interface FetchBase {
  readonly service: string;
  /** The GraphQL text for the subgraph. */
  readonly operation: string;
  readonly operationName?: string | undefined;
  /** Names of the client's variables that it uses. */
  readonly variables: readonly string[];
}

/** Asks fields of the root. `path` is where they belong; it is empty unless a root type is reached again below. */
export interface RootFetch extends FetchBase {
  readonly kind: 'root';
  readonly isMutation: boolean;
  readonly path: ResponsePath;
  readonly outputRewrites: readonly Rewrite[];
}

/** Asks fields of entities that earlier fetches found. */
export interface EntityFetch extends FetchBase {
  readonly kind: 'entities';
  readonly groups: readonly EntityGroup[];
}

/** Entities that are asked the same, as one `_entities` field of the request. */
export interface EntityGroup {
  /** Its key in the subgraph's answer: `_entities` or an alias of it. */
  readonly key: string;
  /** The variable that holds the representations. */
  readonly variable: string;
  readonly paths: readonly ResponsePath[];
  readonly requires: readonly RequiredSelection[];
  readonly inputRewrites: readonly Rewrite[];
  readonly outputRewrites: readonly Rewrite[];
}

/** How an operation is answered. Conditions are decided before it is planned. */
export type PlanNode =
  { readonly kind: 'sequence' | 'parallel'; readonly nodes: readonly PlanNode[] } | RootFetch | EntityFetch;

/** What a planner does not promise to know, or the compiler does not: the operation is run by somebody else. */
export class UnknownPlan extends Error {
  override readonly name = 'UnknownPlan';
}

/** An operation that would take more planning than is spent on one. Nobody else plans it either. */
export class PlanLimit extends Error {
  override readonly name = 'PlanLimit';
}

const NAME = /^[_A-Za-z][_0-9A-Za-z]*$/;

/** True for a key that may stand in generated code, and that no object has without being given it (as `constructor`). */
export const isPlainName = (key: string): boolean => NAME.test(key) && !(key in Object.prototype);

/** Plans operations over one supergraph. */
export interface Planner {
  /** True when what is read of one mutation is read before the next mutation begins. */
  readonly ordersMutations: boolean;
  /** Undefined for an operation that asks nothing of any subgraph. Rejects with `UnknownPlan`, `PlanLimit` or what the planner throws. */
  plan(operation: string, operationName: string | undefined): Promise<PlanNode | undefined>;
}
