import {
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
} from 'graphql';

/** `Type.field(argument:)`, `@directive(argument:)` or `Input.field`. Undefined for what the schema does not have. */
export const inputAt = (schema: GraphQLSchema, coordinate: string): GraphQLArgument | GraphQLInputField | undefined => {
  const [, owner = '', argument] = /^([^(]*)(?:\((.*):\))?$/.exec(coordinate) ?? [];
  if (owner.startsWith('@')) return schema.getDirective(owner.slice(1))?.args.find(({ name }) => name === argument);
  const [typeName = '', fieldName = ''] = owner.split('.');
  const type = schema.getType(typeName);
  if (isInputObjectType(type)) return type.getFields()[fieldName];
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
  return type.getFields()[fieldName]?.args.find(({ name }) => name === argument);
};

/** `Type.field` of an object or interface. Undefined for what the schema does not have. */
export const fieldAt = (schema: GraphQLSchema, coordinate: string): GraphQLField<unknown, unknown> | undefined => {
  const [typeName = '', fieldName = ''] = coordinate.split('.');
  const type = schema.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
};

/** What holds an element: the type of a field, the field of an argument. Undefined for types and directives. */
export const parentOf = (coordinate: string): string | undefined => {
  const end = Math.max(coordinate.lastIndexOf('('), coordinate.includes('(') ? -1 : coordinate.lastIndexOf('.'));
  return end === -1 ? undefined : coordinate.slice(0, end);
};
