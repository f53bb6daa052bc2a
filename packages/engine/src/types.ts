import { isAbstractType, isCompositeType, type GraphQLSchema } from 'graphql';

/** Which objects are of a type, by their `__typename`. */
export interface TypeIndex {
  /** The object types, and for an abstract type its own name too: a subgraph may know an interface as an object. */
  membersOf(type: string): ReadonlySet<string>;
}

export const createTypeIndex = (schema: GraphQLSchema): TypeIndex => {
  const known = new Map<string, ReadonlySet<string>>();
  const find = (name: string): ReadonlySet<string> => {
    const type = schema.getType(name);
    if (!isCompositeType(type)) return new Set();
    if (!isAbstractType(type)) return new Set([name]);
    const below = 'getFields' in type ? schema.getImplementations(type).interfaces.map((each) => each.name) : [];
    return new Set([name, ...below, ...schema.getPossibleTypes(type).map((each) => each.name)]);
  };
  return {
    membersOf: (name) => {
      const members = known.get(name) ?? find(name);
      known.set(name, members);
      return members;
    },
  };
};
