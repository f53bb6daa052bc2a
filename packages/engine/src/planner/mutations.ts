import {
  Kind,
  OperationTypeNode,
  parse,
  print,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Planner, PlanNode } from '../plan.ts';

const rootFields = (set: SelectionSetNode, document: DocumentNode): readonly FieldNode[] =>
  set.selections.flatMap((node): readonly FieldNode[] => {
    if (node.kind === Kind.FIELD) return [node];
    if (node.kind === Kind.INLINE_FRAGMENT) return rootFields(node.selectionSet, document);
    const named = (definition: { kind: Kind }): definition is FragmentDefinitionNode =>
      definition.kind === Kind.FRAGMENT_DEFINITION;
    const fragment = document.definitions.filter(named).find(({ name }) => name.value === node.name.value);
    return fragment === undefined ? [] : rootFields(fragment.selectionSet, document);
  });

const withFields = (
  operation: OperationDefinitionNode,
  document: DocumentNode,
  selections: readonly FieldNode[],
): string => {
  const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections };
  const definitions = document.definitions.map((node) => (node === operation ? { ...operation, selectionSet } : node));
  return print({ ...document, definitions });
};

const planMutations = async (planner: Planner, document: DocumentNode, operation: OperationDefinitionNode) => {
  const name = operation.name?.value;
  // Nobody is asked for the type of the root: the native planner asks some subgraph, before the mutations begin.
  const fields = rootFields(operation.selectionSet, document).filter((field) => field.name.value !== '__typename');
  const whole = await planner.plan(withFields(operation, document, fields), name);
  const byKey = [...Map.groupBy(fields, ({ alias, name: own }) => (alias ?? own).value).values()];
  if (whole === undefined || whole.kind === 'root' || byKey.length < 2) return whole;
  const nodes = await Promise.all(byKey.map((same) => planner.plan(withFields(operation, document, same), name)));
  return { kind: 'sequence', nodes: nodes.filter((node) => node !== undefined) } as const;
};

/**
 * Lets a mutation, with all that is read of it, be over before the next one begins. Planners ask mutations that follow one
 * another of one subgraph at once, and then what is read of them, so that what is read of the first is what the last one
 * left. They are planned one by one, unless they are all answered by a single request.
 */
export const withSerialMutations = (create: () => Planner) => (): Planner => {
  const planner = create();
  return {
    ordersMutations: true,
    plan: async (text, name): Promise<PlanNode | undefined> => {
      const document = parse(text, { noLocation: true });
      const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
      if (operation?.operation !== OperationTypeNode.MUTATION) return planner.plan(text, name);
      return planMutations(planner, document, operation);
    },
  };
};
