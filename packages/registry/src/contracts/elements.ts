import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type ConstDirectiveNode,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { tagsOf } from './tags.ts';

/** Something of a schema that was read from SDL. */
export interface Element {
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;
}

/** Whether clients see it, if they see what it is in. `inaccessible` is the name of the directive. */
export const isVisible = ({ astNode }: Element, inaccessible: string): boolean =>
  astNode?.directives?.some(({ name }) => name.value === inaccessible) !== true;

/** Elements with their coordinates. */
type Located = readonly (readonly [coordinate: string, Element])[];

/** Fields with their arguments, input fields and values of a type, as far as the test says so. */
const membersOf = (type: GraphQLNamedType, test: (element: Element) => boolean): Located => {
  const visible = <Item extends Element>(items: Iterable<Item>): Item[] => [...items].filter(test);
  if (isEnumType(type)) return visible(type.getValues()).map((value) => [`${type.name}.${value.name}`, value]);
  if (isInputObjectType(type)) {
    return visible(Object.values(type.getFields())).map((field) => [`${type.name}.${field.name}`, field]);
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return visible(Object.values(type.getFields())).flatMap((field): Located => {
    const coordinate = `${type.name}.${field.name}`;
    return [[coordinate, field], ...visible(field.args).map((each) => [`${coordinate}(${each.name}:)`, each] as const)];
  });
};

/** What is in a type as far as clients see it. */
export const visibleMembers = (type: GraphQLNamedType, inaccessible: string): Located =>
  membersOf(type, (element) => isVisible(element, inaccessible));

/** Every tag that something has. `tag` is the name of the directive. */
export const allTags = (schema: GraphQLSchema, tag: string): ReadonlySet<string> => {
  const elements = Object.values(schema.getTypeMap()).flatMap((type): readonly Element[] => [
    type,
    ...membersOf(type, () => true).map(([, element]) => element),
  ]);
  return new Set(elements.flatMap(({ astNode }) => (astNode == null ? [] : tagsOf(astNode, tag))));
};
