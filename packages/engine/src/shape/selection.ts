import {
  getNamedType,
  isCompositeType,
  Kind,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { isPlainName, UnknownPlan } from '../plan.ts';

export interface SelectedField {
  readonly kind: 'field';
  /** Unlike that of any other selection of the operation. */
  readonly id: number;
  /** The key in the answer. */
  readonly key: string;
  readonly name: string;
  /** Null for `__typename`. */
  readonly type: GraphQLOutputType | null;
  /** Empty for a leaf. */
  readonly selections: readonly Selected[];
}

export interface SelectedFragment {
  readonly kind: 'fragment';
  readonly id: number;
  readonly type: GraphQLCompositeType;
  readonly selections: readonly Selected[];
}

/** A selection of the client's operation, fragments put in, types looked up, conditions decided. */
export type Selected = SelectedField | SelectedFragment;

const compositeNamed = (schema: GraphQLSchema, name: string): GraphQLCompositeType => {
  const type = schema.getType(name);
  if (!isCompositeType(type)) throw new UnknownPlan(`no type ${name}`);
  return type;
};

const typeOf = (parent: GraphQLCompositeType, name: string): GraphQLOutputType | null => {
  if (name === '__typename') return null;
  const field = 'getFields' in parent ? parent.getFields()[name] : undefined;
  if (field === undefined) throw new UnknownPlan(`${parent.name}.${name} is answered by nobody`);
  return field.type;
};

/** Looks up what a selection set asks of a type. Throws `UnknownPlan` for introspection, which no subgraph answers. */
export const readSelections = (
  schema: GraphQLSchema,
  definitions: readonly FragmentDefinitionNode[],
): ((set: SelectionSetNode, parent: GraphQLCompositeType) => readonly Selected[]) => {
  const fragments = new Map(definitions.map((fragment) => [fragment.name.value, fragment]));
  let id = 0;

  const read = (set: SelectionSetNode, parent: GraphQLCompositeType): readonly Selected[] =>
    set.selections.flatMap((node): readonly Selected[] => {
      // What is asked of no type in particular is asked, whatever type a subgraph tells.
      if (node.kind === Kind.INLINE_FRAGMENT && node.typeCondition === undefined)
        return read(node.selectionSet, parent);
      id += 1;
      if (node.kind === Kind.FIELD) {
        const key = (node.alias ?? node.name).value;
        if (!isPlainName(key)) throw new UnknownPlan(`the key ${key}`);
        const name = node.name.value;
        const field = { kind: 'field', id, key, name, type: typeOf(parent, name) } as const;
        const named = field.type === null ? null : getNamedType(field.type);
        const inner = node.selectionSet && isCompositeType(named) ? read(node.selectionSet, named) : [];
        return [{ ...field, selections: inner }];
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
      if (fragment === undefined) throw new UnknownPlan('an unknown fragment');
      const type = compositeNamed(schema, fragment.typeCondition?.name.value ?? parent.name);
      return [{ kind: 'fragment', id, type, selections: read(fragment.selectionSet, type) }];
    });
  return read;
};

/**
 * Where an object may tell its type: planners do not ask for `__typename` where the client does so under another key. Its
 * own key comes first.
 */
export const typenameKeys = (selections: readonly Selected[]): readonly string[] => {
  const aliases = (all: readonly Selected[]): readonly string[] =>
    all.flatMap((each) => (each.kind === 'fragment' ? aliases(each.selections) : each.type === null ? [each.key] : []));
  return [...new Set(['__typename', ...aliases(selections)])];
};

/** False where nothing is left to ask, or nothing but `__typename` of the root. */
export const asksSubgraphs = (selections: readonly Selected[]): boolean =>
  selections.some((selection) =>
    selection.kind === 'field' ? selection.type !== null : asksSubgraphs(selection.selections),
  );
