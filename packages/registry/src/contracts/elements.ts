import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type ConstDirectiveNode,
  type GraphQLNamedType,
} from 'graphql';

/** Something of a schema that was read from SDL. */
export interface Element {
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;
}

/** Whether clients see it, if they see what it is in. `inaccessible` is the name of the directive. */
export const isVisible = ({ astNode }: Element, inaccessible: string): boolean =>
  astNode?.directives?.some(({ name }) => name.value === inaccessible) !== true;

/** Fields with their arguments, input fields and values of a type, as far as clients see them, by coordinate. */
export const visibleMembers = (
  type: GraphQLNamedType,
  inaccessible: string,
): readonly (readonly [coordinate: string, Element])[] => {
  const visible = <Item extends Element>(items: Iterable<Item>): Item[] =>
    [...items].filter((item) => isVisible(item, inaccessible));
  if (isEnumType(type)) return visible(type.getValues()).map((value) => [`${type.name}.${value.name}`, value]);
  if (isInputObjectType(type)) {
    return visible(Object.values(type.getFields())).map((field) => [`${type.name}.${field.name}`, field]);
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return visible(Object.values(type.getFields())).flatMap((field): readonly (readonly [string, Element])[] => {
    const coordinate = `${type.name}.${field.name}`;
    return [[coordinate, field], ...visible(field.args).map((each) => [`${coordinate}(${each.name}:)`, each] as const)];
  });
};
