import {
  Kind,
  OperationTypeNode,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { ownValue, type JsonObject } from './json.ts';

/** An operation with the fragments of its document. */
export interface Definitions {
  readonly operation: OperationDefinitionNode;
  readonly fragments: readonly FragmentDefinitionNode[];
}

/** The operation alone: without the others of its document. */
export const definitionsOf = (document: DocumentNode, operation: OperationDefinitionNode): Definitions => ({
  operation,
  fragments: document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION),
});

const isCondition = ({ name }: DirectiveNode): boolean => name.value === 'skip' || name.value === 'include';

const conditionOf = ({ arguments: all = [] }: DirectiveNode) => all.find(({ name }) => name.value === 'if')?.value;

/** The Boolean variables that decide what is asked, with the values they have when the client gives none. */
export const conditionVariables = ({ operation, fragments }: Definitions): ReadonlyMap<string, boolean> => {
  const names = new Set<string>();
  for (const definition of [operation, ...fragments]) {
    visit(definition, {
      Directive: (node) => {
        const value = isCondition(node) ? conditionOf(node) : undefined;
        if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
      },
    });
  }
  const defaults = new Map(
    (operation.variableDefinitions ?? []).map(({ variable, defaultValue }) => [variable.name.value, defaultValue]),
  );
  return new Map(
    [...names].map((name) => {
      const value = defaults.get(name);
      return [name, value?.kind === Kind.BOOLEAN && value.value];
    }),
  );
};

/** The values of the conditions in one request. */
export const conditionValues = (names: ReadonlyMap<string, boolean>, variables: JsonObject): JsonObject =>
  Object.fromEntries([...names].map(([name, absent]) => [name, ownValue(variables, name) ?? absent]));

const stays = ({ directives = [] }: SelectionNode, values: JsonObject): boolean =>
  directives.filter(isCondition).every((directive) => {
    const condition = conditionOf(directive);
    const value =
      condition?.kind === Kind.VARIABLE
        ? values[condition.name.value]
        : condition?.kind === Kind.BOOLEAN && condition.value;
    return (value === true) === (directive.name.value === 'include');
  });

const withoutConditions = <Node extends SelectionNode>(node: Node): Node => ({
  ...node,
  directives: node.directives?.filter((directive) => !isCondition(directive)),
});

const decided = <Node extends OperationDefinitionNode | FragmentDefinitionNode>(
  node: Node,
  values: JsonObject,
): Node => {
  const decide = (selection: SelectionNode) => (stays(selection, values) ? withoutConditions(selection) : null);
  return visit(node, { Field: decide, InlineFragment: decide, FragmentSpread: decide });
};

/** What is asked when the conditions have these values; nothing of `@skip` and `@include` is left. */
export const decide = ({ operation, fragments }: Definitions, values: JsonObject): Definitions => ({
  operation: decided(operation, values),
  fragments: fragments.map((fragment) => decided(fragment, values)),
});

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** For a planner: what lost all its selections asks the type, so that it is still there. */
export const withoutEmptySets = ({ operation, fragments }: Definitions): DocumentNode => ({
  kind: Kind.DOCUMENT,
  definitions: [operation, ...fragments].map((definition) =>
    visit(definition, {
      SelectionSet: (set: SelectionSetNode) =>
        set.selections.length === 0 ? { ...set, selections: [typename] } : undefined,
    }),
  ),
});

/** Several mutations, each of which must be over, with all that is read of it, before the next one begins. */
export const isSerial = ({ operation }: Definitions): boolean => {
  const [first, ...others] = operation.selectionSet.selections;
  return operation.operation === OperationTypeNode.MUTATION && (first?.kind !== Kind.FIELD || others.length > 0);
};
