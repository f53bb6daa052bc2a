import { isEnumType, isSpecifiedScalarType, type GraphQLLeafType } from 'graphql';

/** How a leaf is judged and written; custom scalars are taken as they come. */
export type LeafKind = 'string' | 'id' | 'int' | 'float' | 'boolean' | 'enum' | 'custom';

const kinds: Readonly<Record<string, LeafKind>> = {
  String: 'string',
  ID: 'id',
  Int: 'int',
  Float: 'float',
  Boolean: 'boolean',
};

export const leafKindOf = (type: GraphQLLeafType): LeafKind => {
  if (isEnumType(type)) return 'enum';
  return (isSpecifiedScalarType(type) ? kinds[type.name] : undefined) ?? 'custom';
};

const INTEGER = /^-?\d+$/;

/** Apollo's rule for values of leaves: ids may be whole numbers, whole numbers may be longer than 32 bits. */
export const isValidLeaf = (type: GraphQLLeafType, value: unknown): boolean => {
  switch (leafKindOf(type)) {
    case 'custom':
      return true;
    case 'enum':
      return typeof value === 'string' && isEnumType(type) && type.getValue(value) != null;
    case 'string':
      return typeof value === 'string';
    case 'id':
      return typeof value === 'string' || (typeof value === 'number' && INTEGER.test(String(value)));
    case 'int':
      return typeof value === 'number' && INTEGER.test(String(value));
    case 'float':
      return typeof value === 'number' && Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
  }
};
