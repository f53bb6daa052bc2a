import {
  Kind,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { UnknownPlan, type PlanNode } from '../plan.ts';
import { readProvided, selectedOf, type Provided } from './provided.ts';

/** Where a selection is: on objects of which type, and what the fields above it provide of them. */
interface Place {
  readonly type: string;
  readonly provided: readonly SelectionSetNode[];
}

class Reader {
  readonly #provided: Provided;
  readonly #service: string;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(provided: Provided, service: string, document: DocumentNode) {
    this.#provided = provided;
    this.#service = service;
    const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  check(set: SelectionSetNode, place: Place): void {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        this.#field(node, place);
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.#fragments.get(node.name.value);
      if (fragment === undefined) continue;
      const type = fragment.typeCondition?.name.value ?? place.type;
      this.check(fragment.selectionSet, { ...place, type });
    }
  }

  #field({ name, selectionSet }: FieldNode, { type, provided }: Place): void {
    const { external, sets, types } = this.#provided;
    const coordinate = `${type}.${name.value}`;
    const known = `${this.#service} ${coordinate}`;
    const selected = provided.flatMap((set) => selectedOf(set, name.value) ?? []);
    if (external.has(known) && selected.length === 0)
      throw new UnknownPlan(`${coordinate} of ${this.#service}, which does not provide it there`);
    if (selectionSet === undefined) return;
    const own = sets.get(known);
    const inner = own === undefined ? selected : [...selected, own];
    this.check(selectionSet, { type: types.get(coordinate) ?? '', provided: inner });
  }
}

/**
 * Refuses plans that ask a subgraph for a field of another one where nothing above provides it: the native planner takes
 * what one path provides for provided on others too (seen with 0.0.38), and the subgraph would answer null.
 */
export const createExternalsCheck = (supergraph: DocumentNode): ((plan: PlanNode) => void) => {
  const provided = readProvided(supergraph);
  const check = (node: PlanNode): void => {
    if ('nodes' in node) {
      node.nodes.forEach(check);
      return;
    }
    const document = parse(node.operation, { noLocation: true });
    const reader = new Reader(provided, node.service, document);
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
      const type = definition.operation === OperationTypeNode.MUTATION ? 'Mutation' : 'Query';
      reader.check(definition.selectionSet, { type, provided: [] });
    }
  };
  return provided.sets.size === 0 ? () => undefined : check;
};
