import { Kind, type TypeNode } from 'graphql';

export const isNonNull = (type: TypeNode): boolean => type.kind === Kind.NON_NULL_TYPE;

const nullable = (type: TypeNode): Exclude<TypeNode, { kind: Kind.NON_NULL_TYPE }> =>
  type.kind === Kind.NON_NULL_TYPE ? type.type : type;

/** The type of the items; undefined where there is no list. */
export const itemOf = (type: TypeNode): TypeNode | undefined => {
  const inner = nullable(type);
  return inner.kind === Kind.LIST_TYPE ? inner.type : undefined;
};

export const isList = (type: TypeNode): boolean => itemOf(type) !== undefined;

/** The name within all lists and exclamation marks. */
export const nameOf = (type: TypeNode): string => {
  const inner = nullable(type);
  return inner.kind === Kind.LIST_TYPE ? nameOf(inner.type) : inner.name.value;
};
