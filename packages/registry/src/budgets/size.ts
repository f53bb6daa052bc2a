import { Kind, type DocumentNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

/**
 * How many fields an operation has once its fragments are spread. Each fragment is counted once, however often it is
 * spread: a dozen that spread each other twice stand for thousands of fields. Expects a valid document.
 */
export const fieldsIn = (document: DocumentNode, operation: OperationDefinitionNode): number => {
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const counted = new Map<string, number>();
  const inFragment = (name: string): number => {
    const known = counted.get(name);
    if (known !== undefined) return known;
    const count = inSet(fragments.get(name)?.selectionSet);
    counted.set(name, count);
    return count;
  };
  const inSet = (set: SelectionSetNode | undefined): number =>
    (set?.selections ?? []).reduce((sum, node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) return sum + inFragment(node.name.value);
      return sum + (node.kind === Kind.FIELD ? 1 : 0) + inSet(node.selectionSet);
    }, 0);
  return inSet(operation.selectionSet);
};
