import { isAbstractType, isCompositeType, type GraphQLCompositeType, type GraphQLSchema } from 'graphql';

/** Which objects are of a type, by their `__typename`. */
export interface TypeIndex {
  /** The object types, and for an abstract type its own name too: a subgraph may know an interface as an object. */
  membersOf(type: string): ReadonlySet<string>;
}

const nothing: ReadonlySet<string> = new Set();

export const createTypeIndex = (schema: GraphQLSchema): TypeIndex => {
  const membersIn = (type: GraphQLCompositeType): ReadonlySet<string> => {
    if (!isAbstractType(type)) return new Set([type.name]);
    const below = 'getFields' in type ? schema.getImplementations(type).interfaces : [];
    return new Set([type, ...below, ...schema.getPossibleTypes(type)].map(({ name }) => name));
  };
  const composite = Object.values(schema.getTypeMap()).filter(isCompositeType);
  const members = new Map(composite.map((type) => [type.name, membersIn(type)]));
  // Names come from subgraphs too, who may tell any.
  return { membersOf: (name) => members.get(name) ?? nothing };
};
